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
    let lapses = Beta(uncheckedA: habits.lapseA, b: habits.lapseB)
    let spending = Gamma(uncheckedShape: baskets.q, rate: baskets.gamma)
    let rate = drawn(traits.rate)
    return [
      run.mean("mean λ per week", rate.map { $0 * 7 }, expected: 7 * rates.mean),
      run.law("λ ~ Gamma, Kolmogorov–Smirnov", rate, cdf: rates.cdf),
      run.law("π ~ Beta, Kolmogorov–Smirnov", drawn(traits.lapse), cdf: lapses.cdf),
      run.law("ν ~ Gamma, Kolmogorov–Smirnov", drawn(traits.basketRate), cdf: spending.cdf),
    ]
  }

  /// P(alive) and what today's customers go on to buy: x = 2, tₓ = 30.43, T = 38.86 weeks.
  ///
  /// Fader, Hardie and Lee (2005), the customer of their worked example.
  static let todaysCustomers = Oracle(number: 17, name: "today's customers") { run in
    let known = TodaysCustomer(
      repeats: 2, recency: 30.43 * 7, age: 38.86 * 7, meanBasket: 3_500)
    let count = run.customers(20_000)
    let segment = Segment(
      name: "customers", size: 0, base: Array(repeating: known, count: count),
      purchases: Published.habits, baskets: Published.baskets)
    let draws = Draws(seed: run.seed, replication: 0)
    let posterior = Posterior(customer: known, habits: segment.purchases)
    let alive = (0..<count).filter { index in
      posterior.draw(draws, Individual(family: 1, index: UInt32(truncatingIfNeeded: index)))
        .alive
    }
    let outcomes = run.play(run.scenario(horizon: 39 * 7, segment: segment), replications: 20)
    return [
      run.share("P(alive)", Int64(alive.count), of: count, expected: 0.7266),
      run.mean(
        "E[Y(39 weeks)]", outcomes.map { $0.figures[.orders, 0] / Double(count) },
        expected: 1.2259),
    ]
  }
}
