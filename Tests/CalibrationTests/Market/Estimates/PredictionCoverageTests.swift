import Documents
import Market
import RealModule
import Statistics
import Testing

/// Whether 95 of 100 intervals hold what a market comes to that nobody has played: 300 seeds each.
///
/// The market played is small; the fresh one is as large as it really is, k times that. Where assumptions are
/// drawn, the fresh market has a draw of its own.
@Suite(.releaseOnly) struct PredictionCoverageTests {
  private static let seeds = 300
  private static let people = 25

  /// Today's customers in a fortnight with and without a price cut for everybody.
  private func scenario(seed: Int, people: Int, standsFor: Int, assumed: Double = 1) -> Scenario {
    let segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(shape: 2, rate: 10 / assumed, lapseA: 1, lapseB: 8),
      baskets: Baskets(p: 6, q: 6, gamma: 2_000, costShare: 0.5))
    let coupon = Offer(
      name: "coupon", terms: Coupon(.percent(0.1)), orders: .repeats, segments: [0], window: 0..<14,
      participation: .automatic,
      effect: .multipliers(Array(repeating: 1.3, count: 14)))
    return Scenario(
      name: "calibration", currency: Currency(code: "EUR"), start: CalendarDate(dayNumber: 20_454),
      horizon: 14, seed: UInt64(seed),
      market: MarketConditions(segments: [segment], standsFor: standsFor, residualDays: 0),
      plans: [Plan(name: "as it is"), Plan(name: "coupon", offers: [coupon])])
  }

  /// How much more the coupon contributes, for the real market.
  private func difference(_ simulation: Simulation, replication: Int) throws -> Double {
    let plans = try #require(simulation.replication(replication)).plans
    let contributions = plans.map { $0.figures[.contribution, 0] }
    return Double(simulation.scenario.market.standsFor) * (contributions[1] - contributions[0])
  }

  /// What is not known of the market: how much faster everybody buys than was thought, log-normal.
  private func assumption(seed: Int, draw: Int, spread: Double) -> Double {
    var stream = Draws(seed: UInt64(seed), replication: draw)
      .stream(Individual(family: 9, index: 0), Purpose("assumption"))
    return .exp(spread * stream.normal())
  }

  private func fresh(seed: Int, standsFor: Int, spread: Double) throws -> Double {
    let assumed = spread > 0 ? assumption(seed: seed, draw: 1_000_000, spread: spread) : 1
    let market = scenario(
      seed: seed + 500_000, people: Self.people * standsFor, standsFor: 1, assumed: assumed)
    return try difference(Simulation(market, comparing: false), replication: 0)
  }

  /// Shares of seeds whose interval holds the fresh market, by how many replications or draws were played.
  ///
  /// Of the fewest it is so many as is said beside it, of all others 95 of 100.
  private func coverage(
    _ name: String, standsFor: Int, counts: [Int], perDraw: Int? = nil, spread: Double = 0,
    fewest: Double = 0.95
  ) throws {
    let design = ReplicationDesign(standsFor: standsFor, replicationsPerDraw: perDraw)
    var held = counts.map { _ in 0 }
    let duration = try ContinuousClock().measure {
      for seed in 0..<Self.seeds {
        let fresh = try fresh(seed: seed, standsFor: standsFor, spread: spread)
        let values = try played(
          seed: seed, standsFor, replications: counts.max() ?? 0, perDraw: perDraw, spread)
        for (place, count) in counts.enumerated() {
          let law = try #require(
            design.prediction(of: Array(values.prefix(count * (perDraw ?? 1)))))
          if law.interval.contains(fresh) { held[place] += 1 }
        }
      }
    }
    print("\(name): \(Self.seeds) seeds in \(duration)")
    for (place, count) in counts.enumerated() {
      let share = Double(held[place]) / Double(Self.seeds)
      let drawn = perDraw.map { "\(count) draws of \($0)" } ?? "\(count) replications"
      print("\(name), \(drawn), coverage: \(share), nominal 0.95")
      let expected = place == 0 ? fewest : 0.95
      // 3.5 standard errors of 300 seeds: a right law fails one check in two thousand sets of them.
      let error = (expected * (1 - expected) / Double(Self.seeds)).squareRoot()
      #expect(abs(share - expected) < 3.5 * error, "\(name), \(drawn): \(share)")
    }
  }

  private func played(
    seed: Int, _ standsFor: Int, replications: Int, perDraw: Int?, _ spread: Double
  ) throws -> [Double] {
    guard let perDraw else {
      let simulation = Simulation(
        scenario(seed: seed, people: Self.people, standsFor: standsFor), comparing: false)
      return try (0..<replications).map { try difference(simulation, replication: $0) }
    }
    return try (0..<replications).flatMap { draw in
      let simulation = Simulation(
        scenario(
          seed: seed, people: Self.people, standsFor: standsFor,
          assumed: assumption(seed: seed, draw: draw, spread: spread)), comparing: false)
      return try (0..<perDraw).map {
        try difference(simulation, replication: draw * perDraw + $0)
      }
    }
  }

  @Test func everyCustomerPlayed() throws {
    try coverage("prediction, k 1", standsFor: 1, counts: [5, 30, 200])
  }

  @Test func everyCustomerForAThousand() throws {
    try coverage("prediction, k 1,000", standsFor: 1_000, counts: [5, 30, 200])
  }

  /// Ignorance as large as a market's luck.
  @Test func everyCustomerPlayedWithDraws() throws {
    try coverage(
      "prediction with draws, k 1", standsFor: 1, counts: [5, 30, 200], perDraw: 2, spread: 0.5)
  }

  /// Ten replications a draw, as where customers stand for more than one.
  ///
  /// Five draws are too few for 95 of 100, which is said in the methods: 89 held of 3,000 other seeds. Of log-normal values
  /// without any luck five would hold 93 (NumPy, 400,000 tries); luck within a draw is here as large as what is between
  /// them, and is taken off what four degrees of freedom tell of it.
  @Test func everyCustomerForAThousandWithDraws() throws {
    try coverage(
      "prediction with draws, k 1,000", standsFor: 1_000, counts: [5, 30, 200], perDraw: 10,
      spread: 0.5, fewest: 0.89)
  }
}
