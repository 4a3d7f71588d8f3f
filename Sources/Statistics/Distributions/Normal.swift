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

  @inline(__always)
  public func sample(_ stream: inout DrawStream) -> Double {
    mean + standardDeviation * stream.normal()
  }

  public var variance: Double { standardDeviation * standardDeviation }
}
