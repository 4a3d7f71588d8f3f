/// Fisher's F distribution: the quotient of two independent χ² variables, each over its degrees of freedom.
public struct FisherF: Sendable {
  /// d₁, of the variable above the line.
  public let numerator: Double
  /// d₂, of the variable below it.
  public let denominator: Double

  /// Throws unless both degrees of freedom are positive and finite.
  public init(numerator: Double, denominator: Double) throws(ParameterProblem) {
    try ParameterProblem.check("numerator", numerator, .positive)
    try ParameterProblem.check("denominator", denominator, .positive)
    self.init(uncheckedNumerator: numerator, denominator: denominator)
  }

  /// For degrees of freedom known to be positive and finite.
  public init(uncheckedNumerator numerator: Double, denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// P(F ≤ f) = I_x(d₁/2, d₂/2), x = d₁f / (d₁f + d₂): Abramowitz and Stegun (1964), 26.6.2.
  public func cdf(_ f: Double) -> Double { f <= 0 ? 0 : tails(f).lower }

  /// P(F > f).
  public func upperTail(_ f: Double) -> Double { f <= 0 ? 1 : tails(f).upper }

  /// The f with P(F ≤ f) = p, for 0 ≤ p ≤ 1; not a number for other p.
  public func quantile(_ p: Double) -> Double {
    IncompleteBeta.odds(numerator / 2, denominator / 2, lower: p) * (denominator / numerator)
  }

  /// The f with P(F > f) = q, for 0 ≤ q ≤ 1; not a number for other q.
  public func quantile(upperTail q: Double) -> Double {
    // Reflected, the odds are those against.
    denominator / numerator / IncompleteBeta.odds(denominator / 2, numerator / 2, lower: q)
  }

  private func tails(_ f: Double) -> IncompleteBeta {
    let odds = f * (numerator / denominator)
    guard odds.isFinite else {
      return IncompleteBeta(numerator / 2, denominator / 2, at: f.isNaN ? f : 1, complement: 0)
    }
    return IncompleteBeta(
      numerator / 2, denominator / 2, at: odds / (1 + odds), complement: 1 / (1 + odds))
  }
}
