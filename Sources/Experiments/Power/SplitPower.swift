import Statistics

/// The power of the check that arms have the shares they were planned to have, a χ² goodness-of-fit test.
public struct SplitPower: Sendable {
  /// By arm, adding up to 1.
  public let planned: [Double]
  /// Small, because the check runs on every experiment.
  public let alpha: Double

  /// - Parameters:
  ///   - weights: Positive, by arm, in any unit.
  ///   - alpha: The chance of an alarm where the split is as planned.
  /// - Throws: `NotEstimable` for fewer than two arms, weights that are not positive, or a wrong alpha.
  public init(weights: [Double], alpha: Double = 0.001) throws(NotEstimable) {
    try PowerDomain.check(alpha: alpha)
    guard weights.count >= 2, weights.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw NotEstimable("a split needs two arms of positive shares")
    }
    let sum = weights.reduce(0, +)
    planned = weights.map { $0 / sum }
    self.alpha = alpha
  }

  /// The chance of an alarm where the shares are others.
  ///
  /// - Parameters:
  ///   - shares: By arm, adding up to 1.
  ///   - total: Units in all arms together.
  /// - Returns: The tail of the noncentral χ² with λ = total·Σ (share − planned)²/planned.
  /// - Throws: `NotEstimable` where there are not as many shares as arms.
  public func power(shares: [Double], total: Double) throws(NotEstimable) -> Double {
    guard shares.count == planned.count else {
      throw NotEstimable("there must be a share for each arm")
    }
    let distance = zip(shares, planned).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1
    }
    let freedom = Double(planned.count - 1)
    let critical = ChiSquared(uncheckedDegreesOfFreedom: freedom).quantile(upperTail: alpha)
    do {
      return try NoncentralChiSquared(
        degreesOfFreedom: freedom, noncentrality: total * distance
      ).upperTail(critical)
    } catch {
      throw NotEstimable("the number of units must be zero or more")
    }
  }
}
