internal import RealModule

extension Double {
  /// The x at which P(a, x) = p, for a > 0 and 0 ≤ p ≤ 1; infinite at p = 1.
  ///
  /// As precise as p determines x: the relative error is about 1e-14·P / (x·P′). Where p is close to 1
  /// use ``inverseRegularizedGammaQ(_:_:)`` with 1 − p. Not a number outside the domain.
  public static func inverseRegularizedGammaP(_ a: Double, _ p: Double) -> Double {
    guard a > 0 && a.isFinite && p >= 0 && p <= 1 else { return .nan }
    return p <= 0.5
      ? IncompleteGamma.point(shape: a, lower: p) : IncompleteGamma.point(shape: a, upper: 1 - p)
  }

  /// The x at which Q(a, x) = q, for a > 0 and 0 ≤ q ≤ 1; infinite at q = 0.
  ///
  /// Precision and domain as for ``inverseRegularizedGammaP(_:_:)``, for small q instead of small p.
  public static func inverseRegularizedGammaQ(_ a: Double, _ q: Double) -> Double {
    guard a > 0 && a.isFinite && q >= 0 && q <= 1 else { return .nan }
    return q <= 0.5
      ? IncompleteGamma.point(shape: a, upper: q) : IncompleteGamma.point(shape: a, lower: 1 - q)
  }
}

extension IncompleteGamma {
  /// The point with a given lower tail.
  fileprivate static func point(shape a: Double, lower p: Double) -> Double {
    guard p > 0 else { return 0 }
    let logLeading = logLeadingPoint(a, logProbability: .log(p))
    if logLeading < -40 { return .exp(logLeading) }
    let start = wilsonHilferty(a, standardScore: Double.normalQuantile(p)) ?? .exp(logLeading)
    return LogConcaveTail(side: .lower, target: p).point(from: start, center: a) {
      $0 * .exp($1)
    } value: {
      let tails = IncompleteGamma(shape: a, at: $0)
      return (tails.lower, tails.densityOfLog)
    }
  }

  /// The point with a given upper tail.
  fileprivate static func point(shape a: Double, upper q: Double) -> Double {
    guard q > 0 else { return .infinity }
    // A small shape puts points next to 0 even where the upper tail is the smaller one.
    let logLeading = logLeadingPoint(a, logProbability: .log(onePlus: -q))
    if logLeading < -40 { return .exp(logLeading) }
    let start = wilsonHilferty(a, standardScore: -.normalQuantile(q)) ?? -.log(q)
    return LogConcaveTail(side: .upper, target: q).point(from: start, center: a) {
      $0 * .exp($1)
    } value: {
      let tails = IncompleteGamma(shape: a, at: $0)
      return (tails.upper, tails.densityOfLog)
    }
  }

  /// ln x by P(a, x) ≈ x^a / Γ(a + 1), whose relative error is below x.
  private static func logLeadingPoint(_ a: Double, logProbability: Double) -> Double {
    (logProbability + .logGamma(onePlus: a)) / a
  }

  /// The approximation of Wilson and Hilferty (Abramowitz and Stegun 26.4.17), where it is any good.
  private static func wilsonHilferty(_ a: Double, standardScore z: Double) -> Double? {
    let root = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
    return a >= 1 && root > 0.1 ? a * root * root * root : nil
  }
}
