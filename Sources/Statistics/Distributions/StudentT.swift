internal import RealModule

/// Student's t distribution.
public struct StudentT: Sendable {
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

  /// P(T ≤ t).
  public func cdf(_ t: Double) -> Double { upperTail(-t) }

  /// P(T > t) = ½·I_x(ν/2, ½) for t ≥ 0, where x = ν / (ν + t²): Abramowitz and Stegun (1964), 26.7.1.
  public func upperTail(_ t: Double) -> Double {
    guard !t.isNaN else { return .nan }
    guard t >= 0 else { return 1 - upperTail(-t) }
    let odds = t / degreesOfFreedom * t
    // Beyond 1e100 the leading term is all there is, and the odds may overflow.
    guard odds < 1e100 else {
      return .exp(half * (.log(degreesOfFreedom) - 2 * .log(t)) - logScale) / 2
    }
    let tails = IncompleteBeta(half, 0.5, at: 1 / (1 + odds), complement: odds / (1 + odds))
    return tails.lower / 2
  }

  /// The t with P(T ≤ t) = p, for 0 ≤ p ≤ 1; not a number for other p.
  public func quantile(_ p: Double) -> Double { -quantile(upperTail: p) }

  /// The t with P(T > t) = q, for 0 ≤ q ≤ 1; not a number for other q.
  public func quantile(upperTail q: Double) -> Double {
    guard q >= 0 && q <= 1 else { return .nan }
    guard q <= 0.5 else { return -quantile(upperTail: 1 - q) }
    if q == 0 { return .infinity }
    // In the middle 1 − 2q = I_y(½, ν/2), y = t² / (ν + t²), keeps its precision down to t = 0.
    guard q < 0.25 else {
      return (degreesOfFreedom * IncompleteBeta.odds(0.5, half, lower: 1 - 2 * q)).squareRoot()
    }
    let logLeading = (.log(2 * q) + logScale) / half
    guard logLeading > -200 else {
      return degreesOfFreedom.squareRoot() * .exp(-logLeading / 2)
    }
    return (degreesOfFreedom / IncompleteBeta.odds(half, 0.5, lower: 2 * q)).squareRoot()
  }

  private var half: Double { degreesOfFreedom / 2 }

  /// ln(a·B(a, ½)), a = ν/2: far out 2·P(T > t) = x^a / (a·B(a, ½)).
  private var logScale: Double { .log(half) + .logBeta(half, 0.5) }
}
