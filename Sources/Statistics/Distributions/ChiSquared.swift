/// The χ² distribution: the sum of ν squared standard normal variables.
public struct ChiSquared: Sendable {
  /// ν, not necessarily whole.
  public let degreesOfFreedom: Double

  /// Throws unless the degrees of freedom are positive and finite.
  public init(degreesOfFreedom: Double) throws(ParameterProblem) {
    try ParameterProblem.check("degreesOfFreedom", degreesOfFreedom, .positive)
    self.init(uncheckedDegreesOfFreedom: degreesOfFreedom)
  }

  /// For degrees of freedom known to be positive and finite.
  public init(uncheckedDegreesOfFreedom degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  public var mean: Double { degreesOfFreedom }
  public var variance: Double { 2 * degreesOfFreedom }

  /// P(X ≤ x) = P(ν/2, x/2): Abramowitz and Stegun (1964), 26.4.19.
  public func cdf(_ x: Double) -> Double {
    x <= 0 ? 0 : .regularizedGammaP(degreesOfFreedom / 2, x / 2)
  }

  /// P(X > x).
  public func upperTail(_ x: Double) -> Double {
    x <= 0 ? 1 : .regularizedGammaQ(degreesOfFreedom / 2, x / 2)
  }

  /// The x with P(X ≤ x) = p, for 0 ≤ p ≤ 1; not a number for other p.
  public func quantile(_ p: Double) -> Double {
    2 * .inverseRegularizedGammaP(degreesOfFreedom / 2, p)
  }

  /// The x with P(X > x) = q, for 0 ≤ q ≤ 1; not a number for other q.
  public func quantile(upperTail q: Double) -> Double {
    2 * .inverseRegularizedGammaQ(degreesOfFreedom / 2, q)
  }
}
