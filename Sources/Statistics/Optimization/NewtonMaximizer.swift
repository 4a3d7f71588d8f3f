/// Finds the maximum of a smooth function of a few variables within a box, by Newton's method.
///
/// Steps are confined to a trust region, so that neither a poor start nor a Hessian that is not
/// negative definite leads astray; variables pushed against the box are held there. Nocedal and Wright
/// (2006), "Numerical Optimization", algorithm 4.1, and section 16.7 for the box.
public struct NewtonMaximizer: Sendable {
  public var lower: [Double]
  public var upper: [Double]
  /// The search ends when a Newton step would raise the value by no more than this.
  public var tolerance: Double
  public var maximumIterations: Int

  public init(
    lower: [Double], upper: [Double], tolerance: Double = 1e-13, maximumIterations: Int = 200
  ) {
    precondition(lower.count == upper.count, "a box has as many lower limits as upper ones")
    self.lower = lower
    self.upper = upper
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }

  /// Climbs from `start`, moved into the box if need be.
  ///
  /// - Returns: nil where the function is not finite at the start.
  public func maximize(from start: [Double], _ function: ([Double]) -> Expansion) -> Maximum? {
    var point = start.indices.map { min(max(start[$0], lower[$0]), upper[$0]) }
    var here = function(point)
    guard here.isFinite else { return nil }
    var radius = 1.0
    var iterations = 0
    var isConverged = false
    while iterations < maximumIterations {
      let free = point.indices.filter { !isHeld($0, at: point, gradient: here.gradient) }
      let model = here.restricted(to: free)
      guard !free.isEmpty, let region = TrustRegion(model) else {
        isConverged = free.isEmpty
        break
      }
      iterations += 1
      var target = point
      for (i, move) in zip(free, region.step(radius: radius)) {
        target[i] = min(max(point[i] + move, lower[i]), upper[i])
      }
      let step = free.map { target[$0] - point[$0] }
      let length = step.reduce(0) { max($0, $1.magnitude) }
      let promised = model.change(over: step)
      // Below this, differences of values are rounding.
      let noise = 0x1p-46 * max(1, here.value.magnitude)
      let there = function(target)
      let gained = there.value - here.value
      let isGood =
        there.isFinite && (gained >= 0.1 * promised || (promised < noise && gained >= -noise))
      if let gain = region.newtonGain, gain <= tolerance * max(1, here.value.magnitude) {
        if isGood { (point, here) = (target, there) }
        isConverged = true
        break
      }
      if isGood, promised > 0 || length == 0 {
        (point, here) = (target, there)
        if gained > 0.75 * promised { radius = min(4, radius * 2) }
      } else {
        radius = min(radius, length) / 4
        if radius < 1e-12 { break }
      }
    }
    let bounds = point.indices.map { bound($0, at: point) }
    return Maximum(
      point: point, expansion: here, iterations: iterations, isConverged: isConverged,
      bounds: bounds)
  }

  private func bound(_ i: Int, at point: [Double]) -> Maximum.Bound? {
    point[i] <= lower[i] ? .lower : point[i] >= upper[i] ? .upper : nil
  }

  private func isHeld(_ i: Int, at point: [Double], gradient: [Double]) -> Bool {
    switch bound(i, at: point) {
    case .lower: gradient[i] <= 0
    case .upper: gradient[i] >= 0
    case nil: false
    }
  }
}
