import Statistics

/// The power of the F test that several groups of one size have one mean, by the noncentral F.
///
/// The effect is Cohen's f: the standard deviation of the groups' means over that within groups.
public struct AnovaPower: Sendable {
  public let groups: Int
  public let alpha: Double

  /// - Throws: `NotEstimable` for fewer than two groups, or unless 0 < alpha < 1.
  public init(groups: Int, alpha: Double = 0.05) throws(NotEstimable) {
    try PowerDomain.check(alpha: alpha)
    guard groups >= 2 else { throw NotEstimable("one group has nothing to be compared with") }
    self.groups = groups
    self.alpha = alpha
  }

  /// The chance of a finding with so many units in all groups together.
  public func power(effect f: Double, total: Double) throws(NotEstimable) -> Double {
    let (numerator, denominator) = (Double(groups - 1), total - Double(groups))
    do {
      let critical = try FisherF(numerator: numerator, denominator: denominator)
        .quantile(upperTail: alpha)
      return try NoncentralF(
        numerator: numerator, denominator: denominator, noncentrality: f * f * total
      ).upperTail(critical)
    } catch {
      throw PowerDomain.tooFew
    }
  }

  /// Units in all groups together, not rounded, that give a power.
  public func size(effect f: Double, power: Double) throws(NotEstimable) -> Double {
    try PowerDomain.check(power: power, alpha: alpha)
    try PowerDomain.check(effect: f)
    return try PowerDomain.solve(from: Double(groups) + 1, about: 10 / (f * f), for: power) {
      total throws(NotEstimable) in try self.power(effect: f, total: total)
    }
  }
}
