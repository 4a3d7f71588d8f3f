import Experiments
import Market
import Statistics
import Testing

@testable import Planning

@Suite struct RehearsalTests {
  private func design(
    _ scenario: Scenario, days: Int = 20, metric: PersonMetric = .orders, rehearsals: Int = 100
  ) throws -> RehearsalDesign {
    try RehearsalDesign(
      scenario, arms: [0, 1], days: days, metric: metric, looks: 5, rehearsals: rehearsals)
  }

  private func markets(
    _ design: RehearsalDesign, _ count: Int, each: Int, isPlayed: Bool
  ) -> [RehearsedMarket] {
    let market = ArmMarket(design.scenario, design.arms, observations: design.observations)
    return (0..<count).map { replication in
      RehearsedMarket(
        market, design.shares, replication: replication,
        salts: (0..<each).map { UInt64(1_000 * replication + $0) }, isPlayed: isPlayed)
    }
  }

  /// The matrix product against the played market, experiment by experiment.
  @Test func bothWaysAreTheSameExperiment() throws {
    let design = try design(QuietMarket.scenario(people: 200))
    let product = markets(design, 2, each: 3, isPlayed: false)
    let played = markets(design, 2, each: 3, isPlayed: true)
    for (one, other) in zip(product, played) {
      #expect(one.truths == other.truths)
      for (here, there) in zip(one.experiments, other.experiments) {
        for (first, second) in zip(here.effects.joined(), there.effects.joined()) {
          let (first, second) = (try #require(first), try #require(second))
          #expect(abs(first.estimate - second.estimate) < 1e-9 * max(1, first.estimate.magnitude))
          #expect(abs(first.standardError / second.standardError - 1) < 1e-9)
        }
      }
    }
  }

  /// Many labels of few markets against one experiment in each of many: within four standard errors of
  /// their difference, which luck alone exceeds once in 16,000.
  @Test func bothWaysAgreeWithinTheirErrors() throws {
    let people = 120
    let design = try design(QuietMarket.scenario(people: people))
    func findings(_ markets: [RehearsedMarket]) throws -> MetricFindings {
      let result = RehearsalResult(design, couplings: [], people: people, markets)
      return try #require(result.comparisons[0].decided(design))
    }
    let product = try findings(markets(design, 40, each: 10, isPlayed: false))
    // Other markets than those of the product.
    let market = ArmMarket(design.scenario, design.arms, observations: design.observations)
    let played = try findings(
      (100..<180).map {
        RehearsedMarket(
          market, design.shares, replication: $0, salts: [UInt64($0)], isPlayed: true)
      })
    for (one, other) in [
      (product.truth, played.truth), (product.estimate, played.estimate),
      (product.power, played.power),
    ] {
      let widths = [one, other].map { ($0.interval?.width ?? .nan) / 2 / 1.96 }
      let error = (widths[0] * widths[0] + widths[1] * widths[1]).squareRoot()
      #expect(abs(one.value - other.value) < 4 * error)
    }
    // Where nobody interferes the estimate is right on average, and knows its own error.
    #expect(product.interference.value == 0)
    #expect(abs(played.interference.value) < 1e-12)
    let apart = try #require(product.estimate.interval)
    #expect(abs(product.estimate.value - product.truth.value) < 2 * apart.width)
    let (sampling, stated) = (try #require(product.sampling), try #require(product.statedError))
    #expect(abs(sampling / stated - 1) < 0.25)
  }

  /// Four thousand labels of one market by the room of experiments, against 400 salts of the same.
  @Test func agreesWithTheProductOfTheRoomOfExperiments() throws {
    let design = try design(QuietMarket.scenario(people: 300))
    let outcomes = try RehearsedPeople(design).potentialOutcomes(replication: 5, arm: 1)
    let orders = try #require(outcomes.metrics.firstIndex(of: "orders"))
    let summary = try Rehearsals(outcomes, rehearsals: 4_000, seed: 1).summary(of: orders)
    let market = ArmMarket(design.scenario, design.arms, observations: design.observations)
    let salted = RehearsedMarket(
      market, design.shares, replication: 5, salts: (0..<400).map { UInt64($0) })
    let place = try #require(design.observations.firstIndex(of: Observation(.orders, after: 20)))
    #expect(
      abs(salted.truths[1][place] - salted.truths[0][place] - summary.truth) < 1e-12)
    let effects = salted.experiments.compactMap { $0.effects[0][place] }
    let estimates = Moments(effects.map(\.estimate))
    // z below 4: luck fails one seed in 16,000 each.
    let error = try #require(estimates.standardError)
    #expect(abs(estimates.mean - summary.estimates.mean) < 4 * error)
    let significant = Double(effects.filter { $0.pValue() <= 0.05 }.count) / 400
    let power = summary.significant.estimate
    #expect(abs(significant - power) < 4 * (power * (1 - power) / 400).squareRoot())
  }

  /// Half the people draw on the whole budget: the coupon lasts in the experiment and not in the market.
  @Test func aBudgetThatOneArmHasToItselfFlattersIt() async throws {
    let design = try design(
      QuietMarket.scenario(people: 150, budget: 100_000, lift: 4), days: 40, rehearsals: 40)
    let result = try await Rehearsal(design, threads: 2).run()
    #expect(result.couplings == [.budgets])
    #expect(result.markets == 40)
    let orders = try #require(result.comparisons[0].decided(design))
    let bias = try #require(orders.interference.interval)
    #expect(bias.low > 0)
    #expect(orders.truth.value > 0)
  }

  @Test func threadsChangeNothing() async throws {
    let design = try design(QuietMarket.scenario(people: 150), rehearsals: 80)
    let one = try await Rehearsal(design, threads: 1).run()
    let three = try await Rehearsal(design, threads: 3).run()
    #expect(one.markets == 40 && one.rows.count == 80)
    #expect(one.decision.wrong == three.decision.wrong)
    #expect(
      one.rows.map { $0.comparisons[0].effect } == three.rows.map { $0.comparisons[0].effect })
    #expect(
      one.comparisons[0].rules.map(\.falseAlarms) == three.comparisons[0].rules.map(\.falseAlarms))
  }

  /// More orders at a discount that eats the margin: orders say yes, profit says no.
  @Test func orderCountsMayDisagreeWithProfit() async throws {
    var scenario = QuietMarket.scenario(people: 300, lift: 1.5)
    scenario.plans[1].offers[0].terms = Coupon(.percent(0.3))
    let result = try await Rehearsal(try design(scenario, rehearsals: 40), threads: 2).run()
    #expect(result.decision.best == 0 && result.decision.isClear)
    #expect(result.decision.wrong.value > 0.8)
    #expect(result.decision.expectedLoss.value > 0)
    let orders = try #require(result.comparisons[0].metrics.first { $0.metric == .orders })
    #expect(orders.disagreement.value > 0.8)
    let contribution = try #require(
      result.comparisons[0].metrics.last { $0.metric == .contribution })
    #expect(contribution.disagreement.value == 0)
  }

  /// 400 tests of the control against itself: one look errs in 5 of 100, five naive looks more often and
  /// sequential rules no more often; bounds fail by luck once in some thousand seeds.
  @Test func peekingErrsMoreOftenThanItSays() async throws {
    let design = try design(QuietMarket.scenario(people: 120), rehearsals: 400)
    let result = try await Rehearsal(design, threads: 2).run()
    let rates = Dictionary(
      uniqueKeysWithValues: result.comparisons[0].rules.map { ($0.rule, $0.falseAlarms.value) })
    let once = try #require(rates[.once])
    #expect(once > 0.02 && once < 0.09)
    #expect(try #require(rates[.peeking]) > once + 0.02)
    #expect(try #require(rates[.obrienFleming]) < 0.09)
    #expect(try #require(rates[.confidenceSequence]) < 0.05)
  }

  @Test func unitsAreThoseOfTheExperiment() throws {
    let design = try design(QuietMarket.scenario(people: 250))
    let table = RehearsedPeople(design).units(replication: 3, salt: 9)
    #expect(table.units == 250)
    #expect(table.columns == ["conversion", "orders", "revenue", "contribution"])
    #expect(table.arm.names == ["as it is", "coupon"])
    let market = ArmMarket(design.scenario, design.arms, observations: design.observations)
    let played = RehearsedMarket(market, design.shares, replication: 3, salts: [9], isPlayed: true)
    let orders = (0..<2).map { arm in
      Moments(
        (0..<table.units).filter { Int(table.arm.codes[$0]) == arm }.map { table.values[$0, 1] })
    }
    let place = try #require(design.observations.firstIndex(of: Observation(.orders, after: 20)))
    let effect = try #require(played.experiments[0].effects[0][place])
    #expect(abs(orders[1].mean - orders[0].mean - effect.estimate) < 1e-12)
  }

  @Test func refusesWhatDoesNotFit() throws {
    let scenario = QuietMarket.scenario(people: 10)
    func reason(_ make: () throws -> RehearsalDesign) throws -> String {
      try #require(throws: ArmProblem.self) { try make() }.reason
    }
    #expect(
      try reason { try RehearsalDesign(scenario, arms: [0], days: 5) } == "An experiment needs at"
        + " least two arms.")
    #expect(
      try reason { try RehearsalDesign(scenario, arms: [0, 1], days: 41) }
        .contains("does not fit the scenario's horizon of 40 days"))
    #expect(
      try reason { try RehearsalDesign(scenario, arms: [0, 1], shares: [0.5, 0.4], days: 5) }
        .contains("add up to 1"))
    #expect(
      try reason { try RehearsalDesign(scenario, arms: [0, 1], shares: [1], days: 5) }
        .contains("1 shares for 2 arms"))
    #expect(
      try reason { try RehearsalDesign(scenario, arms: [0, 0], days: 5) }
        .contains("do the same: there is nothing to test"))
    var later = scenario
    later.plans[1].offers[0].window = 12..<40
    #expect(
      try reason { try RehearsalDesign(later, arms: [0, 1], days: 12) }
        .contains("do the same until day 13: a test of 12 days ends before anything differs"))
    #expect(
      try reason { try RehearsalDesign(scenario, arms: [0, 1], days: 5, looks: 6) }
        .contains("6 looks do not fit a test of 5 days"))
  }
}
