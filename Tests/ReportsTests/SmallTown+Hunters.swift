import Market

extension SmallTown {
  /// A coupon for first orders, which draws bonus hunters too.
  static var withHunters: Scenario {
    var scenario = scenario(objective: .acquired)
    scenario.plans.remove(at: 1)
    scenario.plans[1].offers[0].orders = .first
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].decision = FirstPurchase(intercept: -3, gain: 4)
    }
    scenario.market.segments.append(
      Segment(
        name: "bonus hunters", accounts: 300, hunters: Hunters(accounts: 3, order: 1_000),
        participation: ParticipationCost(time: 100)))
    scenario.plans[1].offers[0].segments = [0, 1, 2]
    scenario.stopping = StoppingRule(minimum: 3, maximum: 3)
    return scenario
  }
}
