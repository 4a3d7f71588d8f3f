@testable import Market

/// Markets of companies whose committees decide.
enum Companies {
  static let roles = [
    Committee.Role(name: "user", approves: 0.8, takes: 2.5, meeting: 1_000),
    Committee.Role(name: "budget", approves: 0.7, takes: 6, meeting: 2_300),
    Committee.Role(name: "signer", approves: 0.9, takes: 0.5, meeting: 700),
  ]
  static let cases = PublishedCases(agree: 0.4, cost: 50_000, helps: 0.3, already: 2)

  /// The busy market, in whose first segment a committee decides; both its channels ease a role.
  static func busy(people: Int = 2_000, seed: UInt64 = 3, cases: PublishedCases = cases) -> Scenario
  {
    var scenario = BusyMarket.scenario(people: people, seed: seed)
    scenario.market.segments[0].committee = Committee(roles: roles, cases: cases)
    for plan in scenario.plans.indices {
      scenario.plans[plan].channels[0].easesRoles = ["budget": 0.7]
      scenario.plans[plan].channels[1].easesRoles = ["user": 0.4, "signer": 1]
    }
    return scenario
  }

  /// A market of nothing else: everybody tries at the first moment of day 0 and never again.
  static func alone(
    _ committee: Committee, size: Int, horizon: Int, channels: [Channel] = []
  ) -> Scenario {
    var segment = Segment(
      name: "companies", size: size, begins: .prospects(aware: 1),
      purchases: PurchaseHabits(shape: 1, rate: 1, lapseA: 1, lapseB: 1, firstLapse: 1),
      baskets: Published.baskets, trial: .atOnce)
    segment.committee = committee
    return OracleRun(number: 0, seed: 5, size: 1)
      .scenario(horizon: horizon, segment: segment, channels: channels)
  }

  static func plans(_ scenario: Scenario) -> [PlanOutcome] {
    Simulation(scenario).replication(0)?.plans ?? []
  }
}

extension PlanOutcome {
  func counted(_ count: CommitteeCount, _ role: Int, segment: Int = 0) -> Int64 {
    tally.committees[count, role: role, segment: segment]
  }
}
