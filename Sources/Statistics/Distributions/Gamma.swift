internal import RealModule

/// The gamma distribution: density ∝ x^(shape − 1)·e^(−rate·x) on x > 0.
///
/// Sampled by Marsaglia and Tsang, "A simple method for generating gamma variables", ACM Transactions
/// on Mathematical Software 26(3), 2000; shapes below 1 by their Gamma(k) = Gamma(k + 1)·U^(1/k).
public struct Gamma: Sendable {
  public let shape: Double
  public let rate: Double
  /// d = k − ⅓ and c = 1/√(9d), where k is the shape, raised by one when it is below 1.
  private let offset: Double
  private let slope: Double

  /// Throws unless both parameters are positive and finite.
  public init(shape: Double, rate: Double) throws(ParameterProblem) {
    try ParameterProblem.check("shape", shape, .positive)
    try ParameterProblem.check("rate", rate, .positive)
    self.init(uncheckedShape: shape, rate: rate)
  }

  /// For parameters known to be positive and finite, where one is built per customer.
  @inline(__always)
  public init(uncheckedShape shape: Double, rate: Double) {
    self.shape = shape
    self.rate = rate
    offset = (shape < 1 ? shape + 1 : shape) - 1 / 3.0
    slope = 1 / (9 * offset).squareRoot()
  }

  /// A draw; zero where a shape far below 1 puts it under the smallest double.
  public func sample(_ stream: inout DrawStream) -> Double { sampleUnit(&stream) / rate }

  /// A draw for rate 1.
  @inline(__always)
  func sampleUnit(_ stream: inout DrawStream) -> Double {
    while true {
      let z = stream.normal()
      let root = 1 + slope * z
      if root <= 0 { continue }
      let cube = root * root * root
      let u = stream.uniform()
      let square = z * z
      guard
        u < 1 - 0.0331 * square * square
          || .log(u) < 0.5 * square + offset * (1 - cube + .log(cube))
      else { continue }
      guard shape < 1 else { return offset * cube }
      // U^(1/k) through −ln U, which is exponential, spares a logarithm.
      return offset * cube * .exp(-stream.exponential() / shape)
    }
  }

  public var mean: Double { shape / rate }
  public var variance: Double { shape / (rate * rate) }

  /// rate·(rate·x)^(shape − 1)·e^(−rate·x)/Γ(shape); 0 where nothing is.
  public func density(_ x: Double) -> Double { density()(x) }

  /// The same of many x: what hangs on the law alone is computed once.
  public func density() -> (Double) -> Double {
    let (shape, rate, logGamma) = (shape, rate, Double.logGamma(shape))
    return { x in
      guard x > 0 else { return 0 }
      return rate * .exp((shape - 1) * .log(rate * x) - rate * x - logGamma)
    }
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { x > 0 ? .regularizedGammaP(shape, rate * x) : 0 }

  /// P(X > x).
  public func upperTail(_ x: Double) -> Double { x > 0 ? .regularizedGammaQ(shape, rate * x) : 1 }

  /// The x with P(X ≤ x) = p, for 0 ≤ p ≤ 1; not a number for other p.
  public func quantile(_ p: Double) -> Double { .inverseRegularizedGammaP(shape, p) / rate }

  /// The x with P(X > x) = q, for 0 ≤ q ≤ 1; not a number for other q.
  public func quantile(upperTail q: Double) -> Double {
    .inverseRegularizedGammaQ(shape, q) / rate
  }
}
