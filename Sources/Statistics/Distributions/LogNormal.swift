internal import RealModule

/// The distribution of e^Z, Z normal.
public struct LogNormal: Sendable {
  /// Mean of the logarithm, the logarithm of the median.
  public let logMean: Double
  /// Standard deviation of the logarithm.
  public let logStandardDeviation: Double

  /// Throws unless the mean is finite and the standard deviation positive and finite.
  public init(logMean: Double, logStandardDeviation: Double) throws(ParameterProblem) {
    try ParameterProblem.check("logMean", logMean, .finite)
    try ParameterProblem.check("logStandardDeviation", logStandardDeviation, .positive)
    self.init(uncheckedLogMean: logMean, logStandardDeviation: logStandardDeviation)
  }

  /// For parameters known to be valid.
  @inline(__always)
  public init(uncheckedLogMean logMean: Double, logStandardDeviation: Double) {
    self.logMean = logMean
    self.logStandardDeviation = logStandardDeviation
  }

  public func sample(_ stream: inout DrawStream) -> Double {
    .exp(logMean + logStandardDeviation * stream.normal())
  }

  public var median: Double { .exp(logMean) }
  public var mean: Double { .exp(logMean + logVariance / 2) }
  public var variance: Double { .expMinusOne(logVariance) * .exp(2 * logMean + logVariance) }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { x > 0 ? logarithm.cdf(.log(x)) : 0 }

  /// P(X > x).
  public func upperTail(_ x: Double) -> Double { x > 0 ? logarithm.upperTail(.log(x)) : 1 }

  /// The x with P(X ≤ x) = p, for 0 ≤ p ≤ 1; not a number for other p.
  public func quantile(_ p: Double) -> Double { .exp(logarithm.quantile(p)) }

  /// The x with P(X > x) = q, for 0 ≤ q ≤ 1; not a number for other q.
  public func quantile(upperTail q: Double) -> Double { .exp(logarithm.quantile(upperTail: q)) }

  private var logVariance: Double { logStandardDeviation * logStandardDeviation }
  private var logarithm: Normal {
    Normal(uncheckedMean: logMean, standardDeviation: logStandardDeviation)
  }
}
