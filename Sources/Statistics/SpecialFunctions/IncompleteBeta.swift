internal import RealModule

extension Double {
  /// The regularized incomplete beta function I_x(a, b) for 0 ≤ x ≤ 1 and positive a and b.
  ///
  /// Relative precision of 1e-12 down to the smallest normal number, for shapes from 1e-3 to 1e6; the
  /// work grows as the root of the larger shape where x is near the mean. Not a number outside the
  /// domain.
  public static func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    IncompleteBeta(a, b, at: x, complement: 1 - x).lower
  }

  /// 1 − I_x(a, b), directly; precision, cost and domain are those of ``regularizedBeta(_:_:_:)``.
  public static func regularizedBetaComplement(_ x: Double, _ a: Double, _ b: Double) -> Double {
    IncompleteBeta(a, b, at: x, complement: 1 - x).upper
  }
}

/// Both tails of the beta distribution at a point, and its density.
struct IncompleteBeta {
  /// I_x(a, b).
  let lower: Double
  /// I_y(b, a), where y = 1 − x.
  let upper: Double
  /// x^a·y^b / B(a, b): the density of the logarithm of the odds x / y.
  let densityOfLogit: Double

  /// - Parameters:
  ///   - a: The shape at 0.
  ///   - b: The shape at 1.
  ///   - x: The point.
  ///   - y: 1 − x; the smaller of the two is taken to be exact.
  init(_ a: Double, _ b: Double, at x: Double, complement y: Double) {
    guard a > 0 && b > 0 && x >= 0 && y >= 0 && (a + b).isFinite else {
      (lower, upper, densityOfLogit) = (.nan, .nan, .nan)
      return
    }
    guard x > 0 && y > 0 else {
      (lower, upper, densityOfLogit) = x > 0 ? (1, 0, 0) : (0, 1, 0)
      return
    }
    let sum = a + b
    let lost = max(a, b) - sum + min(a, b)
    // (a + b)·x − a without the rounding of a + b or of the larger of x and y.
    let excess =
      x <= y
      ? (-a).addingProduct(sum, x) + lost * x
      : -((-b).addingProduct(sum, y) + lost * y)
    // x^a·y^b / B(a, b) in Loader's form.
    let deviance =
      SaddlePoint.deviance(a, about: sum * x, difference: excess)
      + SaddlePoint.deviance(b, about: sum * y, difference: -excess)
    let stirling =
      SaddlePoint.stirlingError(sum) - SaddlePoint.stirlingError(a)
      - SaddlePoint.stirlingError(b)
    let density = (a / sum * b / (2 * .pi)).squareRoot() * .exp(stirling - deviance)
    densityOfLogit = density

    func lowerDirectly() -> Double {
      density * IncompleteBeta.continuedFraction(a, b, x, y, excess)
    }
    func upperDirectly() -> Double {
      density * IncompleteBeta.continuedFraction(b, a, y, x, -excess)
    }
    // The fraction converges fast below about the mean. Where it then says nearly 1, which takes a
    // shape below 1, the complement would be mostly rounding and is worth the slower direct way.
    if x * (sum + 2) < a + 1 {
      lower = lowerDirectly()
      upper = lower > 0.9 && x > 1e-4 ? upperDirectly() : 1 - lower
    } else {
      upper = upperDirectly()
      lower = upper > 0.9 && y > 1e-4 ? lowerDirectly() : 1 - upper
    }
  }

  /// I_x(a, b) over its density, by Lentz' method on the continued fraction of DiDonato and Morris,
  /// "Significant digit computation of the incomplete beta function ratios", ACM Transactions on
  /// Mathematical Software 18(3), 1992: the even part of DLMF 8.17.22, written with (a + b)·x − a.
  private static func continuedFraction(
    _ a: Double, _ b: Double, _ x: Double, _ y: Double, _ excess: Double
  ) -> Double {
    var fraction = (a + 1) / (a * ContinuedFraction.nonZero(1 - excess))
    var c = Double.infinity
    var d = fraction
    var n = 0.0
    for _ in 0..<ContinuedFraction.mostSteps {
      n += 1
      let middle = n * (b - n) * x / (a + 2 * n - 1)
      let numerator = (a + n - 1) / (a + 2 * n - 1) * (a + b + n - 1) * x * middle
      let denominator =
        n + middle + (a + n) / (a + 2 * n + 1) * (1 - excess + n * (1 + y))
      d = 1 / ContinuedFraction.nonZero(denominator + numerator * d)
      c = ContinuedFraction.nonZero(denominator + numerator / c)
      let change = c * d
      fraction *= change
      guard (change - 1).magnitude > ContinuedFraction.tolerance else { return fraction }
    }
    return fraction
  }
}
