import Testing

@testable import Market

/// Who may notice an offer is counted once, however long they have been there when it opens.
struct EligibleTests {
  private static let kinds: [any OfferTerms] = [
    Coupon(.fixed(500)), GroupBuy(.percent(0.2), size: 2, within: 1),
    Invitation(reward: 2_000, friends: 2, expected: 0.5),
    DailyTask(reward: 900, steps: 3, goesOn: 0.9),
  ]

  /// 500 customers who order about every third day, and an offer after a fortnight.
  @Test(arguments: kinds.indices) func everybodyIsEligibleOnce(_ kind: Int) throws {
    let members = Segment(
      name: "members", size: 500, begins: .customers,
      purchases: PurchaseHabits(shape: 1e8, rate: 3e8, lapseA: 1, lapseB: 1e12),
      baskets: Published.baskets)
    let offer = Offer(
      name: "offer", terms: Self.kinds[kind], orders: .every, segments: [0], window: 14..<40,
      participation: GivenMarket.weighed, effect: .lift(0))
    let scenario = OracleRun(number: 99, seed: 5, size: 1)
      .scenario(horizon: 60, segment: members, offers: [offer])
    let plan = try #require(Simulation(scenario, comparing: false).replication(0)).plans[0]
    #expect(plan.counted(.eligible) == 500)
    #expect(plan.counted(.noticed) <= 500)
  }
}
