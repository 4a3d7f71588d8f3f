import Testing

@testable import Market

struct MeetingsTests {
  /// A visit without leads is a contact that everybody takes in.
  @Test func visitsAreContacts() throws {
    func plan(_ terms: any ChannelTerms, days: Range<Int>) throws -> PlanOutcome {
      var scenario = ChannelSample.scenario(terms, days: days)
      for plan in scenario.plans.indices { scenario.plans[plan].channels[2].reach = 1 }
      return try #require(ChannelSample.plans(scenario).last)
    }
    let met = try plan(Meetings(dates: [20..<23], cost: 0, visitors: 90), days: 0..<60)
    let bought = try plan(BoughtContacts(.offline, .contacts(90), price: 0), days: 20..<23)
    #expect(met.ledger == bought.ledger && met.events == bought.events)
    #expect(met.events.total(.reached, source: 2) > 150)
  }

  /// A share of the visits are trials at once, at no other time.
  @Test func leadsTry() throws {
    func plan(_ leads: Double) throws -> PlanOutcome {
      var scenario = ChannelSample.scenario(
        Meetings(every: 15, cost: 40_000, visitors: 300, leads: leads))
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].trial.hazard = 0
        scenario.market.segments[segment].awareness.organic = 0
      }
      return try #require(ChannelSample.plans(scenario).last)
    }
    let (none, some, all) = (try plan(0), try plan(0.4), try plan(1))
    #expect(none.events.total(.trial) == 0)
    let visits = Double(some.events.total(.reached, source: 2))
    let trials = Double(some.events.total(.trial, source: 2))
    #expect(visits > 400)
    #expect(abs(trials - 0.4 * visits) < 4 * (visits * 0.24).squareRoot())
    #expect(all.events.total(.trial) == all.events.total(.reached, source: 2))
    #expect(all.events.total(.firstOrder) > some.events.total(.firstOrder))
    #expect(some.ledger.total(.acquisition, source: 2) == -4 * 40_000)
  }
}
