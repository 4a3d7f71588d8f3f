internal import RealModule

/// Newton's method for the point where a tail of a distribution has a given probability.
///
/// Written in a coordinate u in which the density is log-concave, both tails are log-concave too, so
/// the tangent to ln(tail) never crosses it: from the side where the tail is too small the iteration
/// approaches the root without overshooting, and from the other side it is there after one step. In
/// the far tails ln(tail) is nearly straight, and few steps are needed at any probability.
struct LogConcaveTail {
  enum Side { case lower, upper }

  let side: Side
  /// The probability sought, positive.
  let target: Double

  /// The tail's probability at a point and the density of u there.
  typealias Value = (probability: Double, density: Double)

  /// The point where the tail has the target's probability.
  ///
  /// - Parameters:
  ///   - start: A first guess.
  ///   - center: A point where the tail is far from underflow, taken where the guess is not.
  ///   - moved: The point whose u is larger by the second argument.
  ///   - value: The tail at a point.
  /// - Returns: The point, to the precision of the tail's probability.
  func point<Point>(
    from start: Point, center: Point, moved: (Point, Double) -> Point,
    value: (Point) -> Value
  ) -> Point {
    var point = start
    var step = Double.infinity
    // The last point where the tail did not underflow.
    var firm: Point?
    // Quadratic once near; the bound is for the unforeseen.
    for _ in 0..<200 {
      let (probability, density) = value(point)
      guard probability > 0 && density > 0 else {
        step /= 2
        point = firm.map { moved($0, step) } ?? center
        continue
      }
      firm = point
      let ratio = target / probability
      let logRatio = ratio.isNormal ? .log(ratio) : .log(target) - Double.log(probability)
      let length = min(max(logRatio * (probability / density), -1e3), 1e3)
      let last = step
      step = side == .lower ? length : -length
      point = moved(point, step)
      // Past 1e-11 the next step is lost in rounding; one that no longer shrinks is rounding itself.
      if step.magnitude < 1e-11 { return point }
      if step.magnitude < 1e-6 && step.magnitude > last.magnitude / 2 { return point }
    }
    return point
  }
}
