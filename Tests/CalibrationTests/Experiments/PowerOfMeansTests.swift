import Experiments
import RealModule
import Statistics
import Testing

/// Whether an experiment of the size planned finds its effect as often as the plan says.
///
/// Sizes are rounded up, and the plan's power at the rounded size is what is checked.
@Suite(.releaseOnly) struct PowerOfMeansTests {
  private func isFound(_ treatment: Moments, _ control: Moments) throws -> Bool {
    try Effect.difference(treatment, from: control).pValue() < 0.05
  }

  /// Two units of the arm for each of the control, and few of both.
  @Test func normalUnits() throws {
    let plan = try PowerAnalysis(
      .mean(10, standardDeviation: 2), allocation: Allocation(ratio: 2))
    let control = try plan.controlUnits(effect: 1.5, power: 0.8).rounded(.up)
    try Repeated.check(
      "power of Welch's test, \(control) against twice that",
      nominal: plan.power(effect: 1.5, control: control)
    ) { draws in
      try isFound(
        draws.moments(arm: 1, units: 2 * Int(control)) { 11.5 + 2 * $0.normal() },
        draws.moments(arm: 0, units: Int(control)) { 10 + 2 * $0.normal() })
    }
  }

  /// The plan knows a mean and a deviation: of a skewness of 9 it knows nothing, and needs to know nothing.
  ///
  /// But an effect that multiplies revenue multiplies the arm's deviation too, by 1.4 here: then the error is
  /// √((1 + 1.96)/2) of the planned one, and the plan promises 17 points too much.
  @Test func skewedRevenue() throws {
    let deviation = SkewedRevenue.variance.squareRoot()
    let effect = 0.4 * SkewedRevenue.mean
    let plan = try PowerAnalysis(
      .mean(SkewedRevenue.mean, standardDeviation: deviation), allocation: Allocation())
    let control = try plan.controlUnits(effect: effect, power: 0.8).rounded(.up)
    let promised = try plan.power(effect: effect, control: control)
    let shares = try Repeated.shares(of: 2) { draws in
      let before = draws.moments(arm: 0, units: Int(control), SkewedRevenue.sample)
      let same = draws.moments(arm: 1, units: Int(control), SkewedRevenue.sample)
      let squares = same.sumOfSquaredDeviations
      return [
        try isFound(
          Moments(count: same.count, mean: same.mean + effect, sumOfSquaredDeviations: squares),
          before),
        try isFound(
          Moments(
            count: same.count, mean: 1.4 * same.mean, sumOfSquaredDeviations: 1.96 * squares),
          before),
      ]
    }
    Repeated.judge(
      "power on skewed revenue that is moved, 2 × \(control)", share: shares[0],
      nominal: promised)
    let drift = effect * (control / (1 + 1.96)).squareRoot() / deviation
    // Skewness no longer cancels: κ(2·1.96² + 1)/6·φ of it is left.
    Repeated.judge(
      "power on skewed revenue that is multiplied", share: shares[1],
      nominal: .normalCDF(drift - 1.959964), allowance: 0.015)
    #expect(shares[1] < promised - 0.1)
  }

  /// The z test of rates: counts are whole, so that the true power jumps about the normal one.
  @Test func rates() throws {
    let plan = try PowerAnalysis(.rate(0.05), allocation: Allocation(ratio: 0.5))
    let control = try plan.controlUnits(effect: 0.02, power: 0.8).rounded(.up)
    let treated = (control / 2).rounded()
    try Repeated.check(
      "power of the pooled z test, \(control) against half of that",
      nominal: plan.power(effect: 0.02, control: control), allowance: 0.005
    ) { draws in
      func proportion(_ arm: Int, _ units: Double, _ chance: Double) throws -> Proportion {
        var stream = draws.unit(0, arm: arm)
        let count = Binomial(uncheckedTrials: Int(units), probability: chance).sample(&stream)
        return try Proportion(successes: Double(count), trials: units)
      }
      return try ProportionDifference(
        proportion(1, treated, 0.07), from: proportion(0, control, 0.05)
      ).pooledTest().pValue() < 0.05
    }
  }

  /// Orders per session, their deviation by the delta method from moments of orders and sessions.
  ///
  /// Sessions are 1 + Poisson(2a), a exponential; orders binomial of the sessions with chance 0.1, or 0.13.
  /// The plan takes the deviation of the control for both arms; with 0.13 the arm's is larger.
  @Test func ratios() throws {
    func ratioDeviation(_ chance: Double) -> Double {
      // E[s] = 3; y − Rs has variance E[s]·p(1 − p), R being p.
      (3 * chance * (1 - chance)).squareRoot() / 3
    }
    let (p, variance) = (0.1, 6.0)
    // Var s = 2 + 4; Var y = E[s]·p(1 − p) + p²·Var s; Cov = p·Var s.
    let above = (3 * p * (1 - p) + p * p * variance).squareRoot()
    let baseline = try Baseline.ratio(
      numerator: (3 * p, above), denominator: (3, variance.squareRoot()),
      correlation: p * variance.squareRoot() / above)
    #expect(abs(baseline.standardDeviation - ratioDeviation(p)) < 1e-12)
    let plan = try PowerAnalysis(baseline, allocation: Allocation())
    let control = try plan.controlUnits(effect: 0.03, power: 0.8).rounded(.up)
    let outcome = Outcome.ratio(of: 0, per: 1)
    let drift =
      0.03 * control.squareRoot()
      / (ratioDeviation(p) * ratioDeviation(p) + ratioDeviation(0.13) * ratioDeviation(0.13))
      .squareRoot()
    let promised = try plan.power(effect: 0.03, control: control)
    let share = try Repeated.shares(of: 1) { draws in
      func users(_ arm: Int, _ chance: Double) -> CoMoments {
        var moments = CoMoments(variables: 2)
        for index in 0..<Int(control) {
          var stream = draws.unit(index, arm: arm)
          let sessions = 1 + Poisson(uncheckedMean: 2 * stream.exponential()).sample(&stream)
          let orders = Binomial(uncheckedTrials: sessions, probability: chance).sample(&stream)
          moments.add([Double(orders), Double(sessions)])
        }
        return moments
      }
      return [
        try Effect.difference(
          outcome.moments(in: users(1, 0.13)), from: outcome.moments(in: users(0, p))
        ).pValue() < 0.05
      ]
    }[0]
    print("power of a ratio, 2 × \(control): promised \(promised)")
    Repeated.judge(
      "power of a ratio, 2 × \(control), with the arm's own deviation", share: share,
      nominal: .normalCDF(drift - 1.959964), allowance: 0.01)
    #expect(share < promised - 0.02)
  }
}
