import Testing

@testable import Market

/// Markets in which more happens than is counted have no figures, and say so instead of stopping.
@Suite struct SimulationLimitTests {
  private func whole(_ scenario: Scenario) -> ShardOutcome {
    let simulation = Simulation(scenario)
    return (1..<max(1, simulation.shards)).reduce(into: simulation.play(replication: 0, shard: 0)) {
      $0 += simulation.play(replication: 0, shard: $1)
    }
  }

  private func scenario(people: Int = 400, _ change: (inout Segment) -> Void) -> Scenario {
    var scenario = BusyMarket.scenario(people: people, seed: 5, horizon: 60)
    for index in scenario.market.segments.indices { change(&scenario.market.segments[index]) }
    return scenario
  }

  @Test func sumsPast64BitsAreKnown() {
    var ledger = Ledger(days: 1, segments: 1, sources: 1)
    ledger.add(.max - 1, to: .revenue, day: 0, segment: 0, source: 0)
    #expect(!ledger.hasOverflowed)
    #expect(ledger.magnitude == Double(Int64.max))
    var both = ledger
    both += ledger
    #expect(both.hasOverflowed && both.magnitude == .infinity)
    ledger.add(2, to: .revenue, day: 0, segment: 0, source: 0)
    #expect(ledger.hasOverflowed)
    var costs = Ledger(days: 1, segments: 1, sources: 1)
    costs.add(.min, to: .reward, day: 0, segment: 0, source: 0)
    #expect(costs.magnitude == 9_223_372_036_854_775_808)
    costs.add(-1, to: .reward, day: 0, segment: 0, source: 0)
    #expect(costs.hasOverflowed)
  }

  @Test func moneyThatIsNotCounted() {
    let rich = scenario(people: 8_000) { $0.baskets.gamma = 1e17 }
    #expect(throws: SimulationLimit.money) { try Simulation(rich).finish(whole(rich)) }
    #expect(Simulation(rich).replication(0) == nil)
  }

  @Test func ordersThatAreNotCounted() {
    let busy = scenario { segment in
      segment.purchases.rate = 1e-6
      segment.purchases.lapse = .afterOrders(a: 1e-9, b: 1, first: .chance(0))
    }
    #expect(throws: SimulationLimit.orders) { try Simulation(busy).finish(whole(busy)) }
  }

  @Test func ordinaryMarketsMoveWhatTheirLedgersSay() throws {
    let simulation = Simulation(scenario { _ in })
    let outcome = try simulation.finish(whole(simulation.scenario))
    let ledger = outcome.plans[0].ledger
    // Revenue alone is part of what moves.
    #expect(outcome.moneyMoved[0] >= Double(ledger.total(.revenue)))
  }

  @Test func clocksWithoutAnEndAreNotLookedThrough() {
    let clock = CommonClock(exactly: [1, .infinity, 1])
    #expect(clock.firstDay(reaching: .infinity, from: 0) <= 3)
    #expect(clock.firstDay(reaching: .nan, from: 0) == 3)
  }

  @Test func whatTakesDaysIsSaid() {
    var scenario = BusyMarket.scenario(people: 10, seed: 5, horizon: 60)
    scenario.market.segments[0].size = 50_000_000
    let need = TimeNeed(scenario, replications: 1_000_000, threads: 2)
    #expect(need.problem?.contains("days on this machine") == true)
    #expect(TimeNeed(scenario, replications: 10, threads: 2).problem == nil)
  }
}
