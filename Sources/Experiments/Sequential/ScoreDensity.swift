internal import RealModule
import Statistics

/// How the score B = Z√t is spread at a look among the paths that no earlier look has stopped.
///
/// Increments of B are normal with mean θΔt and variance Δt: the recursion of Armitage, McPherson and
/// Rowe, "Repeated significance tests on accumulating data", Journal of the Royal Statistical Society A
/// 132(2), 1969, on Gauss–Legendre nodes between the bounds.
struct ScoreDensity {
  private let time: Double
  private let drift: Double
  private let points: [Double]
  /// The density at each point times the point's weight.
  private let masses: [Double]
  /// The one the points are from; most looks can use it again.
  private let rule: GaussLegendre?

  /// Before the first look: B is 0 at time 0.
  init(drift: Double) {
    self.init(time: 0, drift: drift, points: [0], masses: [1], rule: nil)
  }

  private init(
    time: Double, drift: Double, points: [Double], masses: [Double], rule: GaussLegendre?
  ) {
    self.time = time
    self.drift = drift
    self.points = points
    self.masses = masses
    self.rule = rule
  }

  /// The chance of not having stopped before, and of Z ≥ z at the time given.
  func above(_ z: Double, at next: Double) -> Double {
    let (center, spread) = step(to: next)
    let bound = z * next.squareRoot() - center
    var sum = 0.0
    for i in points.indices { sum += masses[i] * .normalCDF((points[i] - bound) / spread) }
    return sum
  }

  /// The chance of not having stopped before, and of Z ≤ z at the time given.
  func below(_ z: Double, at next: Double) -> Double {
    let (center, spread) = step(to: next)
    let bound = z * next.squareRoot() - center
    var sum = 0.0
    for i in points.indices { sum += masses[i] * .normalCDF((bound - points[i]) / spread) }
    return sum
  }

  /// The paths that go on where Z lies between the bounds at the time given.
  ///
  /// - Parameters:
  ///   - next: The time of the look.
  ///   - low: The lower bound of Z; minus infinity where there is none.
  ///   - high: The upper one.
  ///   - afterNext: The time of the look that follows, which decides how fine the nodes must be.
  /// - Returns: Their spread at that look.
  func continuing(to next: Double, between low: Double, and high: Double, then afterNext: Double)
    -> ScoreDensity
  {
    let (center, spread) = step(to: next)
    let root = next.squareRoot()
    let reach = Self.reach * root
    let from = max(low * root, drift * next - reach)
    let to = min(high * root, drift * next + reach)
    guard from < to else {
      return ScoreDensity(time: next, drift: drift, points: [], masses: [], rule: rule)
    }
    let rule = rule(width: to - from, finest: 1 / (1 / (next - time) + 1 / (afterNext - next)))
    let half = (to - from) / 2
    let newPoints = rule.nodes.map { from + half * (1 + $0) }
    let scale = half / (spread * (2 * Double.pi).squareRoot())
    var newMasses = rule.weights
    // Both ascend, and what is far from one point is left behind for the next: with looks that lie close
    // together most is far from most.
    var first = 0
    for j in newPoints.indices {
      let place = newPoints[j] - center
      while first < points.count, (place - points[first]) / spread >= Self.reach { first += 1 }
      var sum = 0.0
      for i in first..<points.count {
        let distance = (place - points[i]) / spread
        if distance <= -Self.reach { break }
        sum += masses[i] * .exp(-0.5 * distance * distance)
      }
      newMasses[j] *= scale * sum
    }
    return ScoreDensity(time: next, drift: drift, points: newPoints, masses: newMasses, rule: rule)
  }

  /// How many standard deviations away nothing arrives.
  private static let reach = 9.0

  private func step(to next: Double) -> (center: Double, spread: Double) {
    (drift * (next - time), (next - time).squareRoot())
  }

  /// Nodes enough for a normal curve of the finest variance anywhere on the width.
  private func rule(width: Double, finest variance: Double) -> GaussLegendre {
    let count = (2 + Int(2.2 * width / variance.squareRoot()) / 16) * 16
    if let rule, rule.nodes.count == count { return rule }
    return GaussLegendre(count: count)
  }
}
