import RealModule

extension Double {
  /// The logarithmic derivative of the gamma function, ψ(x) = d ln Γ(x) / dx, for x > 0.
  ///
  /// Recurrence up to 10, then the asymptotic series of Abramowitz and Stegun (1964), 6.3.5 and 6.3.18.
  /// The error is below 1e-15 · max(1, |ψ|); near the root at 1.46 it is absolute.
  ///
  /// - Returns: Not a number outside the domain.
  public static func digamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    var shifted = x
    var below = 0.0
    while shifted < 10 {
      below += 1 / shifted
      shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    // Bernoulli numbers over their index: B₂/2, B₄/4, …
    let tail =
      square
      * (1 / 12.0 - square
        * (1 / 120.0 - square
          * (1 / 252.0 - square
            * (1 / 240.0 - square * (1 / 132.0 - square * (691 / 32_760.0 - square / 12))))))
    return .log(shifted) - inverse / 2 - tail - below
  }

  /// The derivative of the digamma function, ψ′(x), for x > 0, to 1e-15 relative.
  ///
  /// Recurrence up to 10, then the asymptotic series of Abramowitz and Stegun (1964), 6.4.6 and 6.4.12.
  ///
  /// - Returns: Not a number outside the domain.
  public static func trigamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    var shifted = x
    var below = 0.0
    while shifted < 10 {
      below += 1 / (shifted * shifted)
      shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    // Bernoulli numbers B₂, B₄, …
    let tail =
      square
      * (1 / 6.0 - square
        * (1 / 30.0 - square
          * (1 / 42.0 - square
            * (1 / 30.0 - square * (5 / 66.0 - square * (691 / 2_730.0 - square * 7 / 6))))))
    return inverse * (1 + inverse / 2 + tail) + below
  }
}
