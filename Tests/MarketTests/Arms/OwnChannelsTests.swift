import Statistics
import Testing

@testable import Market

/// Arms that buy contacts of their own.
@Suite struct OwnChannelsTests {
  private func observations(_ horizon: Int) -> [Observation] {
    PersonMetric.allCases.map { Observation($0, after: horizon) }
  }

  /// The second plan spends three times as much on search, later, and prints no flyers.
  private func dearer(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    scenario.plans[1].channels[0].bought?.buying = .budget(12_000)
    scenario.plans[1].channels[0].days = 12..<90
    scenario.plans[1].channels[1].bought?.buying = .contacts(0)
    scenario.plans[1].channels[1].bought?.fixedCostPerDay = 0
    scenario.plans[1].channels[1].bought?.contentCost = 0
    return scenario
  }

  /// Everybody in one arm lives through the plan of that arm, to the cent, its contacts paid for.
  @Test(arguments: [0, 1]) func everybodyInAnArmIsThatPlan(arm: Int) throws {
    let scenario = dearer(BusyMarket.scenario(people: 1_500, seed: 11))
    let plan = try #require(Simulation(scenario, comparing: false).replication(2)).plans[arm]
    let market = ArmMarket(
      scenario, try ArmDesign(scenario.plans), observations: observations(scenario.horizon))
    #expect(market.isCoupled)
    let outcome = market.play(
      replication: 2, .everybody(arm), labelled: [Allotment(shares: [0.5, 0.5], salt: 1)])
    func total(_ figures: [Figure]) -> Double {
      figures.reduce(0) { $0 + plan.figures[$1, 0] }
    }
    let expected: [PersonMetric: Double] = [
      .orders: total([.orders]), .contribution: total([.contribution]),
      .profit: total([.contribution, .afterwards]),
    ]
    for (place, observation) in market.observations.enumerated() {
      guard let sum = expected[observation.metric] else { continue }
      let level = outcome.level(observation: place) * Double(market.people)
      #expect(abs(level / sum - 1) < 1e-9, "\(observation.metric)")
    }
  }

  /// Where nobody reaches anybody else, each hears of us as often as in a market all of their arm.
  @Test func apartEverybodyIsTheirTwin() throws {
    let scenario = dearer(ApartMarket.scenario(people: 1_200))
    let design = try ArmDesign(scenario.plans, enrolment: .exposed)
    let market = ArmMarket(scenario, design, observations: observations(scenario.horizon))
    #expect(design.hasOwnChannels && !market.isCoupled)
    let mixed = market.people(replication: 1, .split(Allotment(shares: [0.4, 0.6], salt: 5)))
    let twins = [0, 1].map { market.people(replication: 1, .everybody($0)) }
    for observation in market.observations.indices {
      for person in mixed.arms.indices {
        let twin = twins[Int(mixed.arms[person])]
        #expect(mixed.values[observation][person] == twin.values[observation][person])
      }
      #expect(twins[0].values[observation] != twins[1].values[observation])
    }
    // Search reaches all prospects, from day 5 on in one of the arms; customers come in by the offers.
    #expect(twins[0].enrolled == mixed.enrolled && twins[1].enrolled == mixed.enrolled)
    #expect(mixed.enrolled.count { $0 == 5 } == 1_200)
  }

  /// An arm's mean bears a head's share of what its contacts would cost in the whole market.
  @Test func contactsAreBorneByTheirArm() throws {
    var scenario = ApartMarket.scenario(people: 1_000)
    for plan in scenario.plans.indices {
      scenario.plans[plan].offers = []
      scenario.plans[plan].channels[1].bought?.buying = .budget(0)
      scenario.plans[plan].channels[1].bought?.fixedCostPerDay = 0
      scenario.plans[plan].channels[1].bought?.contentCost = 0
      scenario.plans[plan].channels[0].days = 0..<50
      scenario.plans[plan].channels[0].reach = 0
    }
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].awareness.salienceFloor = 1
    }
    scenario.plans[1].channels[0].bought?.buying = .budget(8_000)
    let market = ArmMarket(
      scenario, try ArmDesign(scenario.plans), observations: [Observation(.contribution, after: 40)]
    )
    let split = Allotment(shares: [0.5, 0.5], salt: 3)
    let labels = (0..<2).map { arm in
      market.play(replication: 0, .everybody(arm), labelled: [split]).moments(observation: 0).mean
    }
    // Nobody takes a contact in or is moved by it: 40 days of 8,000 against 4,033.7, over 1,100 people.
    #expect(abs(labels[0] - labels[1] - 40 * (8_000 - 4_033.7) / 1_100) < 1e-2)
  }

  /// The pool is emptied by all: half the people bought for, half as many reached, and a lower price.
  @Test func contactsAreAsScarceAsAllWhoWereReached() throws {
    var scenario = BusyMarket.scenario(people: 1_000, seed: 3, horizon: 100)
    scenario.plans[0].offers = []
    scenario.plans[1].offers = []
    for plan in 0..<2 {
      scenario.plans[plan].channels[1].bought?.buying = .budget(0)
      scenario.plans[plan].channels[1].bought?.fixedCostPerDay = 0
      scenario.plans[plan].channels[1].bought?.contentCost = 0
      scenario.plans[plan].channels[0].bought?.scarcity = 20
      scenario.plans[plan].channels[0].bought?.buying = .contacts(plan == 0 ? 0 : 300)
    }
    let market = ArmMarket(
      scenario, try ArmDesign(scenario.plans),
      observations: [Observation(.contribution, after: 100)])
    #expect(market.couplings.contains(.contacts))
    let split = Allotment(shares: [0.5, 0.5], salt: 3)
    let alone = market.play(replication: 0, .everybody(1), labelled: [split])
    let mixed = market.play(replication: 0, .split(split), labelled: [split])
    // Contacts are dear here: who shares the pool with people who are not bought for pays far less.
    let difference =
      mixed.moments(allotment: 0, arm: 1, observation: 0).mean
      - alone.moments(allotment: 0, arm: 1, observation: 0).mean
    #expect(difference > 0)
  }
}
