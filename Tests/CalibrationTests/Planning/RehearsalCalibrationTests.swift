import Documents
import Market
import Planning
import Statistics
import Testing

/// Ten thousand rehearsals of one test, against what the theory of tests says of it.
@Suite(.releaseOnly) struct RehearsalCalibrationTests {
  private static let rehearsals = 10_000

  private func design() throws -> RehearsalDesign {
    let segment = Segment(
      name: "customers", size: 2_000, begins: .customers,
      purchases: PurchaseHabits(shape: 1.5, rate: 30, lapseA: 1, lapseB: 8),
      baskets: Baskets(p: 6, q: 5, gamma: 2_000, costShare: 0.5))
    let coupon = Offer(
      name: "coupon", terms: Coupon(.percent(0.1)), orders: .repeats, segments: [0], window: 0..<28,
      participation: .automatic, effect: .multipliers(Array(repeating: 1.1, count: 28)))
    let scenario = Scenario(
      name: "calibration", currency: Currency(code: "EUR"),
      start: CalendarDate(dayNumber: 20_454), horizon: 28, seed: 11,
      market: MarketConditions(segments: [segment], residualDays: 0),
      plans: [Plan(name: "as it is"), Plan(name: "coupon", offers: [coupon])])
    return try RehearsalDesign(
      scenario, arms: [0, 1], shares: [0.5, 0.5], days: 28, metric: .orders, looks: 7,
      rehearsals: Self.rehearsals)
  }

  /// z below 4 against 5 %; bounds from one side for what only has to stay below.
  @Test func errorRatesAndPowerAreThoseOfTheTheory() async throws {
    let design = try design()
    let result = try await Rehearsal(design, threads: 2).run()
    #expect(result.couplings.isEmpty && result.markets == 400)
    let rates = Dictionary(
      uniqueKeysWithValues: result.comparisons[0].rules.map { ($0.rule, $0.falseAlarms.value) })
    let error = (0.05 * 0.95 / Double(Self.rehearsals)).squareRoot()
    #expect(abs(try #require(rates[.once]) - 0.05) < 4 * error)
    #expect(try #require(rates[.obrienFleming]) < 0.05 + 4 * error)
    #expect(try #require(rates[.confidenceSequence]) < 0.05 + 4 * error)
    // Naive looks err more often; outcomes that add up depend on each other more than a random walk, so
    // that they err less often than the 16.7 % of seven looks at independent parts.
    let peeking = try #require(rates[.peeking])
    #expect(peeking > 0.08 && peeking < 0.167)

    // Φ(effect / error − 1.96): the errors of markets and labels together make the spread.
    let orders = try #require(result.comparisons[0].decided(design))
    let stated = try #require(orders.statedError)
    let expected = Double.normalCDF(orders.truth.value / stated - 1.959964)
    #expect(abs(orders.power.value - expected) < 0.02)
    #expect(orders.interference.value == 0)
    #expect(abs(try #require(orders.sampling) / stated - 1) < 0.03)
  }
}
