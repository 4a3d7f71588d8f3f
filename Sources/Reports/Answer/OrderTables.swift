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
        Column("revenue", .money, currency, decimals: statement.money.decimals),
      ])
    for place in ranking {
      let (orders, revenue) = (
        statement.total([.orders], plan: place), statement.total([.revenue], plan: place)
      )
      table.append([
        .text(scenario.plans[place].name), .count(orders),
        orders > 0 ? .money(revenue / orders) : .empty, .money(revenue),
      ])
    }
    return table
  }

  /// What single offers did, where a plan has more than one.
  var eachOfferTable: Table? {
    guard scenario.plans.contains(where: { $0.offers.count > 1 }) else { return nil }
    let counts: [(title: String, figure: Figure)] = [
      ("offers noticed", .noticed), ("offers taken", .tookPart), ("redeemed", .redemptions),
    ]
    var table = Table(
      currency,
      columns: [Column("plan"), Column("offer")]
        + counts.map { Column($0.title, decimals: statement.decimals([$0.figure])) }
        + [Column("reward cost", .money, currency, decimals: statement.money.decimals)])
    for place in ranking {
      let plan = comparison.summary.plans[place]
      for (index, offer) in scenario.plans[place].offers.enumerated() {
        table.append(
          [.text(scenario.plans[place].name), .text(offer.name)]
            + counts.map {
              offer.cell(statement.mean(plan.sum($0.figure, .offer(index))), of: $0.figure)
            }
            + [.money(statement.mean(plan.sum(.rewards, .offer(index))))])
      }
    }
    return table
  }
}

extension Offer {
  /// What is counted of it; empty where nothing of it is redeemed.
  fileprivate func cell(_ count: Double, of figure: Figure) -> Cell {
    let isWithout = figure == .redemptions && !type(of: terms).isRedeemed && count == 0
    return isWithout ? .empty : .count(count)
  }
}
