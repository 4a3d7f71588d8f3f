import Experiments
import RealModule
import Statistics
import Testing

/// Whether intervals of 95 % hold the truth 95 times in 100, and tests of 5 % err 5 times in 100.
@Suite(.releaseOnly) struct MeanCoverageTests {
  /// One in ten spends, log-normally: a skewness of about 9.
  private func revenue(_ draws: Draws, arm: Int, units: Int, factor: Double = 1) -> Moments {
    var moments = Moments()
    for index in 0..<units {
      var stream = draws.unit(index, arm: arm)
      moments.add(
        stream.uniform() < 0.1 ? factor * Double.exp(3 + 0.8 * stream.normal()) : 0)
    }
    return moments
  }

  /// The mean of that: 0.1·exp(3 + 0.8²/2).
  private let meanRevenue = 0.1 * Double.exp(3.32)

  @Test func skewedRevenueByWelch() throws {
    let truth = 0.2 * meanRevenue
    try Repeated.check("Welch, skewed revenue, 2 × 2,000, coverage", nominal: 0.95) { draws in
      try Effect.difference(
        revenue(draws, arm: 1, units: 2_000, factor: 1.2),
        from: revenue(draws, arm: 0, units: 2_000)
      ).interval().contains(truth)
    }
    try Repeated.check("Welch, skewed revenue, 2 × 2,000, A/A error", nominal: 0.05) { draws in
      try Effect.difference(
        revenue(draws, arm: 3, units: 2_000), from: revenue(draws, arm: 2, units: 2_000)
      ).pValue() < 0.05
    }
  }

  @Test func relativeLiftByLogarithms() throws {
    try Repeated.check("log ratio, skewed revenue, 2 × 3,000, coverage", nominal: 0.95) { draws in
      try RelativeLift(
        revenue(draws, arm: 1, units: 3_000, factor: 1.2),
        over: revenue(draws, arm: 0, units: 3_000)
      ).logInterval().contains(0.2)
    }
  }

  /// Orders per session where users differ in both: the units are users.
  @Test func ratios() throws {
    func users(_ draws: Draws, arm: Int, chance: Double) -> CoMoments {
      var moments = CoMoments(variables: 2)
      for index in 0..<1_000 {
        var stream = draws.unit(index, arm: arm)
        let activity = stream.exponential()
        let sessions = 1 + Poisson(uncheckedMean: 2 * activity).sample(&stream)
        var orders = 0.0
        for _ in 0..<sessions where stream.uniform() < chance * (0.5 + 0.5 * activity) {
          orders += 1
        }
        moments.add([orders, Double(sessions)])
      }
      return moments
    }
    // E[s·(½ + ½a)]/E[s] with s = 1 + Poisson(2a), a exponential: (½ + ½ + 1 + ½·4)/3 = 4/3.
    let truth = (0.12 - 0.10) * 4 / 3
    let ratio = Outcome.ratio(of: 0, per: 1)
    try Repeated.check("ratio by the delta method, 2 × 1,000, coverage", nominal: 0.95) { draws in
      try Effect.difference(
        ratio.moments(in: users(draws, arm: 1, chance: 0.12)),
        from: ratio.moments(in: users(draws, arm: 0, chance: 0.10))
      ).interval().contains(truth)
    }
  }

  /// A covariate that explains half of the variation, with an effect that grows with it.
  @Test func adjustedByCovariates() throws {
    func units(_ draws: Draws, arm: Int) -> CoMoments {
      var moments = CoMoments(variables: 2)
      for index in 0..<500 {
        var stream = draws.unit(index, arm: arm)
        let before = stream.exponential()
        moments.add([before + Double(arm) * (0.1 + 0.1 * before) + stream.normal(), before])
      }
      return moments
    }
    try Repeated.check("CUPED, 2 × 500, coverage", nominal: 0.95) { draws in
      let arms = [units(draws, arm: 0), units(draws, arm: 1)]
      let adjusted = try CUPED(arms, outcomes: [.mean(of: 0)], covariates: [.mean(of: 1)])
      return try Effect.difference(
        adjusted.arms[1].moments(of: 0), from: adjusted.arms[0].moments(of: 0)
      ).interval().contains(0.2)
    }
  }
}
