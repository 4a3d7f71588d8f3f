import RealModule
import Testing

@testable import Market

/// Programmes of which no order earns a point: with tiers, or with points there are already.
struct PointsUnearnedTests {
  private static let members = 4_000

  /// Customers who order λ times a day, each with a block of points, which the first order redeems.
  private static func winding(down earned: Double, automatic isAutomatic: Bool = true)
    -> PlanOutcome
  {
    let run = OracleRun(number: 98, seed: 8, size: 1)
    let segment = Segment(
      name: "customers", size: run.customers(members), begins: .customers,
      purchases: PurchaseHabits(
        shape: 1e8, rate: 1e10, lapseA: 1, lapseB: 1e12, firstLapse: 0),
      baskets: Published.baskets)
    let offer = Offer(
      name: "card", terms: PointsProgramme(earned: earned, block: 100, off: 10, atStart: 100),
      orders: .every, segments: [0], window: 0..<100,
      participation: isAutomatic
        ? .automatic : .decided(attention: 1, fading: 100, noise: 0),
      effect: .lift(0))
    return run.play(
      run.scenario(horizon: 100, segment: segment, offers: [offer]), replications: 1)[0]
  }

  /// 1 − e^(−.01·100) of members redeem theirs within 100 days.
  ///
  /// |z| ≤ 4 of a share of 4,000.
  @Test func pointsAtTheStartAreHonoured() {
    let plan = Self.winding(down: 0)
    let members = Double(Self.members)
    let expected = 1 - Double.exp(-1)
    let share = Double(plan.counted(.redeemed)) / members
    #expect(abs(share - expected) < 4 * (expected * (1 - expected) / members).squareRoot())
    #expect(plan.counted(.pointsAtStart) == 100 * Int64(Self.members))
    #expect(plan.counted(.pointsRedeemed) == 100 * plan.counted(.redeemed))
    #expect(
      plan.counted(.pointsOutstanding) == plan.counted(.pointsAtStart)
        - plan.counted(.pointsRedeemed))
    #expect(plan.counted(.paid) == 10 * plan.counted(.redeemed))
    // What was owed before is owed no longer.
    #expect(plan.ledger.total(.pointsLiability) == plan.counted(.paid))
    // What has to be weighed is weighed by what orders earn.
    #expect(Self.winding(down: 0, automatic: false).counted(.taken) == 0)
  }

  /// Earning nothing is as earning so little that no order has a point of it.
  @Test func nothingIsAsNextToNothing() {
    let tier = LoyaltyTier(name: "silver", threshold: 10_000, bond: 0.4, cost: 3)
    for (atStart, tiers) in [(Int64(0), [tier]), (60, []), (60, [tier])] {
      let plans = [0, 1e-12].map { earned in
        let terms = PointsProgramme(
          earned: earned, block: 40, off: 300, expiry: 50, atStart: atStart, tiers: tiers)
        let offer = Offer(
          name: "card", terms: terms, orders: .every, segments: [0, 1], window: 0..<200,
          participation: .automatic, effect: .lift(0))
        return ToolMarket.outcome(ToolMarket.scenario([offer]))
      }
      #expect(plans[0][1].ledger == plans[1][1].ledger)
      #expect(plans[0][1].events == plans[1][1].events)
      for count in OfferCount.allCases {
        #expect(plans[0][1].counted(count) == plans[1][1].counted(count))
      }
      #expect(plans[0][1].ledger != plans[0][0].ledger)
    }
  }
}
