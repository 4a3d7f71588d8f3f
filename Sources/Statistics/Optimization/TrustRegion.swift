import RealModule

/// The step of at most a given length that raises a quadratic model most.
///
/// Moré and Sorensen (1983), "Computing a trust region step", with the eigenvalues at hand: problems
/// here have a handful of variables.
struct TrustRegion {
  let eigen: SymmetricEigen
  /// The gradient along each eigenvector of −H.
  let slopes: [Double]

  /// - Returns: nil where the Hessian has no eigenvalues, not being finite.
  init?(_ model: Expansion) {
    guard let eigen = SymmetricEigen(-1 * model.hessian) else { return nil }
    self.eigen = eigen
    slopes = eigen.vectors * model.gradient
  }

  /// What an unconstrained Newton step would gain; nil where the model has no maximum.
  var newtonGain: Double? {
    guard let least = eigen.values.first, least > 0 else { return nil }
    return zip(slopes, eigen.values).reduce(0) { $0 + $1.0 * $1.0 / $1.1 } / 2
  }

  func step(radius: Double) -> [Double] {
    guard let least = eigen.values.first else { return [] }
    if least > 0 {
      let newton = coordinates(shift: 0)
      if norm(newton) <= radius { return vector(newton) }
    }
    // The length falls as the shift grows; bracket it, then halve.
    var low = max(0, -least)
    var high = low + norm(slopes) / radius + .leastNormalMagnitude
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if norm(coordinates(shift: middle)) > radius { low = middle } else { high = middle }
    }
    var found = coordinates(shift: high)
    // At a saddle the gradient says nothing about the way up: leave along the steepest curvature.
    let missing = radius * radius - norm(found) * norm(found)
    if least <= 0, missing > 0.1 * radius * radius {
      found[0] += slopes[0] < 0 ? -missing.squareRoot() : missing.squareRoot()
    }
    return vector(found)
  }

  private func coordinates(shift: Double) -> [Double] {
    zip(slopes, eigen.values).map { slope, value in slope == 0 ? 0 : slope / (value + shift) }
  }

  private func norm(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 }.squareRoot() }

  private func vector(_ coordinates: [Double]) -> [Double] {
    eigen.vectors.times(coordinates, transposingSelf: true)
  }
}
