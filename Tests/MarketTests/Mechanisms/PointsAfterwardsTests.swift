import Testing

@testable import Market

/// Points once no more are earned.
struct PointsAfterwardsTests {
  private static let members = 2_000
  private static let rate = 1.0 / 30

  /// Repeat orders within the horizon and in 100 days of run-off, of members near a tier, or with 99 of 100 points.
  private static func orders(
    nearing tier: LoyaltyTier?, isOpenEnded: Bool, horizon: Int = 100
  ) throws -> (within: Double, after: Double) {
    let segment = Segment(
      name: "members", size: members, begins: .customers,
      purchases: PurchaseHabits(shape: 1e8, rate: 1e8 / rate, lapseA: 1, lapseB: 1e12),
      baskets: Published.baskets)
    let terms = PointsProgramme(
      earned: 1e-12, block: 100, off: 1_500, atStart: tier == nil ? 99 : 0, pull: 3,
      tiers: [tier].compactMap { $0 })
    let card = Offer(
      name: "card", terms: terms, orders: .every, segments: [0], window: 0..<100,
      isOpenEnded: isOpenEnded, participation: .automatic, effect: .lift(0))
    let scenario = OracleRun(number: 99, seed: 4, size: 1).scenario(
      horizon: horizon, segment: segment, offers: [card], residualDays: 100, runOff: 100)
    let plan = try #require(Simulation(scenario, comparing: false).replication(0)).plans[0]
    return (
      Double(plan.events.total(.repeatOrder)),
      Double(plan.tally.eventsAfter.total(.repeatOrder))
    )
  }

  /// A goal draws on while it can be reached: 100 λ orders a member afterwards, within four standard errors.
  @Test(arguments: [LoyaltyTier?.none, LoyaltyTier(name: "gold", threshold: 15_000)])
  func nobodyIsDrawnOnByWhatCannotBeEarned(_ tier: LoyaltyTier?) throws {
    let expected = Double(Self.members) * Self.rate * 100
    let near = 4 * expected.squareRoot()
    let open = try Self.orders(nearing: tier, isOpenEnded: true)
    #expect(open.within > expected + near)
    #expect(abs(open.after - expected) < near)
    // A stated end, and the days of the horizon after it.
    let stated = try Self.orders(nearing: tier, isOpenEnded: false, horizon: 200)
    #expect(abs(stated.within - open.within - expected) < near)
  }
}
