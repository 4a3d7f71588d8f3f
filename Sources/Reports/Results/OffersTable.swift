import Market
import Planning
public import Takeaways

extension RunResult {
  /// A row for every plan and offer: whom it was for, who noticed, took and redeemed it, and what that cost.
  ///
  /// Within the horizon; a plan's offers add up to its counts and rewards. People eligible are counted once an
  /// offer, so that they add up to nothing; nor do the counts that only some kinds of offers have.
  public var offersTable: Table {
    let counts: [(title: String, figure: Figure)] = [
      ("noticed", .noticed), ("taken", .tookPart), ("redeemed", .redemptions),
      ("would have come anyway", .deadWeight),
    ]
    let decimals = books.decimals([.noticed])
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("offer"),
        Column("eligible", decimals: decimals),
      ]
        + counts.map {
          Column($0.title, decimals: books.decimals([$0.figure]))
        }
        + [
          Column("dead weight", .share, currency),
          Column("reward cost", .money, currency, decimals: books.money.decimals),
          Column("fixed cost", .money, currency),
        ] + Self.offerCounts.map { Column($0.title, decimals: decimals) } + [
          Column("cost of messages and checks", .money, currency),
          Column("hunters' take", .money, currency),
        ])
    for (place, plan) in comparison.summary.plans.enumerated() {
      let offers = scenario.plans[place].offers
      func parts(_ figure: Figure, of whole: [Figure]) -> [Double] {
        books.parts(
          offers.indices.map { plan.sum(figure, .offer($0)) }, of: whole, plan: place)
      }
      // What is no reward on an order, and what hunters took, is not among the plan's redemptions.
      let isWhole =
        offers.allSatisfy { type(of: $0.terms).isRedeemed }
        && scenario.market.segments.allSatisfy { $0.hunters == nil }
      let counted = counts.map { count in
        count.figure == .redemptions && !isWhole
          ? offers.indices.map { books.mean(plan.sum(.redemptions, .offer($0))) }
          : parts(count.figure, of: [count.figure])
      }
      let costs = parts(.rewards, of: Measure.allRewards)
      for (index, offer) in offers.enumerated() {
        let isJudged = type(of: offer.terms).isJudged
        let share = (isJudged ? Measure.named("dead weight") : nil).flatMap { measure in
          plan.slice(.offer(index)).flatMap {
            comparison.reader.read(measure, plan.figures, slice: $0).estimate
          }
        }
        var row: [Cell] = [.text(scenario.plans[place].name), .text(offer.name)]
        row.append(.count(books.mean(plan.sum(.eligible, .offer(index)))))
        row += counted.map { .count($0[index]) }
        row += [
          Cell(share?.value, .share), .money(costs[index]),
          .money(books.mean(plan.sum(.messaging, .offer(index)))),
        ]
        row += Self.offerCounts.map { .count(books.mean(plan.sum($0.figure, .offer(index)))) }
        for figure in [Figure.messageCost, .paidToHunters] {
          row.append(.money(books.mean(plan.sum(figure, .offer(index)))))
        }
        table.append(row)
      }
    }
    return table
  }

  /// What only some kinds of offers have.
  static let offerCounts: [(title: String, figure: Figure)] = [
    ("topped up", .raised), ("sent back", .sentBack), ("refunded", .refunded),
    ("talked to", .served), ("turned away", .turnedAway), ("refused", .refused),
    ("hunters caught", .caught), ("not paid", .withheld), ("let down", .letDown),
    ("invited", .invited), ("followed", .followed), ("companions", .companions),
    ("joined", .joined),
    ("messages sent", .sent), ("messages opened", .opened), ("left", .left),
    ("came back", .revived), ("stayed away", .stayedAway),
    ("finished", .finished), ("gave up", .gaveUp),
    ("points at start", .pointsAtStart), ("points earned", .pointsEarned),
    ("points redeemed", .pointsRedeemed), ("points expired", .pointsExpired),
    ("points cancelled", .pointsCancelled),
    ("points outstanding", .pointsOutstanding),
  ]
}
