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

  /// Who is paid for one review writes of further orders as everybody does, also on the day of the first.
  ///
  /// On the one day of the window everybody orders Poisson(1) times. A share t takes part and writes of the first order; of
  /// all others, and of all orders of others, a fifth is written of: t(1 − 1/e) + .2t/e + .2(1 − t), |z| ≤ 4.
  @Test func furtherOrdersAreWrittenOfAsByEverybody() throws {
    let text = """
      name: once
      currency: CNY
      start: 2026-03-02
      horizon: 28 days
      residual: 0
      people: 10000
      segments:
        c:
          begin as: customers
          purchases: {average: 1 per day, variation: 1%}
          lapse: {average: 0.01%, variation: 1%, after first order: 0%}
          feedback: {chance: 20%}
          participation cost: {time: 3 CNY, spread: 0.8}
          basket: {average: 50 CNY, within customers: 1%, between customers: 1%}
      feedback rewards:
        x: {reward: 4 CNY, orders: repeats, uses: 1, window: day 8..8, attention: {chance: 100%}}
      plans: [{name: base}, {name: plan, feedback rewards: {x: {}}}]
      """
    let plan = try ToolMarket.outcome(ScenarioFile(text).resolve().scenario)[1]
    let written = Double(plan.events.total(.feedback, days: 7..<8))
    let taking = Double(plan.counted(.taken)) / 10_000
    let none = 0.36788
    let expected = 10_000 * (taking * (1 - none + 0.2 * none) + 0.2 * (1 - taking))
    #expect(taking > 0.5)
    // A review of one's own and a Poisson(.2) at most: the variance is below that of Poisson(1).
    #expect(abs(written - expected) < 4 * expected.squareRoot())
    #expect(plan.counted(.redeemed) > 3_000)
  }
}
