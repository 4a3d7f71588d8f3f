import Testing

@testable import Market
@testable import Planning

/// What the people of one market share is no arm's.
struct MarketsOwnTests {
  private func problem(_ scenario: Scenario) throws -> ArmProblem {
    try #require(throws: ArmProblem.self) {
      try RehearsalDesign(scenario, arms: [0, 1], days: 20)
    }
  }

  /// Alone, and beside something that could be tested; had by one plan, or by both in other words.
  @Test(arguments: KindsOfMarket.serving.indices, [(false, false), (false, true), (true, true)])
  func whatServesAllAlikeIsRefused(place: Int, beside: (coupon: Bool, same: Bool)) throws {
    let (kind, terms, otherwise) = KindsOfMarket.serving[place]
    let coupon = "value: 5 CNY, orders: every, window: day 1..end, attention: {chance: 60%}"
    let scenario = try KindsOfMarket.scenario(
      "\(kind):\n  k: {\(terms)}\ncoupons:\n  x: {\(coupon)}",
      plans: """
          - name: base
        \(beside.same ? "    \(kind): {k: {}}" : "")
          - name: A
            \(kind): {k: {\(otherwise)}}
        \(beside.coupon ? "    coupons: {x: {}}" : "")
        """)
    let problem = try problem(scenario)
    #expect(problem.cause == .scenario)
    #expect(
      problem.reason
        == "“base” and “A” differ in “k” under `\(kind)`, which serves all the people of a"
        + " market alike: such plans can be compared by `flywheel run`, not tested against each other at"
        + " one place and time. To test what else differs, give both plans the same.")
  }

  /// Had by both alike it is no obstacle.
  @Test(arguments: KindsOfMarket.serving.indices)
  func whatBothHaveIsRehearsed(place: Int) throws {
    let (kind, terms, _) = KindsOfMarket.serving[place]
    let coupon = "value: 5 CNY, orders: every, window: day 1..end, attention: {chance: 60%}"
    let scenario = try KindsOfMarket.scenario(
      "\(kind):\n  k: {\(terms)}\ncoupons:\n  x: {\(coupon)}",
      plans: "  - name: base\n    \(kind): {k: {}}\n  - name: A\n    coupons: {x: {}}")
    _ = try RehearsalDesign(scenario, arms: [0, 1], days: 20)
  }

  /// Whose member somebody is, is known by a name, which means one thing to all.
  @Test(arguments: ["members of", "announced by"])
  func whatAnOfferHangsOnIsOne(key: String) throws {
    let attention = key == "announced by" ? "" : ", attention: {chance: 60%}"
    let scenario = try KindsOfMarket.scenario(
      """
      audiences:
        club: {joins at order: 40%, every: 5 days, cost: 1 CNY, opened: 40%, window: day 1..end}
      coupons:
        x: {value: 5 CNY, orders: every, \(key): club, window: day 1..end\(attention)}
      """,
      plans: """
          - name: base
            audiences: {club: {}}
            coupons: {x: {}}
          - name: A
            audiences: {club: {every: 2 days}}
        """)
    #expect(
      try problem(scenario).reason.hasPrefix(
        "“base” and “A” differ in “club”, on which “x” hangs, which is for its members or announced by it"
      ))
  }

  /// What a known brand's word makes easier is felt by all whom it reaches.
  @Test func whatContactsMakeEasierIsOne() throws {
    var scenario = try KindsOfMarket.reaching("opinion leaders", residual: 0)
    scenario.plans[1].channels[0].easing = Easing(trust: 0.2)
    #expect(
      try problem(scenario).reason.hasPrefix(
        "“base” and “A” differ in what a contact of “y” makes easier"))
  }

  /// What answers one plan from outside hits the people of the other too, who share the market: half of what they buy.
  @Test(arguments: ["an offer", "a channel"]) func whatAnswersAPlanIsForAll(of kind: String) throws
  {
    var scenario =
      try kind == "an offer"
      ? KindsOfMarket.offering("coupons", residual: 0)
      : KindsOfMarket.reaching("paid", residual: 0)
    let answered = kind == "an offer" ? "x" : "y"
    scenario.market.season.events = [
      OutsideEvent(
        name: "rival", factor: 0.5, answer: OutsideEvent.Answer(to: answered, after: 0, lasts: 28))
    ]
    let design = try RehearsalDesign(
      scenario, arms: [0, 1], days: 28, metric: .orders, looks: 2, rehearsals: 2, enrolment: .start)
    let market = ArmMarket(design.scenario, design.arms, observations: design.observations)
    #expect(market.couplings == [.answers] && market.isCoupled)
    let place = try #require(design.observations.firstIndex(of: Observation(.orders, after: 28)))
    let rehearsed = RehearsedMarket(market, design.shares, replication: 0, salts: [1, 2])
    for experiment in rehearsed.experiments {
      let (mixed, apart) = (experiment.means[0][place], experiment.apartMeans[0][place])
      // Purchases alone are halved, of those who have bought before.
      #expect(mixed > 0.4 * apart && mixed < 0.8 * apart, "\(mixed) for \(apart)")
      // Under the other plan it is there either way.
      #expect(abs(experiment.means[1][place] / experiment.apartMeans[1][place] - 1) < 1e-9)
    }
    // Both make the same: what answers both alike tells nobody apart.
    scenario.market.season.events = [
      OutsideEvent(
        name: "rival", factor: 0.5, answer: OutsideEvent.Answer(to: "nothing", after: 0, lasts: 28))
    ]
    let quiet = ArmMarket(scenario, design.arms, observations: design.observations)
    #expect(quiet.couplings.isEmpty && !quiet.isCoupled)
  }
}
