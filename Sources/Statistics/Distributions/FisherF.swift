/// Fisher's F distribution (Snedecor's): the ratio of two independent mean squares of one variance.
public struct FisherF: Sendable {
  public let numeratorDegreesOfFreedom: Double
  public let denominatorDegreesOfFreedom: Double

  /// For degrees of freedom known to be positive and finite.
  public init(uncheckedDegreesOfFreedom numerator: Double, _ denominator: Double) {
    numeratorDegreesOfFreedom = numerator
    denominatorDegreesOfFreedom = denominator
  }

  /// P(F > f) = I_x(ν₂/2, ν₁/2), where x = ν₂ / (ν₂ + ν₁·f): Abramowitz and Stegun (1964), 26.6.2.
  public func upperTail(_ f: Double) -> Double {
    guard !f.isNaN else { return .nan }
    guard f > 0 else { return 1 }
    let odds = numeratorDegreesOfFreedom * f / denominatorDegreesOfFreedom
    guard odds.isFinite else { return 0 }
    return IncompleteBeta(
      denominatorDegreesOfFreedom / 2, numeratorDegreesOfFreedom / 2, at: 1 / (1 + odds),
      complement: odds / (1 + odds)
    ).lower
  }
}
