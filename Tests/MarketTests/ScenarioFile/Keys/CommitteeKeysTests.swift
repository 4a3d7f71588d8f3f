import Documents
import Market
import Testing

@Suite struct CommitteeKeysTests {
  private static let text = """
    name: Software
    currency: CNY
    start: 2026-03-02
    horizon: 100 days
    people: 1000
    every segment:
      trial: {hazard: 2% per day, pause: 10 days}
      first purchase: {chance: 50%}
      purchases: {average: 0.5 per month}
      lapse: {average: 20%}
      basket: {average: 31000 CNY}
    segments:
      factories:
        share: 50%
        committee:
          roles:
            user: {approves: 70%, takes: 5 days, meeting: 200 CNY}
            decider: {approves: 50%, takes: 2 weeks}
          cases: {agree: 30%, cost: 2000 CNY, helps: 0.5, already: 3}
      shops: {share: 50%}
    channels:
      fair: {kind: offline, price: 80 CNY, reach: 30%, contacts: 2 per day, eases: {decider: 0.7, user: 0}, eases for: 90 days}
    plans:
      - name: as today
      - name: other
        CHANGE

    """

  private func scenario(_ change: String = "prices: {change: 0}") throws -> Scenario {
    try ScenarioFile(Self.text.replacing("CHANGE", with: change)).resolve().scenario
  }

  @Test func committeesAreRead() throws {
    let scenario = try scenario()
    let committee = Committee(
      roles: [
        Committee.Role(name: "user", approves: 0.7, takes: 5, meeting: 20_000),
        Committee.Role(name: "decider", approves: 0.5, takes: 14),
      ], cases: PublishedCases(agree: 0.3, cost: 200_000, helps: 0.5, already: 3))
    // The segment's own committee decides in place of what holds for every segment.
    #expect(scenario.market.segments.map(\.committee) == [committee, nil])
    #expect(scenario.plans[0].channels[0].easesRoles == ["decider": 0.7])
    #expect(scenario.plans[0].channels[0].easesRolesFor == 90)
    #expect(scenario.plans[1].operations.services.isEmpty)
    #expect(scenario.segmentsWithCommittee == [0])
  }

  /// A plan changes roles key by key, and adds others at the end.
  @Test func plansChangeRolesKeyByKey() throws {
    let change = """
      segments: {factories: {committee: {roles: {decider: {approves: 60%}, board: {approves: 90%, takes: 0}}}}}
      """
    let scenario = try scenario(change)
    let roles = try #require(scenario.committee(of: 0, under: scenario.plans[1])).roles
    #expect(roles.map(\.name) == ["user", "decider", "board"])
    #expect(roles.map(\.approves) == [0.7, 0.6, 0.9])
    #expect(roles.map(\.takes) == [5, 14, 0])
    #expect(scenario.committee(of: 0, under: scenario.plans[0])?.roles.count == 2)
    #expect(scenario.committee(of: 1, under: scenario.plans[1]) == nil)
  }

  @Test func channelsMayEaseRolesOfAPlan() throws {
    let change = """
      segments: {shops: {committee: {roles: {owner: {approves: 60%, takes: 3 days}}}}}
          channels: {fair: {eases: {owner: 1}}}
      """
    let plan = try scenario(change).plans[1]
    #expect(plan.channels[0].easesRoles == ["decider": 0.7, "owner": 1])
    #expect(plan.operations.services[1].committee?.roles.map(\.name) == ["owner"])
  }
}
