/// The exponential distribution: density rate·e^(−rate·x) on x > 0.
public struct Exponential: Sendable {
  /// Events per unit of x.
  public let rate: Double

  /// Throws unless the rate is positive and finite.
  public init(rate: Double) throws(ParameterProblem) {
    try ParameterProblem.check("rate", rate, .positive)
    self.init(uncheckedRate: rate)
  }

  /// For a rate known to be positive and finite.
  @inline(__always)
  public init(uncheckedRate rate: Double) { self.rate = rate }

  @inline(__always)
  public func sample(_ stream: inout DrawStream) -> Double { stream.exponential() / rate }

  public var mean: Double { 1 / rate }
  public var variance: Double { 1 / (rate * rate) }
}
