import Testing

@testable import Market

/// Properties of the model that hold to the last byte, whatever is drawn.
@Suite struct ExactPropertiesTests {
  private func outcome(_ scenario: Scenario, replication: Int = 0) throws -> ReplicationOutcome {
    try #require(Simulation(scenario).replication(replication))
  }

  /// What a plan came to, the names of plans left out.
  private func expectSame(_ first: PlanOutcome, _ second: PlanOutcome) {
    #expect(first.ledger == second.ledger)
    #expect(first.events == second.events)
    #expect(first.path == second.path)
    #expect(first.tally.cohorts == second.tally.cohorts)
    for figure in Figure.allCases {
      let (here, there) = (first.figures[figure, 0], second.figures[figure, 0])
      #expect(here == there || (here.isNaN && there.isNaN), "\(figure)")
    }
  }

  @Test func sameSeedSameBytes() throws {
    let scenario = BusyMarket.scenario(people: 1_000, seed: 3)
    let (first, second) = (try outcome(scenario), try outcome(scenario))
    for plan in first.plans.indices { expectSame(first.plans[plan], second.plans[plan]) }
    let other = try outcome(BusyMarket.scenario(people: 1_000, seed: 4))
    #expect(other.plans[0].ledger != first.plans[0].ledger)
    #expect(try outcome(scenario, replication: 1).plans[0].ledger != first.plans[0].ledger)
  }

  @Test func anOfferOfNothingChangesNothing() throws {
    var scenario = BusyMarket.scenario(people: 2_000, seed: 5)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].habit = RewardHabit()
    }
    scenario.plans[1].offers[0].terms = Coupon(.fixed(0))
    scenario.plans[1].offers[0].fixedCost = 0
    scenario.plans[1].offers[1].terms = Coupon(.percent(0))
    let plans = try outcome(scenario).plans
    #expect(plans[1].ledger == plans[0].ledger)
    #expect(plans[1].path == plans[0].path)
    #expect(plans[1].tally.cohorts == plans[0].tally.cohorts)
    #expect(plans[1].events == plans[0].events)
  }

  @Test func aLargerRewardIsTakenByASuperset() throws {
    var scenario = BusyMarket.scenario(people: 1, seed: 6, horizon: 70)
    scenario.market.segments = [scenario.market.segments[0]]
    scenario.market.segments[0].size = 1
    scenario.market.segments[0].base = []
    scenario.market.segments[0].begins = .customers
    scenario.market.segments[0].habit = RewardHabit()
    scenario.market.segments[0].feedback = Feedback()
    scenario.market.product.iteration = nil
    let strengths: [Int64] = [100, 300, 500, 1_000, 3_000]
    scenario.plans = strengths.map { strength in
      Plan(
        name: "\(strength)",
        offers: [
          Offer(
            name: "coupon", terms: Coupon(.fixed(strength)), orders: .repeats, segments: [0],
            window: 20..<60,
            participation: .decided(attention: 0.6, fading: 3, noise: 0.5), effect: .lift(1))
        ])
    }
    // A market of one customer a replication: taking part is that customer's.
    let simulation = Simulation(scenario, comparing: false)
    var takers = Array(repeating: 0, count: strengths.count)
    for replication in 0..<150 {
      let plans = try #require(simulation.replication(replication)).plans
      let taken = plans.map { $0.events.total(.tookPart) }
      for (weaker, stronger) in zip(taken, taken.dropFirst()) { #expect(weaker <= stronger) }
      for plan in takers.indices { takers[plan] += Int(taken[plan]) }
    }
    #expect(takers[0] < takers[4])
  }

  @Test func plansDoNotTouchEachOther() throws {
    var scenario = BusyMarket.scenario(people: 1_500, seed: 7)
    let both = try outcome(scenario).plans
    var third = scenario.plans[1]
    third.name = "more"
    third.offers[0].terms = Coupon(.fixed(1_200))
    scenario.plans = [scenario.plans[0], third, scenario.plans[1]]
    let three = try outcome(scenario).plans
    expectSame(three[2], both[1])
    scenario.plans = [scenario.plans[2]]
    let alone = try #require(Simulation(scenario, comparing: false).replication(0)).plans[0]
    #expect(alone.ledger == both[1].ledger)
    #expect(alone.events == both[1].events)
  }

  @Test func anotherSegmentMovesNobodysDraws() throws {
    var scenario = BusyMarket.scenario(people: 2_000, seed: 8)
    scenario.market.product.iteration = nil
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].feedback = Feedback()
    }
    for plan in scenario.plans.indices {
      for channel in scenario.plans[plan].channels.indices {
        scenario.plans[plan].channels[channel].bought?.scarcity = 0
        scenario.plans[plan].channels[channel].audience = [0]
      }
      scenario.plans[plan].offers = scenario.plans[plan].offers.map { coupon in
        var coupon = coupon
        coupon.budget = nil
        coupon.segments = [0]
        return coupon
      }
    }
    let two = try outcome(scenario).plans[1]
    scenario.market.segments.removeLast()
    let one = try outcome(scenario).plans[1]
    for account in Account.allCases {
      #expect(one.ledger.total(account, segment: 0) == two.ledger.total(account, segment: 0))
    }
    #expect(one.events.total(.firstOrder, segment: 0) > 0)
  }

  /// A market that couples nobody, played in shards, against the same market played day by day as one.
  @Test func shardsDoNotMatter() throws {
    let people = 3 * Crowd.size * 8
    var scenario = BusyMarket.scenario(people: 100, seed: 9, horizon: 60)
    scenario.market.segments = [scenario.market.segments[0]]
    scenario.market.segments[0].size = people
    scenario.market.segments[0].begins = .prospects(aware: 0.5)
    scenario.market.segments[0].feedback = Feedback()
    scenario.market.product.iteration = nil
    scenario.plans = [
      Plan(
        name: "apart",
        offers: [
          Offer(
            name: "welcome", terms: Coupon(.fixed(500)), orders: .every, segments: [0],
            window: 5..<50,
            participation: .decided(attention: 0.6, fading: 3, noise: 0.5), effect: .lift(1),
            pullForward: Offer.PullForward(drop: 0.5, days: 7))
        ])
    ]
    let apart = Simulation(scenario, comparing: false)
    #expect(apart.shards > 1)
    scenario.market.product.iteration = Product.Iteration(
      every: 7, gain: 0, saturation: 1, best: 0, cost: 0)
    let together = Simulation(scenario, comparing: false)
    #expect(together.shards == 1)
    let (first, second) = (
      try #require(apart.replication(0)).plans[0], try #require(together.replication(0)).plans[0]
    )
    #expect(first.ledger == second.ledger)
    #expect(first.events == second.events)
    #expect(first.events.total(.redemption) > 0)
    #expect(first.figures[.acquired, 0] == second.figures[.acquired, 0])
  }
}
