internal import RealModule

/// The beta distribution: density ∝ x^(a − 1)·(1 − x)^(b − 1) on 0 < x < 1.
public struct Beta: Sendable {
  public let a: Double
  public let b: Double
  private let first: Gamma
  private let second: Gamma

  /// Throws unless both shapes are positive and finite.
  public init(a: Double, b: Double) throws(ParameterProblem) {
    try ParameterProblem.check("a", a, .positive)
    try ParameterProblem.check("b", b, .positive)
    self.init(uncheckedA: a, b: b)
  }

  /// For shapes known to be positive and finite, where one is built per customer.
  @inline(__always)
  public init(uncheckedA a: Double, b: Double) {
    self.a = a
    self.b = b
    first = Gamma(uncheckedShape: a, rate: 1)
    second = Gamma(uncheckedShape: b, rate: 1)
  }

  /// A draw: the share of one gamma variable in the sum of two, unless both shapes are at most 1.
  ///
  /// It may be exactly 0 or 1 where a shape is so small that the nearest double is.
  public func sample(_ stream: inout DrawStream) -> Double {
    if max(a, b) <= 1 { return sampleBySmallShapes(&stream) }
    let x = first.sampleUnit(&stream)
    return x / (x + second.sampleUnit(&stream))
  }

  /// Jöhnk, "Erzeugung von betaverteilten und gammaverteilten Zufallszahlen", Metrika 8, 1964, on the
  /// logarithms of his two powers, so that shapes near 0 do not end in 0/0.
  private func sampleBySmallShapes(_ stream: inout DrawStream) -> Double {
    while true {
      let x = -stream.exponential() / a
      let y = -stream.exponential() / b
      if .exp(x) + .exp(y) <= 1 { return 1 / (1 + .exp(y - x)) }
    }
  }

  public var mean: Double { a / (a + b) }
  public var variance: Double { a * b / ((a + b) * (a + b) * (a + b + 1)) }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { .regularizedBeta(min(max(x, 0), 1), a, b) }

  /// P(X > x).
  public func upperTail(_ x: Double) -> Double {
    .regularizedBetaComplement(min(max(x, 0), 1), a, b)
  }

  /// The x with P(X ≤ x) = p, for 0 ≤ p ≤ 1; not a number for other p.
  public func quantile(_ p: Double) -> Double { .inverseRegularizedBeta(p, a, b) }

  /// The x with P(X > x) = q, for 0 ≤ q ≤ 1; not a number for other q.
  public func quantile(upperTail q: Double) -> Double {
    .inverseRegularizedBetaComplement(q, a, b)
  }
}
