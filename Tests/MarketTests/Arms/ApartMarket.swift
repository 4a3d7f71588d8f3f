@testable import Market

/// A market in which nobody reaches anybody else, with two offers that differ and one price cut for all.
enum ApartMarket {
  static func scenario(people: Int) -> Scenario {
    var scenario = BusyMarket.scenario(people: people, seed: 12, horizon: 90)
    scenario.market.product.iteration = nil
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].feedback = Feedback()
      scenario.market.segments[segment].habit = RewardHabit()
    }
    for plan in scenario.plans.indices {
      for channel in scenario.plans[plan].channels.indices {
        scenario.plans[plan].channels[channel].bought?.scarcity = 0
      }
    }
    let cut = Offer(
      name: "price cut", terms: Coupon(.percent(0.1)), orders: .repeats, segments: [0, 1],
      window: 10..<60,
      participation: .automatic, effect: .multipliers(Array(repeating: 1.5, count: 50)))
    var again = scenario.plans[1].offers[1]
    again.budget = nil
    again.window = 20..<80
    scenario.plans[0].offers = [cut]
    scenario.plans[1].offers = [cut, scenario.plans[1].offers[0], again]
    return scenario
  }
}
