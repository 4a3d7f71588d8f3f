internal import RealModule

/// The power of the t test between two groups with one variance, exactly, by the noncentral t.
///
/// Effects are standardised: Cohen's d, the difference in means over the standard deviation. Cohen,
/// "Statistical Power Analysis for the Behavioral Sciences", 1988, chapter 2.
public struct TTestPower: Sendable {
  /// The chance of a finding where there is no effect.
  public let alpha: Double
  public let alternative: Alternative
  /// Units of the second group per unit of the first.
  public let ratio: Double

  /// - Throws: `NotEstimable` unless 0 < alpha < 1 and the ratio is positive.
  public init(
    alpha: Double = 0.05, alternative: Alternative = .twoSided, ratio: Double = 1
  ) throws(NotEstimable) {
    try PowerDomain.check(alpha: alpha)
    guard ratio > 0, ratio.isFinite else {
      throw NotEstimable("the groups' sizes are in no positive ratio")
    }
    self.alpha = alpha
    self.alternative = alternative
    self.ratio = ratio
  }

  /// The chance of a finding.
  ///
  /// - Parameters:
  ///   - effect: The second group's mean minus the first's, in standard deviations.
  ///   - first: Units in the first group, not necessarily whole.
  /// - Returns: Between 0 and 1; in the two-sided case findings in the wrong direction count too.
  /// - Throws: `NotEstimable` where two units or fewer leave nothing to estimate the variance from.
  public func power(effect: Double, first: Double) throws(NotEstimable) -> Double {
    let freedom = degreesOfFreedom(first)
    guard freedom > 0 else { throw PowerDomain.tooFew }
    return try Rejection(alpha: alpha, alternative: alternative, degreesOfFreedom: freedom)
      .chance(shift: effect / standardError(first))
  }

  /// Units in the first group, not rounded, that give a power.
  public func size(effect: Double, power: Double) throws(NotEstimable) -> Double {
    try PowerDomain.check(power: power, alpha: alpha)
    try PowerDomain.check(effect: effect, alternative)
    // One degree of freedom is the least there can be.
    let least = 3 / (1 + ratio)
    return try PowerDomain.solve(from: least, about: 10 / (effect * effect), for: power) {
      size throws(NotEstimable) in try self.power(effect: effect, first: size)
    }
  }

  /// The smallest effect, positive, that gives a power.
  public func effect(first: Double, power: Double) throws(NotEstimable) -> Double {
    try PowerDomain.check(power: power, alpha: alpha)
    guard degreesOfFreedom(first) > 0 else { throw PowerDomain.tooFew }
    let sign: Double = alternative == .less ? -1 : 1
    return try PowerDomain.solve(from: 0, about: 3 * standardError(first), for: power) {
      size throws(NotEstimable) in try self.power(effect: sign * size, first: first)
    }
  }

  private func degreesOfFreedom(_ first: Double) -> Double { first * (1 + ratio) - 2 }

  private func standardError(_ first: Double) -> Double {
    ((1 + 1 / ratio) / first).squareRoot()
  }
}
