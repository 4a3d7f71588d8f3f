import Market
import Planning
import Statistics
import Takeaways

extension RunResult {
  /// How often people order under each plan, and for how much: what brings more orders may make them smaller.
  var ordersTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("orders", decimals: statement.decimals([.orders])),
        Column("mean order", .money, currency),
        Column("revenue before rewards", .money, currency, decimals: statement.money.decimals),
        Column("after rewards", .money, currency, decimals: statement.money.decimals),
      ])
    for place in ranking {
      let (orders, revenue) = (
        statement.total([.orders], plan: place), statement.total([.revenue], plan: place)
      )
      table.append([
        .text(scenario.plans[place].name), .count(orders),
        orders > 0 ? .money(meanOrder(place)) : .empty, .money(revenue),
        .money(revenue - statement.total(Measure.allRewards, plan: place)),
      ])
    }
    return table
  }

  /// From itself: of figures as they are printed it would be off where they are few.
  private func meanOrder(_ place: Int) -> Double {
    books.total([.revenue], plan: place) / books.total([.orders], plan: place)
  }

  /// What single offers did, where a plan has more than one.
  var eachOfferTable: Table? {
    guard scenario.plans.contains(where: { $0.offers.count > 1 }) else { return nil }
    let zeros = ["offers noticed", "offers taken", "redeemed", "reward cost"]
    let counts: [(title: String, figure: Figure)] = [
      ("offers noticed", .noticed), ("offers taken", .tookPart), ("redeemed", .redemptions),
    ]
    var table = Table(
      currency,
      columns: [Column("plan"), Column("offer")]
        + counts.map { Column($0.title, decimals: digits(of: $0.figure)) }
        + [Column("reward cost", .money, currency, decimals: statement.money.decimals)])
    for place in ranking {
      let plan = comparison.summary.plans[place]
      for (index, offer) in scenario.plans[place].offers.enumerated() {
        let row: [Cell] =
          counts.map {
            $0.figure == .redemptions
              ? offer.redeemed(redeemed(index, plan: place))
              : .count(statement.mean(plan.sum($0.figure, .offer(index))))
          } + [.money(statement.mean(plan.sum(.rewards, .offer(index))))]
        guard row.contains(where: { ($0.number ?? 0) != 0 }) else { continue }
        table.append([.text(scenario.plans[place].name), .text(offer.name)] + row)
      }
    }
    return table.rows.isEmpty ? nil : table.withoutIdleColumns(idle: Set(zeros))
  }

  /// How often an offer of a plan was redeemed, with or without an order, to the digit that is printed.
  func redeemed(_ offer: Int, plan place: Int) -> Double {
    let mean = statement.mean(comparison.summary.plans[place].sum(.redemptions, .offer(offer)))
    return redemptions.rounding(mean)
  }

  /// Of a count in tables on offers.
  func digits(of figure: Figure) -> Int {
    figure == .redemptions ? redemptions.decimals : statement.decimals([figure])
  }

  /// What redemptions are told in, of all plans together.
  var redemptions: Step {
    let largest = scenario.plans.indices.map { place in
      scenario.plans[place].offers.indices.reduce(0) {
        $0 + statement.mean(comparison.summary.plans[place].sum(.redemptions, .offer($1)))
      }
    }.max()
    return Step.count(largest: largest ?? 0)
  }
}

extension Offer {
  /// How often it was redeemed; empty where nothing of it is, or may be, as of a win-back that only reminds.
  fileprivate func redeemed(_ count: Double) -> Cell {
    count == 0 && !type(of: terms).isJudged ? .empty : .count(count)
  }
}
