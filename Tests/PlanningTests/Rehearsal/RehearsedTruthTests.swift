import Testing

@testable import Market
@testable import Planning

/// The truth of a rehearsal against the same plans by themselves.
struct RehearsedTruthTests {
  private static let offers = KindsOfMarket.offers.map(\.kind)
  private static let channels = KindsOfMarket.channels.map(\.kind)

  /// What a plan may have is either rehearsed here or refused below.
  @Test func everyKindIsHere() {
    let offers = Self.offers + KindsOfMarket.serving.map(\.kind)
    #expect(Set(offers) == Set(OfferKind.all.map(\.name)))
    #expect(offers.count == OfferKind.all.count)
    #expect(Self.channels.count == ChannelKind.all.count)
    for kind in OfferKind.all {
      #expect(
        kind.terms.servesEverybody == KindsOfMarket.serving.contains { $0.kind == kind.name },
        "\(kind.name)")
    }
  }

  /// A rehearsed market's true profit is that of the plan with nobody in arms, whatever it is spent on.
  private func checkProfits(_ scenario: Scenario, rounding: Double = 1e-9) throws {
    let design = try RehearsalDesign(
      scenario, arms: [0, 1], days: 20, looks: 2, rehearsals: 2, enrolment: .start)
    let market = ArmMarket(design.scenario, design.arms, observations: design.observations)
    let place = try #require(
      design.observations.firstIndex(of: Observation(.profit, after: scenario.horizon)))
    let plans = try #require(Simulation(scenario, comparing: false).replication(3)).plans
    let rehearsed = RehearsedMarket(market, design.shares, replication: 3, salts: [1])
    let profits = plans.map { plan in
      [Figure.contribution, .afterwards].reduce(0) { $0 + plan.figures[$1, 0] }
    }
    for arm in profits.indices {
      let truth = rehearsed.truths[arm][place] * Double(market.people)
      #expect(abs(truth / profits[arm] - 1) < 1e-9, "\(arm): \(truth) for \(profits[arm])")
    }
    #expect(profits[0] != profits[1])
    // What nobody in particular costs is all that is paid for offers but what they cost once.
    for (arm, plan) in plans.enumerated() {
      let once = scenario.plans[arm].offers.reduce(0) { $0 + $1.fixedCost }
      #expect(rehearsed.running[arm] == Double(-plan.ledger.total(.messaging) - once))
    }
    guard !market.isCoupled else { return }
    // What an experiment finds is what its people do in markets of their arms.
    #expect(Replay(rehearsed, market, design.shares).largestDifference < rounding)
  }

  @Test(arguments: offers, [0, 365]) func offersEarnWhatTheirPlansEarn(
    kind: String, residual: Int
  ) throws {
    try checkProfits(KindsOfMarket.offering(kind, residual: residual))
  }

  @Test(arguments: channels, [0, 365]) func channelsEarnWhatTheirPlansEarn(
    kind: String, residual: Int
  ) throws {
    // What a platform takes of an order is rounded with the remainders of those before it, so that a hundredth moves from
    // one person to another.
    try checkProfits(
      KindsOfMarket.reaching(kind, residual: residual),
      rounding: kind == "delivery platform" ? 1e-3 : 1e-9)
  }

  /// Offers are settled in each plan's order: what comes first takes more off.
  @Test func offersAreSettledInTheOrderOfTheirPlan() throws {
    let terms = "orders: every, window: day 1..end, attention: {chance: 90%}, lift: 2"
    let scenario = try KindsOfMarket.scenario(
      """
      coupons:
        a: {value: 60%, \(terms), screening: {refuses: 20%, cost: 1 CNY}}
        b: {value: 30 CNY, \(terms)}
      """,
      plans: """
          - name: base
            coupons: {b: {}}
          - name: A
            coupons: {a: {}, b: {}}
        """)
    let names = try ArmDesign(scenario.plans).markets[0].offers.map(\.name)
    #expect(names == scenario.plans[1].offers.map(\.name))
    try checkProfits(scenario)
  }

  /// Messages that cost as much as they win: who counts what people bring says yes, profit says no.
  @Test func dearMessagesAreTheWrongPlan() async throws {
    let scenario = try KindsOfMarket.offering("win-backs", residual: 0)
    let design = try RehearsalDesign(
      scenario, arms: [0, 1], days: 28, looks: 2, rehearsals: 160, enrolment: .start)
    let result = try await Rehearsal(design, threads: 2).run()
    #expect(result.decision.best == 0 && result.decision.isClear)
    #expect(result.runningCosts[0].value == 0 && result.runningCosts[1].value > 0)
    let contribution = try #require(result.comparisons[0].decided(design))
    #expect(contribution.truth.value > 0 && contribution.disagreement.value > 0.5)
    // In 55 of 100, of eight seeds; the standard error of 160 rehearsals is 4.
    #expect(result.decision.wrong.value > 0.4 && result.decision.expectedLoss.value > 0)
  }
}
