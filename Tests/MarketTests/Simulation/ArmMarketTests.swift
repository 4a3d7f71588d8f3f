import Statistics
import Testing

@testable import Market

@Suite struct ArmMarketTests {
  private func observations(_ horizon: Int) -> [Observation] {
    PersonMetric.allCases.map { Observation($0, after: horizon) }
  }

  /// Everybody in one arm lives through the plan of that arm, to the cent; nobody sees the other's offers.
  @Test(arguments: [0, 1]) func everybodyInAnArmIsThatPlan(arm: Int) throws {
    let scenario = BusyMarket.scenario(people: 1_500, seed: 11)
    let plan = try #require(Simulation(scenario, comparing: false).replication(2)).plans[arm]
    let market = ArmMarket(
      scenario, try ArmDesign(scenario.plans), observations: observations(scenario.horizon))
    #expect(market.isCoupled)
    let outcome = market.play(
      replication: 2, .everybody(arm),
      labelled: [Allotment(shares: [0.5, 0.5], salt: 1), Allotment(shares: [0.2, 0.8], salt: 2)])
    let people = Double(market.people)
    let figures = plan.figures
    func total(_ figures: [Figure]) -> Double {
      figures.reduce(0) { $0 + plan.figures[$1, 0] }
    }
    let expected: [PersonMetric: Double] = [
      .orders: total([.orders]), .revenue: total([.revenue]),
      .contribution: total([.contribution]), .profit: total([.contribution, .afterwards]),
    ]
    for (place, observation) in market.observations.enumerated() {
      guard let sum = expected[observation.metric] else { continue }
      #expect(
        abs(outcome.level(observation: place) * people / sum - 1) < 1e-9, "\(observation.metric)")
    }
    #expect(figures[.orders, 0] > 0)
    // Labels share the people out and move nothing.
    for allotment in 0..<2 {
      let groups = (0..<2).map {
        outcome.moments(allotment: allotment, arm: $0, observation: 1)
      }
      #expect(groups[0].count + groups[1].count == market.people)
      let mean = (groups[0] + groups[1]).mean
      #expect(abs(mean * people / total([.orders]) - 1) < 1e-9)
    }
  }

  /// Where nobody reaches anybody else, a person in an arm is the twin of themselves in a market all of it.
  @Test func apartEverybodyIsTheirTwin() throws {
    let scenario = ApartMarket.scenario(people: 1_200)
    let market = ArmMarket(
      scenario, try ArmDesign(scenario.plans), observations: observations(scenario.horizon))
    #expect(!market.isCoupled)
    let split = Allotment(shares: [0.4, 0.6], salt: 5)
    let mixed = market.people(replication: 1, .split(split))
    let twins = [0, 1].map { market.people(replication: 1, .everybody($0)) }
    #expect(twins[0].arms.allSatisfy { $0 == 0 } && twins[1].arms.allSatisfy { $0 == 1 })
    for observation in market.observations.indices {
      for person in mixed.arms.indices {
        let twin = twins[Int(mixed.arms[person])]
        #expect(mixed.values[observation][person] == twin.values[observation][person])
      }
      #expect(twins[0].values[observation] != twins[1].values[observation])
    }
  }

  /// One product over potential outcomes is the same as playing the mixed market.
  @Test func labelsOverTwinsAreTheMixedMarketWhereNobodyInterferes() throws {
    let scenario = ApartMarket.scenario(people: 1_200)
    let market = ArmMarket(
      scenario, try ArmDesign(scenario.plans),
      observations: observations(scenario.horizon) + [Observation(.revenue, after: 30)])
    let allotments = (0..<5).map { Allotment(shares: [0.3, 0.7], salt: $0) }
    let twins = (0..<2).map { market.play(replication: 0, .everybody($0), labelled: allotments) }
    for (place, allotment) in allotments.enumerated() {
      let mixed = market.play(replication: 0, .split(allotment), labelled: [allotment])
      for observation in market.observations.indices {
        for arm in 0..<2 {
          let played = mixed.moments(allotment: 0, arm: arm, observation: observation)
          let relabelled = twins[arm].moments(
            allotment: place, arm: arm, observation: observation)
          #expect(played.count == relabelled.count)
          #expect(
            abs(played.mean - relabelled.mean) <= 1e-9 * max(1, played.mean.magnitude))
          #expect(
            abs(played.sumOfSquaredDeviations - relabelled.sumOfSquaredDeviations)
              <= 1e-9 * max(1, played.sumOfSquaredDeviations))
        }
      }
    }
  }

  /// Sums by matrix product against sums person by person.
  @Test func momentsAreThoseOfThePeople() throws {
    let scenario = BusyMarket.scenario(people: 800, seed: 13, horizon: 60)
    let market = ArmMarket(
      scenario, try ArmDesign(scenario.plans), observations: [Observation(.revenue, after: 40)])
    let split = Allotment(shares: [0.5, 0.5], salt: 3)
    let outcome = market.play(replication: 0, .split(split), labelled: [split])
    let people = market.people(replication: 0, .split(split))
    for arm in 0..<2 {
      let values = zip(people.arms, people.values[0]).filter { $0.0 == arm }.map { $0.1 }
      let expected = Moments(values)
      let found = outcome.moments(allotment: 0, arm: arm, observation: 0)
      #expect(found.count == expected.count)
      #expect(abs(found.mean / expected.mean - 1) < 1e-12)
      #expect(
        abs(found.sumOfSquaredDeviations / expected.sumOfSquaredDeviations - 1) < 1e-10)
    }
  }

  @Test func aSharedBudgetIsSharedAndNeverExceeded() throws {
    var scenario = BusyMarket.scenario(people: 1_000, seed: 14, horizon: 120)
    var other = scenario.plans[1]
    other.name = "without a welcome"
    other.offers.removeFirst()
    let design = try ArmDesign([scenario.plans[1], other])
    #expect(design.markets[0].offers.count == 2)
    #expect(design.offers(0, to: 0) && !design.offers(0, to: 1))
    #expect(design.offers(1, to: 0) && design.offers(1, to: 1))
    let split = Allotment(shares: [0.5, 0.5], salt: 3)
    func granted(_ scenario: Scenario) throws -> Double {
      let market = ArmMarket(
        scenario, try ArmDesign([scenario.plans[1], scenario.plans[2]]),
        observations: [
          Observation(.revenue, after: 120), Observation(.contribution, after: 120),
        ])
      let people = market.people(replication: 0, .split(split))
      // Without costs of goods and service only rewards stand between revenue and contribution.
      return zip(people.values[0], people.values[1]).reduce(0) { $0 + $1.0 - $1.1 }
    }
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].baskets.costShare = 0
      scenario.market.segments[segment].baskets.costPerOrder = 0
    }
    scenario.plans[1].offers.removeFirst()
    scenario.plans.append(scenario.plans[1])
    scenario.plans[1].offers[0].budget = 40_000
    scenario.plans[2].offers[0].budget = 40_000
    let spent = try granted(scenario)
    #expect(spent <= 40_000 && spent > 30_000)
    // A budget of one's own each: together more than either has.
    scenario.plans[2].offers[0].fixedCost = 1
    #expect(try granted(scenario) > 40_000)
  }

  @Test func refusesArmsThatReachDifferentPeople() throws {
    var scenario = BusyMarket.scenario(people: 100, seed: 1)
    scenario.plans[1].channels[1].audience = [0]
    let problem = try #require(throws: ArmProblem.self) { try ArmDesign(scenario.plans) }
    #expect(
      problem.reason.contains("“today” and “coupons” reach different segments with “flyers”"))
    #expect(throws: ArmProblem.self) { try ArmDesign([scenario.plans[0]]) }
  }

  /// The share of 20,000 people in an arm, z below 4: luck fails one seed in 16,000.
  @Test func allotmentsKeepTheirShares() {
    let allotment = Allotment(shares: [0.1, 0.3, 0.6], salt: 77)
    var counts = [0.0, 0, 0]
    for index in 0..<20_000 {
      counts[Int(allotment.arm(of: Individual(family: 4, index: UInt32(index))))] += 1
    }
    for (count, share) in zip(counts, allotment.shares) {
      #expect(abs(count - 20_000 * share) < 4 * (20_000 * share * (1 - share)).squareRoot())
    }
  }
}
