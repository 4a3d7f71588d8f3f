/// Two points between which a continuous function changes its sign.
///
/// Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function
/// without using derivatives", Advances in Engineering Software 28(3), 1997.
public struct RootBracket: Sendable {
  public let low: Double
  public let high: Double

  public init(low: Double, high: Double) {
    precondition(low <= high, "a bracket goes from low to high")
    self.low = low
    self.high = high
  }

  /// The point where the function is zero.
  ///
  /// - Parameters:
  ///   - tolerance: How far from the root the result may be, as a share of its size, at least of 1.
  ///   - function: A continuous function, called some ten times where it is smooth.
  /// - Returns: nil where the function has one sign at both ends, or is not a number.
  public func root(within tolerance: Double = 1e-14, of function: (Double) -> Double) -> Double? {
    var (a, b) = (high, low)
    var (fa, fb) = (function(a), function(b))
    if fa == 0 { return a }
    if fb == 0 { return b }
    guard fa.sign != fb.sign, !fa.isNaN, !fb.isNaN else { return nil }
    var (c, fc) = (a, fa)
    var share = 0.5
    // Halving alone would need about 1,100 steps across all doubles.
    for _ in 0..<1200 {
      let x = a + share * (b - a)
      let value = function(x)
      if value.isNaN { return nil }
      if value.sign == fa.sign {
        (c, fc) = (a, fa)
      } else {
        (c, fc) = (b, fb)
        (b, fb) = (a, fa)
      }
      (a, fa) = (x, value)
      let (best, least) = fa.magnitude < fb.magnitude ? (a, fa) : (b, fb)
      let reach = tolerance * max(1, best.magnitude) / (b - a).magnitude
      if reach > 0.5 || least == 0 { return best }
      let next = Self.interpolation(a, fa, b, fb, c, fc) ?? 0.5
      share = min(1 - reach, max(reach, next))
    }
    return a
  }

  /// Where inverse quadratic interpolation puts the root between a and b, if it can be trusted.
  private static func interpolation(
    _ a: Double, _ fa: Double, _ b: Double, _ fb: Double, _ c: Double, _ fc: Double
  ) -> Double? {
    let place = (a - b) / (c - b)
    let height = (fa - fb) / (fc - fb)
    guard height * height < place, (1 - height) * (1 - height) < 1 - place else { return nil }
    let share =
      fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
    return share.isFinite ? share : nil
  }
}
