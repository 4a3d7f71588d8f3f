internal import RealModule

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

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { x > 0 ? -.expMinusOne(-rate * x) : 0 }

  /// P(X > x).
  public func upperTail(_ x: Double) -> Double { x > 0 ? .exp(-rate * x) : 1 }

  /// The x with P(X ≤ x) = p, for 0 ≤ p ≤ 1; not a number for other p.
  public func quantile(_ p: Double) -> Double {
    p >= 0 && p <= 1 ? -.log(onePlus: -p) / rate : .nan
  }

  /// The x with P(X > x) = q, for 0 ≤ q ≤ 1; not a number for other q.
  public func quantile(upperTail q: Double) -> Double {
    q >= 0 && q <= 1 ? -.log(q) / rate : .nan
  }
}
