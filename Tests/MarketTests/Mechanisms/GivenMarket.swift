import RealModule
import Testing

@testable import Market

/// Markets in which one offer is judged against none.
enum GivenMarket {
  /// The busy market with one offer in its second plan.
  static func plans(
    _ offer: Offer, people: Int = 2_000, change: (inout Scenario) -> Void = { _ in }
  ) -> [PlanOutcome] {
    var scenario = ToolMarket.scenario([offer], people: people)
    change(&scenario)
    return ToolMarket.outcome(scenario)
  }

  /// Ledger and events of a plan with the offer are those of the plan without it.
  static func expectNothing(
    of offer: Offer, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let plans = plans(offer)
    #expect(plans[1].ledger == plans[0].ledger, sourceLocation: sourceLocation)
    #expect(plans[1].events == plans[0].events, sourceLocation: sourceLocation)
  }

  /// Whoever takes a weaker offer takes a stronger one too: in markets of one customer each, without habit.
  ///
  /// - Returns: The takers of each offer, in their order from the weakest.
  static func takers(
    of offers: [Offer], begins: Segment.Beginning, feedback: Feedback = Feedback(),
    markets: Int = 150,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [Int] {
    var scenario = BusyMarket.scenario(people: 1, seed: 6, horizon: 140)
    var segment = scenario.market.segments[0]
    (segment.size, segment.base, segment.begins) = (1, [], begins)
    (segment.habit, segment.feedback) = (RewardHabit(), feedback)
    scenario.market.segments = [segment]
    scenario.market.product.iteration = nil
    scenario.plans = offers.enumerated().map { place, offer in
      var offer = offer
      offer.segments = [0]
      return Plan(name: "\(place)", offers: [offer])
    }
    let simulation = Simulation(scenario, comparing: false)
    var takers = Array(repeating: 0, count: offers.count)
    for replication in 0..<markets {
      let plans = try #require(simulation.replication(replication)).plans
      let taken = plans.map { $0.counted(.taken) }
      for (weaker, stronger) in zip(taken, taken.dropFirst()) {
        #expect(weaker <= stronger, sourceLocation: sourceLocation)
      }
      for plan in takers.indices { takers[plan] += Int(taken[plan]) }
    }
    return takers
  }

  static let weighed = Offer.Participation.decided(attention: 0.6, fading: 5, noise: 0.3)

  static func rewards(_ plan: PlanOutcome) -> Int64 {
    -(plan.ledger.total(.reward) + plan.ledger.total(.firstOrderReward))
  }
}
