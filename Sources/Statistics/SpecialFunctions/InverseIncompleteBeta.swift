internal import RealModule

extension Double {
  /// The x at which I_x(a, b) = p, for positive a and b and 0 ≤ p ≤ 1.
  ///
  /// As precise as p and the spacing of doubles next to 1 determine x. Not a number outside the domain.
  public static func inverseRegularizedBeta(_ p: Double, _ a: Double, _ b: Double) -> Double {
    let odds = IncompleteBeta.odds(a, b, lower: p)
    return odds.isInfinite ? 1 : odds / (1 + odds)
  }

  /// The x at which 1 − I_x(a, b) = q; precision and domain as for ``inverseRegularizedBeta(_:_:_:)``,
  /// for small q instead of small p.
  public static func inverseRegularizedBetaComplement(
    _ q: Double, _ a: Double, _ b: Double
  ) -> Double {
    // Reflected, the odds are those against.
    let odds = IncompleteBeta.odds(b, a, lower: q)
    return odds.isInfinite ? 0 : 1 / (1 + odds)
  }
}

extension IncompleteBeta {
  /// The odds x / (1 − x) at which I_x(a, b) = p.
  static func odds(_ a: Double, _ b: Double, lower p: Double) -> Double {
    guard a > 0 && b > 0 && (a + b).isFinite && p >= 0 && p <= 1 else { return .nan }
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    return p <= 0.5 ? oddsInSmallerTail(a, b, p) : 1 / oddsInSmallerTail(b, a, 1 - p)
  }

  /// The odds for p up to ½.
  private static func oddsInSmallerTail(_ a: Double, _ b: Double, _ p: Double) -> Double {
    // Next to an end the leading term is the whole: I_x(a, b) ≈ x^a / (a·B(a, b)), whose relative error
    // is below |1 − b|·x, and the same for the complement. Small shapes put most points there.
    let logScale = Double.logBeta(a, b)
    let logLeading = (.log(p) + .log(a) + logScale) / a
    if logLeading < -40 - .log(1 + b) { return .exp(logLeading) }
    let logLeadingAtOne = (.log(onePlus: -p) + .log(b) + logScale) / b
    if logLeadingAtOne < -40 - .log(1 + a) { return .exp(-logLeadingAtOne) }
    let meanOdds = a / b
    let start =
      a < 1
      ? min(logLeading, .log(meanOdds))
      : .log(meanOdds) + .normalQuantile(p) * (1 / a + 1 / b).squareRoot()
    return LogConcaveTail(side: .lower, target: p).point(
      from: .exp(start), center: meanOdds
    ) {
      $0 * .exp($1)
    } value: {
      let tails = IncompleteBeta(a, b, at: $0 / (1 + $0), complement: 1 / (1 + $0))
      return (tails.lower, tails.densityOfLogit)
    }
  }
}
