import Testing

@testable import Market

/// Committees beside what else there is in a market.
struct CommitteeMarketTests {
  private func expectSame(_ first: [PlanOutcome], _ second: [PlanOutcome]) {
    #expect(first.count == second.count && !first.isEmpty)
    for (one, other) in zip(first, second) {
      #expect(one.ledger == other.ledger)
      #expect(one.events == other.events)
      #expect(one.tally.committees == other.tally.committees)
      #expect(one.figures[.afterwards, 0] == other.figures[.afterwards, 0])
    }
  }

  /// Roles that no committee has, and cases that help nobody and cost nothing, change no byte.
  @Test func whatDoesNothingChangesNothing() {
    var plain = Companies.busy(cases: PublishedCases())
    for plan in plain.plans.indices {
      for channel in plain.plans[plan].channels.indices {
        plain.plans[plan].channels[channel].easesRoles = [:]
      }
    }
    var idle = plain
    idle.market.segments[0].committee?.cases = PublishedCases(agree: 0.5, already: 40)
    for plan in idle.plans.indices { idle.plans[plan].channels[0].easesRoles = ["nobody": 2] }
    let (first, second) = (Companies.plans(plain), Companies.plans(idle))
    #expect(second.allSatisfy { $0.tally.committees.cases[0] > 0 })
    for (one, other) in zip(first, second) {
      #expect(one.ledger == other.ledger && one.events == other.events)
    }
    // Without a committee nobody is eased.
    var alone = plain
    alone.market.segments[0].committee = nil
    var eased = alone
    for plan in eased.plans.indices { eased.plans[plan].channels[0].easesRoles = ["user": 2] }
    expectSame(Companies.plans(alone), Companies.plans(eased))
  }

  /// Cases that help join customers; those that only cost do not.
  @Test func casesCouple() {
    let scenario = Companies.busy()
    #expect(Coupling.all(scenario, scenario.plans[0]).contains(.cases))
    for cases in [
      PublishedCases(agree: 0.4, cost: 100), PublishedCases(helps: 1, already: 5),
    ] {
      let other = Companies.busy(cases: cases)
      #expect(!Coupling.all(other, other.plans[0]).contains(.cases))
    }
  }

  /// Played in shards and as one, crowd after crowd and day by day: the same bytes.
  @Test func shardsDoNotMatter() throws {
    var scenario = BusyMarket.scenario(people: 100, seed: 9, horizon: 60)
    scenario.market.segments = [scenario.market.segments[0]]
    scenario.market.segments[0].size = 3 * Crowd.size
    scenario.market.segments[0].begins = .prospects(aware: 0.5)
    scenario.market.segments[0].feedback = Feedback()
    scenario.market.segments[0].committee = Committee(
      roles: Companies.roles, cases: PublishedCases(agree: 0.3, cost: 700, already: 3))
    scenario.market.product.iteration = nil
    scenario.plans = [Companies.busy().plans[0]]
    scenario.plans[0].channels = [scenario.plans[0].channels[0]]
    scenario.plans[0].channels[0].audience = [0]
    scenario.plans[0].channels[0].bought?.scarcity = 0
    let apart = Simulation(scenario, comparing: false)
    #expect(apart.shards > 1)
    scenario.market.product.iteration = Product.Iteration(
      every: 7, gain: 0, saturation: 1, best: 0, cost: 0)
    let together = Simulation(scenario, comparing: false)
    #expect(together.shards == 1)
    let (first, second) = (
      try #require(apart.replication(0)).plans, try #require(together.replication(0)).plans
    )
    expectSame(first, second)
    #expect(first[0].tally.committees.cases[0] > 0)
    #expect(first[0].events.total(.firstOrder) > 100)
  }

  /// The last yes may be for a group: the order waits, and who waited in vain pauses and is asked again.
  @Test func aDealMayWaitForAGroup() throws {
    var offer = ToolMarket.group
    offer.participation = .automatic
    offer.orders = .first
    offer.terms = GroupBuy(.fixed(1), size: 1_000, within: 2)
    var scenario = Companies.busy()
    offer.window = 0..<scenario.horizon
    scenario.plans[1].offers = [offer]
    let plan = Companies.plans(scenario)[1]
    #expect(plan.counted(.approved, 2) > 50)
    #expect(plan.events.total(.firstOrder, segment: 0) == 0)
    let waited = plan.tally.offers.total(.refunded, slot: 0, segment: 0)
    // Those of the last two days still wait.
    #expect(waited > 50 && waited <= plan.counted(.approved, 2))
    #expect(plan.tally.committees.cases[0] == 0)
  }

  /// A plan may ask other roles than the baseline: after the horizon whoever is past them buys.
  @Test func aPlansCommitteeEndsWithTheHorizon() throws {
    var scenario = Companies.busy()
    scenario.market.segments[0].committee = nil
    scenario.market.runOff = RunOff(days: 100)
    scenario.plans[1].operations.services = scenario.market.segments.map { Service($0) }
    scenario.plans[1].operations.services[0].committee = Committee(
      roles: [Committee.Role(name: "slow", approves: 1, takes: 30)])
    let plan = Companies.plans(scenario)[1]
    let deciding = plan.counted(.asked, 0) - plan.counted(.met, 0)
    #expect(deciding > 20)
    #expect(plan.counted(.approved, 0) == plan.events.total(.firstOrder, segment: 0))
    #expect(plan.figures[.wonAfterwards, 0] > 0.5 * Double(deciding))
  }

  /// Where each company stands for several, others see as many cases.
  @Test func casesAreThoseOfTheRealMarket() throws {
    func deals(_ standsFor: Int, _ published: Int) throws -> Double {
      var scenario = Companies.alone(
        Committee(
          roles: [Committee.Role(name: "decider", approves: 0.2, takes: 400)],
          cases: PublishedCases(helps: 1)), size: 30_000, horizon: 200)
      var first = scenario.market.segments[0]
      first.name = "first clients"
      first.size = published
      first.committee = Committee(
        roles: [Committee.Role(name: "decider", approves: 1)], cases: PublishedCases(agree: 1))
      scenario.market.segments.append(first)
      scenario.market.standsFor = standsFor
      return Double(
        try #require(Companies.plans(scenario).first).events.total(.firstOrder, segment: 0))
    }
    // The same draws against nearly the same chance: only meetings of day 0 see none.
    #expect(try deals(5, 4) == deals(1, 20))
    #expect(try deals(1, 4) < deals(1, 20))
  }

  /// In an experiment a person's contribution holds what meetings with them cost.
  @Test func armsBookMeetings() throws {
    var scenario = Companies.busy(people: 600)
    scenario.plans[1].operations = Operations()
    let market = ArmMarket(
      scenario, try ArmDesign(scenario.plans, enrolment: .start),
      observations: [Observation(.contribution, after: scenario.horizon)])
    let people = market.people(replication: 0, .everybody(0))
    let plan = try #require(Simulation(scenario).replication(0)).plans[0]
    let contacts = (0..<2).reduce(Int64(0)) { $0 + plan.path.spend[$1].prefix(200).reduce(0, +) }
    let product = plan.ledger.total(.product)
    #expect(
      Int64(people.values[0].reduce(0, +).rounded())
        == plan.ledger.net() + contacts - product)
    #expect(plan.ledger.total(.acquisition, segment: 0) < 0)
  }
}
