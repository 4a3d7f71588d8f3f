import RealModule

/// The Gauss–Legendre rule with n nodes: exact for polynomials up to degree 2n − 1.
///
/// Nodes are the roots of the Legendre polynomial, by Newton's method from the asymptotic guess;
/// Abramowitz and Stegun (1964), 25.4.29.
public struct GaussLegendre: Sendable {
  /// In ascending order, within (−1, 1).
  public let nodes: [Double]
  /// They add up to 2.
  public let weights: [Double]

  public init(count: Int) {
    precondition(count > 0, "a quadrature rule has at least one node")
    var nodes = [Double](repeating: 0, count: count)
    var weights = nodes
    for i in 0..<count {
      var x = -Double.cos(.pi * (Double(i) + 0.75) / (Double(count) + 0.5))
      var slope = 0.0
      for _ in 0..<10 {
        let polynomial: Double
        (polynomial, slope) = Self.legendre(degree: count, at: x)
        let step = polynomial / slope
        x -= step
        if step.magnitude < 1e-16 { break }
      }
      nodes[i] = x
      weights[i] = 2 / ((1 - x * x) * slope * slope)
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// The integral of `function` from `lower` to `upper`.
  public func integral(
    from lower: Double, to upper: Double, of function: (Double) -> Double
  ) -> Double {
    let half = (upper - lower) / 2
    let middle = (upper + lower) / 2
    var sum = 0.0
    for place in 0..<nodes.count {
      sum += weights[place] * function(middle + half * nodes[place])
    }
    return half * sum
  }

  private static func legendre(degree: Int, at x: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, x)
    for k in 1..<max(1, degree) {
      let k = Double(k)
      (before, value) = (value, ((2 * k + 1) * x * value - k * before) / (k + 1))
    }
    return (value, Double(degree) * (before - x * value) / (1 - x * x))
  }
}
