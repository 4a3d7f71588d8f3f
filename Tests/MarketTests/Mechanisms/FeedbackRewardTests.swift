import Testing

@testable import Market

struct FeedbackRewardTests {
  private static func reward(_ amount: Int64 = 300, orders: Offer.Orders = .every) -> Offer {
    Offer(
      name: "tell us", terms: FeedbackReward(reward: amount), orders: orders, segments: [0, 1],
      window: 10..<150, participation: GivenMarket.weighed, effect: .lift(0))
  }

  @Test func nothingChangesNothing() {
    GivenMarket.expectNothing(of: Self.reward(0))
    var offer = Self.reward()
    offer.budget = 0
    GivenMarket.expectNothing(of: offer)
  }

  /// More is said, each is paid for, and whoever has bought pays it out of their worth.
  @Test func eachIsPaidFor() {
    let plans = GivenMarket.plans(Self.reward())
    let paid = plans[1].counted(.redeemed)
    #expect(paid > 300 && plans[1].counted(.paid) == 300 * paid)
    #expect(-plans[1].ledger.total(.reward) == 300 * paid)
    #expect(plans[1].ledger.total(.firstOrderReward) == 0)
    #expect(plans[1].events.total(.feedback) > plans[0].events.total(.feedback) + paid / 2)
  }

  /// People who never say anything do, where they are paid for it: once for each order in hand.
  @Test func theSilentSpeak() {
    var offer = Self.reward()
    (offer.participation, offer.orders, offer.window) = (.automatic, .repeats, 0..<200)
    let plans = GivenMarket.plans(offer) { scenario in
      // Nor does the product become better by what is said.
      scenario.market.product.iteration = nil
      for segment in scenario.market.segments.indices {
        var quiet = scenario.market.segments[segment]
        quiet.feedback = Feedback()
        (quiet.purchases.lapseSensitivity, quiet.purchases.rateSensitivity) = (0, 0)
        scenario.market.segments[segment] = quiet
      }
    }
    #expect(plans[0].events.total(.feedback) == 0)
    #expect(plans[1].events.total(.feedback) == plans[1].counted(.redeemed))
    #expect(plans[1].counted(.redeemed) > 500)
    // Speaking changes nobody's orders by itself.
    #expect(plans[1].events.total(.repeatOrder) == plans[0].events.total(.repeatOrder))
  }

  /// The day after the budget is used up nobody is paid, nor speaks for it.
  @Test func budgetsHold() {
    var offer = Self.reward()
    offer.participation = .automatic
    let free = GivenMarket.plans(offer)[1]
    offer.budget = 300 * 100
    let held = GivenMarket.plans(offer)[1]
    #expect(held.counted(.redeemed) == 100)
    #expect(held.events.total(.feedback) < free.events.total(.feedback))
  }

  @Test func largerRewardsAreTakenByASuperset() throws {
    let takers = try GivenMarket.takers(
      of: [100, 300, 900, 3_000].map { Self.reward($0, orders: .repeats) }, begins: .customers)
    #expect(takers[0] < takers[3])
  }
}
