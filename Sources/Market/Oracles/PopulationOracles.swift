import Statistics

extension Oracle {
  /// λ, π and ν follow their distributions.
  static let traits = Oracle(number: 1, name: "traits") { run in
    let segment = Segment(
      name: "customers", size: run.customers(200_000), purchases: Published.habits,
      baskets: Published.baskets)
    let traits = Traits(segment)
    let draws = Draws(seed: run.seed, replication: 0)
    func drawn(_ trait: (Draws, Individual) -> Double) -> [Double] {
      (0..<segment.size).map { index in
        trait(draws, Individual(family: 1, index: UInt32(truncatingIfNeeded: index)))
      }
    }
    let (habits, baskets) = (segment.purchases, segment.baskets)
    let rates = Gamma(uncheckedShape: habits.shape, rate: habits.rate)
    let spending = Gamma(uncheckedShape: baskets.q, rate: baskets.gamma)
    let rate = drawn(traits.rate)
    return [
      run.mean("mean λ per week", rate.map { $0 * 7 }, expected: 7 * rates.mean),
      run.law("λ ~ Gamma, Kolmogorov–Smirnov", rate, cdf: rates.cdf),
      run.law("π ~ Beta, Kolmogorov–Smirnov", drawn(traits.lapse), cdf: Published.lapses.cdf),
      run.law("ν ~ Gamma, Kolmogorov–Smirnov", drawn(traits.basketRate), cdf: spending.cdf),
    ]
  }

  /// P(alive) and what today's customers go on to buy: x = 2, tₓ = 30.43, T = 38.86 weeks.
  ///
  /// Under BG/NBD Fader, Hardie and Lee (2005), the customer of their worked example; under Pareto/NBD the
  /// same customer by integration.
  static let todaysCustomers = Oracle(number: 17, name: "today's customers") { run in
    checks(ofTodaysCustomers: Published.habits, "BG/NBD", alive: 0.7266, expected: 1.2259, run)
      + checks(
        ofTodaysCustomers: Published.leaving, "Pareto/NBD", alive: 0.869168, expected: 1.455123,
        run)
      + checks(
        ofTodaysCustomers: Published.leavingAtOnce, "MBG/NBD", alive: 0.706202, expected: 1.262961,
        run)
  }

  private static func checks(
    ofTodaysCustomers habits: PurchaseHabits, _ law: String, alive: Double, expected: Double,
    _ run: OracleRun
  ) -> [OracleCheck] {
    let known = TodaysCustomer(
      repeats: 2, recency: 30.43 * 7, age: 38.86 * 7, meanBasket: 3_500)
    let count = run.customers(20_000)
    let segment = Segment(
      name: "customers", size: 0, base: Array(repeating: known, count: count),
      purchases: habits, baskets: Published.baskets)
    let draws = Draws(seed: run.seed, replication: 0)
    let posterior = Posterior(customer: known, habits: habits)
    let staying = (0..<count).filter { index in
      posterior.draw(draws, Individual(family: 1, index: UInt32(truncatingIfNeeded: index)))
        .alive
    }
    let outcomes = run.play(run.scenario(horizon: 39 * 7, segment: segment), replications: 20)
    return [
      run.share("P(alive), \(law)", Int64(staying.count), of: count, expected: alive),
      run.mean(
        "E[Y(39 weeks)], \(law)", outcomes.map { $0.figures[.orders, 0] / Double(count) },
        expected: expected),
    ]
  }
}
