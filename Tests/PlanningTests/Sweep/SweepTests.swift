@testable import Analyses
import Documents
import Market
import Statistics
import Testing

@testable import Planning

/// A plan at several values: each as if it had been written, all of them twins.
struct SweepTests {
  /// Known in all but luck; the first plan is what the others are compared with.
  private static let text = """
    name: Stall
    currency: EUR
    start: 2026-03-02
    horizon: 60 days
    seed: 5
    residual: 0 days
    people: 400
    replications: {minimum: 6, maximum: 6}
    segments:
      people:
        begin as: customers
        purchases: {average: 2 per month, variation: 80%}
        lapse: {average: 10%, variation: 60%}
        basket: {average: 20 EUR, between customers: 40%, within customers: 30%}
        cost of goods: 50%
        participation cost: {time: 2 EUR, spread: 0.7}
    coupons:
      again: {orders: repeats, window: day 1..end, attention: {chance: 60%}, lift: 4}
    plans:
      - name: today
      - name: rent
        fixed costs: {place: 3 EUR per day}
      - name: coupon
        coupons: {again: {value: 3 EUR}}

    """

  private func sweep(
    _ levers: [String], _ count: Int, text: String = text
  ) throws -> Sweep {
    let file = ScenarioFile(text)
    let resolve: (ScenarioFile) throws(ProblemReport) -> ResolvedScenario = {
      (file) throws(ProblemReport) in try file.resolve()
    }
    let grid = try LeverGrid(
      file, try levers.map { try file.lever($0, known: []) }, count: count, resolve)
    return try Sweep(try file.resolve(), grid)
  }

  private func run(_ text: String) async throws -> Comparison {
    let resolved = try ScenarioFile(text).resolve()
    return Comparison(
      try await Study(
        Simulation(resolved.scenario), draws: DrawnScenarios(resolved), threads: 2
      ).run())
  }

  /// A rent of x a day costs 60x in every market: the surface is a line, and what is lost is exact.
  @Test func whatIsKnownExactlyIsExact() async throws {
    let result = try await sweep(["rent: fixed costs.place=0..8 EUR per day"], 5).run(threads: 2)
    #expect(result.best == 0 && result.flat == [0])
    for (point, rent) in [0.0, 2, 4, 6, 8].enumerated() {
      let difference = try #require(result.difference(point)?.objective)
      #expect(abs(difference.estimate.value + 60 * rent * 100) < 1e-6)
      #expect(abs(result.losses[point].mean - 60 * rent * 100) < 1e-6)
    }
    for marginal in result.marginalReturns {
      // Each euro more is a euro lost.
      guard case .estimate(let estimate) = marginal.estimated else {
        Issue.record("spending rises from point to point")
        continue
      }
      #expect(abs(estimate.value + 1) < 1e-9)
    }
  }

  /// Each point's figures are those of a run of the scenario in which the value is written.
  @Test func pointsAreTheScenariosWithTheirValues() async throws {
    let result = try await sweep(["coupon: coupons.again.value=1..5 EUR"], 3).run(threads: 2)
    for (point, value) in [1, 3, 5].enumerated() {
      let written = Self.text.replacing("value: 3 EUR", with: "value: \(value) EUR")
      let alone = try await run(written)
      let expected = try #require(alone.plans[2].difference?.objective.estimate)
      #expect(result.difference(point)?.objective.estimate == expected)
    }
  }

  /// Values beside a point move nothing of it.
  @Test func morePointsMoveNoFigure() async throws {
    let few = try await sweep(["coupon: coupons.again.value=1..5 EUR"], 3).run(threads: 1)
    let many = try await sweep(["coupon: coupons.again.value=1..5 EUR"], 5).run(threads: 2)
    for point in 0..<3 {
      #expect(
        few.difference(point)?.objective.estimate
          == many.difference(2 * point)?.objective.estimate)
    }
  }

  /// What is not known is drawn alike for every value, and as a run draws it.
  @Test func pointsShareTheDraws() async throws {
    let text = Self.text.replacing(
      "people: 400", with: "people: 100\ndraws: {minimum: 32, maximum: 32}"
    )
    .replacing("lift: 4", with: "lift: 2..6")
    .replacing("place: 3 EUR", with: "place: 1..3 EUR")
    let drawn = try sweep(["coupon: coupons.again.value=0..4 EUR"], 3, text: text)
    // The rent matters to no point; the lift does not where nothing is taken off.
    #expect(drawn.assumptions.map(\.name).contains("coupons.again.lift"))
    let result = try await drawn.run(threads: 2)
    let alone = try await run(text.replacing("value: 3 EUR", with: "value: 4 EUR"))
    #expect(
      result.difference(2)?.objective.estimate == alone.plans[2].difference?.objective.estimate)
    // A coupon of nothing is the baseline, in every market.
    let nothing = try #require(result.difference(0)?.objective.estimate)
    #expect(nothing.value == 0 && nothing.prediction?.width == 0)
  }

  @Test func twoLeversAreAGrid() async throws {
    let sweep = try sweep(
      ["rent: fixed costs.place=0..4 EUR per day", "rent: coupons.again.value=0..2 EUR"], 3)
    let result = try await sweep.run(threads: 2)
    #expect(result.losses.count == 9 && result.marginalReturns.isEmpty && result.turns.isEmpty)
    // Down the grid rent costs what it costs, whatever the coupon.
    for column in 0..<3 {
      let top = try #require(result.difference(column)?.objective.estimate.value)
      let bottom = try #require(result.difference(6 + column)?.objective.estimate.value)
      #expect(abs(top - bottom - 60 * 4 * 100) < 1e-6)
    }
    #expect(result.best < 3)
  }

  /// With a precision asked for, what lies within it is as good; without, what cannot be told apart.
  @Test func flatStretches() async throws {
    let rent = "rent: fixed costs.place=0..8 EUR per day"
    let asked = Self.text.replacing("people: 400", with: "people: 400\nprecision: 250 EUR")
    // 2 euros a day are 120, 4 are 240, 6 are 360.
    let result = try await sweep([rent], 5, text: asked).run(threads: 2)
    #expect(result.flat == [0, 1, 2] && result.precision == 25_000)
    let open = try await sweep([rent], 5).run(threads: 2)
    #expect(open.flat == [0] && open.precision == nil)
  }

  /// Where the precision would hold what is better than the baseline and what is worse, it is not followed.
  @Test func asGoodNeverLiesAcrossTheBaseline() async throws {
    let text = Self.text.replacing("people: 400", with: "people: 400\nprecision: 400 EUR")
      .replacing(
        "plans:\n  - name: today",
        with: "plans:\n  - name: today\n    fixed costs: {place: 5 EUR per day}")
    // 0, 2 and 4 a day are 300, 180 and 60 better, 6 is 60 worse: 360 short of the best.
    let result = try await sweep(
      ["rent: fixed costs.place=0..8 EUR per day"], 5, text: text
    ).run(threads: 2)
    #expect(result.isCoarse && result.flat == [0])
    let finer = text.replacing("precision: 400 EUR", with: "precision: 250 EUR")
    let alone = try await sweep(
      ["rent: fixed costs.place=0..8 EUR per day"], 5, text: finer
    ).run(threads: 2)
    #expect(!alone.isCoarse && alone.flat == [0, 1, 2])
  }

  /// A rent changes what nobody does; a coupon's value is spent; days are chosen; a pull is not.
  @Test func leversAreWhatTheyAre() async throws {
    let text = Self.text.replacing(
      "people: 400", with: "people: 100\ndraws: {minimum: 32, maximum: 32}"
    ).replacing("lift: 4", with: "lift: 2..6")
    for (lever, role) in [
      ("rent: fixed costs.place=0..8 EUR per day", LeverRole.price),
      ("coupon: coupons.again.value=0..6 EUR", .spending),
      ("coupon: coupons.again.lift=1..8", .assumed),
      ("coupon: coupons.again.uses=1..3", .choice),
      ("coupon: coupons.again.budget=1000000..2000000 EUR", .idle),
    ] {
      let result = try await sweep([lever], 3, text: text).run(threads: 2)
      #expect(result.role == role, "\(lever)")
    }
  }

  /// A place that earns 5 euros a day by a coupon's margin turns to a loss where its rent is more.
  @Test func turnsAreFound() async throws {
    let text = Self.text.replacing(
      "plans:\n  - name: today",
      with: "plans:\n  - name: today\n    fixed costs: {place: 5 EUR per day}")
    let result = try await sweep(
      ["rent: fixed costs.place=0..8 EUR per day"], 5, text: text
    ).run(threads: 2)
    // 0, 2 and 4 are better than 5, 6 and 8 are worse.
    #expect(result.turns.count == 1)
    #expect(result.turns[0].better == 2 && result.turns[0].worse == 3)
  }
}
