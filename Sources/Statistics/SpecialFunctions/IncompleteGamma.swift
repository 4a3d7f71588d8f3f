internal import RealModule

extension Double {
  /// The regularized lower incomplete gamma function P(a, x) = γ(a, x) / Γ(a) for a > 0, x ≥ 0.
  ///
  /// Relative precision of 1e-12 down to the smallest normal number, for shapes up to 1e6; the work
  /// grows as √a where x is near a. Not a number outside the domain.
  public static func regularizedGammaP(_ a: Double, _ x: Double) -> Double {
    IncompleteGamma(shape: a, at: x).lower
  }

  /// The regularized upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a) = 1 − P(a, x), directly.
  ///
  /// Precision, cost and domain are those of ``regularizedGammaP(_:_:)``.
  public static func regularizedGammaQ(_ a: Double, _ x: Double) -> Double {
    IncompleteGamma(shape: a, at: x).upper
  }
}

/// Both tails of the gamma distribution of rate 1 at a point, and its density.
struct IncompleteGamma {
  /// P(a, x).
  let lower: Double
  /// Q(a, x).
  let upper: Double
  /// x^a·e^(−x) / Γ(a): the density of the logarithm of the variable.
  let densityOfLog: Double

  init(shape a: Double, at x: Double) {
    guard a > 0 && x >= 0 && a.isFinite else {
      (lower, upper, densityOfLog) = (.nan, .nan, .nan)
      return
    }
    guard x > 0 else {
      (lower, upper, densityOfLog) = (0, 1, 0)
      return
    }
    guard x.isFinite else {
      (lower, upper, densityOfLog) = (1, 0, 0)
      return
    }
    let deviance = SaddlePoint.deviance(a, about: x, difference: x - a)
    densityOfLog =
      (a / (2 * .pi)).squareRoot() * .exp(-deviance - SaddlePoint.stirlingError(a))
    if x < max(a, 1) {
      lower = densityOfLog / a * IncompleteGamma.series(a, x)
      upper = a < 1 ? IncompleteGamma.upperAtSmallShape(a, x) : 1 - lower
    } else {
      upper = densityOfLog * IncompleteGamma.continuedFraction(a, x)
      lower = 1 - upper
    }
  }

  /// Σ xⁿ / ((a + 1)…(a + n)), DLMF 8.11.4: positive terms that fall from the start where x < a + 1.
  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var denominator = a
    while term > sum * 1e-17 {
      denominator += 1
      term *= x / denominator
      sum += term
    }
    return sum
  }

  /// 1 / (x + 1 − a − 1·(1 − a) / (x + 3 − a − …)), DLMF 8.9.2, by Lentz' method.
  private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var fraction = 1 / b
    var c = Double.infinity
    var d = fraction
    var n = 0.0
    for _ in 0..<ContinuedFraction.mostSteps {
      n += 1
      b += 2
      let numerator = n * (a - n)
      d = 1 / ContinuedFraction.nonZero(b + numerator * d)
      c = ContinuedFraction.nonZero(b + numerator / c)
      let change = c * d
      fraction *= change
      guard (change - 1).magnitude > ContinuedFraction.tolerance else { return fraction }
    }
    return fraction
  }

  /// Q(a, x) where a and x are below 1: the difference of two terms that are small with a.
  private static func upperAtSmallShape(_ a: Double, _ x: Double) -> Double {
    // P = e^w·(1 + a·Σ (−x)ⁿ / (n!·(a + n))), DLMF 8.7.1, with e^w = x^a / Γ(1 + a).
    let w = a * .log(x) - .logGamma(onePlus: a)
    var sum = 0.0
    var power = 1.0
    var n = 0.0
    while true {
      n += 1
      power *= -x / n
      let next = sum + power / (a + n)
      if next == sum { break }
      sum = next
    }
    return -.expMinusOne(w) - a * .exp(w) * sum
  }
}
