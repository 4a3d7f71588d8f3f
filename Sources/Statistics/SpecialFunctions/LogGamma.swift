internal import RealModule

// ln|Γ(x)| and its sign are RealModule's `Double.logGamma` and `Double.signGamma`, which use no global
// state. Here are the two combinations that those would compute with cancellation.
extension Double {
  /// ln Γ(1 + x) for x > −1, to full relative precision near the root at 0.
  public static func logGamma(onePlus x: Double) -> Double {
    guard x.magnitude < 0.1 else { return .logGamma(1 + x) }
    // Abramowitz and Stegun (1964), 6.1.33, for x / (1 + x) taken out: Σ (ζ(k) − 1)·(−x)^k / k.
    var sum = 0.0
    for k in stride(from: 13, through: 2, by: -1) {
      sum = -x * (sum + zetaMinusOne[k - 2] / Double(k))
    }
    return -x * sum + (1 - eulerGamma) * x - .log(onePlus: x)
  }

  /// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for positive a and b.
  public static func logBeta(_ a: Double, _ b: Double) -> Double {
    let (small, large) = (min(a, b), max(a, b))
    guard small > 0 else { return .nan }
    guard large >= 10 else { return .logGamma(small) + .logGamma(large) - .logGamma(small + large) }
    // Γ(b) / Γ(a + b) by Stirling's formula, with its two large terms subtracted on paper.
    let ratio =
      SaddlePoint.stirlingError(large) - SaddlePoint.stirlingError(small + large)
      - (small + large - 0.5) * .log(onePlus: small / large) - small * (.log(large) - 1)
    return .logGamma(small) + ratio
  }

  private static let eulerGamma = 0.577_215_664_901_532_9

  /// ζ(k) − 1 for k = 2, 3, …, 13: Abramowitz and Stegun (1964), table 23.3.
  private static let zetaMinusOne = [
    0.644_934_066_848_226_4, 0.202_056_903_159_594_29, 0.082_323_233_711_138_19,
    0.036_927_755_143_369_926, 0.017_343_061_984_449_14, 0.008_349_277_381_922_827,
    0.004_077_356_197_944_339, 0.002_008_392_826_082_214_4, 0.000_994_575_127_818_085_3,
    0.000_494_188_604_119_464_6, 0.000_246_086_553_308_048_3, 0.000_122_713_347_578_489_15,
  ]
}
