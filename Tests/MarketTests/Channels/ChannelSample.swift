import Statistics

@testable import Market

/// A busy market with one channel more, and what that channel brings day by day.
enum ChannelSample {
  static func channel(_ terms: any ChannelTerms, days: Range<Int> = 0..<60) -> Channel {
    Channel(name: "tried", terms: terms, reach: 0.5, audience: [0, 1], days: days)
  }

  /// Both plans have it; the second alone does anything for it.
  ///
  /// Where customers make what it brings, they are engaged.
  static func scenario(
    _ terms: any ChannelTerms, days: Range<Int> = 0..<60, people: Int = 2_000, seed: UInt64 = 5,
    areEngaged: Bool? = nil
  ) -> Scenario {
    var scenario = BusyMarket.scenario(people: people, seed: seed)
    if areEngaged ?? terms.isMadeByCustomers {
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].engagement = Engagement(
          visits: 0.3, halfLife: 10, floor: 0.6, half: 2)
      }
    }
    for plan in scenario.plans.indices {
      scenario.plans[plan].channels.append(channel(terms, days: plan == 0 ? 0..<0 : days))
    }
    return scenario
  }

  /// Its place among the sources.
  static let source = 2

  static func plans(_ scenario: Scenario, replication: Int = 0) -> [PlanOutcome] {
    Simulation(scenario, comparing: false).replication(replication)?.plans ?? []
  }

  /// Contacts per head of a hundred people, day by day, and what the days cost.
  static func days(
    _ terms: any ChannelTerms, open: Range<Int>, count: Int, replication: Int = 0,
    name: String = "tried"
  ) -> [ChannelDay] {
    var channel = channel(terms, days: open)
    channel.name = name
    var market = ChannelMarket(
      channel, audience: 100, prospects: 100, Draws(seed: 1, replication: replication))
    return (0..<count).map { market.open($0, prices: 1) }
  }
}

extension ChannelMarket {
  /// A day of which nobody asks what it is a head.
  mutating func open(_ day: Int, prices: Double) -> ChannelDay {
    var perHead = Array(repeating: 0.0, count: (channel.audience.max() ?? 0) + 1)
    return open(day, prices: prices, engaged: 0, among: &perHead)
  }
}
