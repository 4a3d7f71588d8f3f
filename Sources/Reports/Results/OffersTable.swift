import Market
import Planning

extension RunResult {
  /// A row for every plan and offer: who noticed it, took it, redeemed it, and what that cost.
  ///
  /// Counts are kept by plan so far: they are an offer's where a plan has one, else they are left out.
  public var offersTable: Table {
    let counts: [(title: String, figure: Figure)] = [
      ("noticed", .noticed), ("taken", .tookPart), ("redeemed", .redemptions),
      ("would have come anyway", .deadWeight),
    ]
    var table = Table(
      currency,
      columns: [Column("plan"), Column("offer")]
        + counts.map { Column($0.title, decimals: statement.decimals([$0.figure])) }
        + [
          Column("dead weight", .share, currency),
          Column("reward cost", .money, currency, decimals: statement.money.decimals),
          Column("fixed cost", .money, currency), Column("not computed"),
        ])
    for (place, plan) in comparison.plans.enumerated() {
      let coupons = scenario.plans[place].coupons
      for coupon in coupons {
        let isOnly = coupons.count == 1
        var row: [Cell] = [.text(plan.plan.name), .text(coupon.name)]
        row += counts.map { isOnly ? .count(statement.total([$0.figure], plan: place)) : .empty }
        row += [
          isOnly ? Cell(plan["dead weight"].estimate?.value, .share) : .empty,
          isOnly ? .money(statement.total(Measure.allRewards, plan: place)) : .empty,
          .money(Double(coupon.fixedCost)),
          isOnly ? .empty : .text("counts of several offers of a plan are not kept apart"),
        ]
        table.append(row)
      }
    }
    return table
  }
}
