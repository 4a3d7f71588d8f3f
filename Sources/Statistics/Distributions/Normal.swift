/// The normal distribution.
public struct Normal: Sendable {
  public let mean: Double
  public let standardDeviation: Double

  /// Throws unless the mean is finite and the standard deviation positive and finite.
  public init(mean: Double, standardDeviation: Double) throws(ParameterProblem) {
    try ParameterProblem.check("mean", mean, .finite)
    try ParameterProblem.check("standardDeviation", standardDeviation, .positive)
    self.init(uncheckedMean: mean, standardDeviation: standardDeviation)
  }

  /// For parameters known to be valid.
  @inline(__always)
  public init(uncheckedMean mean: Double, standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// Mean 0 and standard deviation 1.
  public static let standard = Normal(uncheckedMean: 0, standardDeviation: 1)

  @inline(__always)
  public func sample(_ stream: inout DrawStream) -> Double {
    mean + standardDeviation * stream.normal()
  }

  public var variance: Double { standardDeviation * standardDeviation }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { .normalCDF(standardScore(x)) }

  /// P(X > x).
  public func upperTail(_ x: Double) -> Double { .normalCDF(-standardScore(x)) }

  /// The x with P(X ≤ x) = p, for 0 ≤ p ≤ 1; not a number for other p.
  public func quantile(_ p: Double) -> Double { mean + standardDeviation * .normalQuantile(p) }

  /// The x with P(X > x) = q, for 0 ≤ q ≤ 1; not a number for other q.
  public func quantile(upperTail q: Double) -> Double {
    mean - standardDeviation * .normalQuantile(q)
  }

  private func standardScore(_ x: Double) -> Double { (x - mean) / standardDeviation }
}
