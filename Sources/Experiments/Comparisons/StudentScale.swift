internal import RealModule

/// The scale S of Student's t as a normal variable over S: νS² is χ² with ν degrees of freedom.
struct StudentScale {
  package let degreesOfFreedom: Double

  /// E[g(S)] for a falling g between 0 and 1 that is the tail of a normal variable beyond t·S.
  ///
  /// By the trapezoidal rule in ln S, in which the integrand is analytic and falls off on both sides
  /// faster than exponentially: the error falls exponentially with the step (Trefethen and
  /// Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56(3), 2014).
  func mean(beyond t: Double, of g: (Double) -> Double) -> Double {
    guard degreesOfFreedom.isFinite else { return g(1) }
    let step = 1 / (1.5 * (2 * degreesOfFreedom + 60).squareRoot())
    func weight(_ w: Double) -> Double {
      .exp(degreesOfFreedom * (w - .expMinusOne(2 * w) / 2))
    }
    let total = Self.sum(from: 0, step: step, of: weight)
    return Self.sum(from: place(of: t), step: step) { weight($0) * g(.exp($0)) } / total
  }

  /// About where most of the tail comes from: far out a large t comes mostly from a small S.
  private func place(of t: Double) -> Double {
    // What lies beyond a negative t is nearly all, with S where it usually is.
    guard t > 0 else { return 0 }
    let square = t * t / degreesOfFreedom
    return square.isFinite
      ? -0.5 * Double.log(onePlus: square)
      : 0.5 * Double.log(degreesOfFreedom) - Double.log(t)
  }

  /// Terms on each side at most: those of 0.005 degrees of freedom, which fall most slowly, by e^(−40).
  private static let mostTerms = 100_000

  /// Terms on both sides of about the largest, down to those that add nothing.
  private static func sum(from start: Double, step: Double, of term: (Double) -> Double) -> Double {
    var total = term(start)
    for direction in [step, -step] {
      var place = start
      var last = 0.0
      for _ in 0..<mostTerms {
        place += direction
        let value = term(place)
        total += value
        // Also where it is no number.
        if !(value > last) && !(value > 1e-18 * total) { break }
        last = value
      }
    }
    return total
  }
}
