internal import RealModule
import Statistics

/// A test with several planned looks: bounds of the Z statistic that keep the error rate over all of them.
///
/// Jennison and Turnbull, "Group sequential methods with applications to clinical trials" (2000). A
/// drift is the mean of Z at full information, the true effect over its final standard error.
public struct GroupSequentialDesign: Sendable, Equatable {
  /// Shares of the planned information at the looks, ascending, in (0, 1].
  public let looks: [Double]
  /// The error rate over all looks; in a two-sided test half of it each side.
  public let alpha: Double
  public let isTwoSided: Bool
  /// Z at or above which a look stops; in a two-sided test also at or below its negative.
  ///
  /// Infinite where a look has nothing to spend.
  public let bounds: [Double]

  /// How the bounds are chosen.
  public enum Boundary: Sendable, Equatable {
    /// C·t^(Δ − ½): O'Brien and Fleming's for Δ = 0, Pocock's for Δ = ½; Wang and Tsiatis (1987).
    case wangTsiatis(Double)
    /// Each look spends what the function adds since the one before it.
    case spending(ErrorSpending)

    /// O'Brien and Fleming, "A multiple testing procedure for clinical trials", Biometrics 35(3), 1979.
    public static let obrienFleming = wangTsiatis(0)
    /// Pocock, "Group sequential methods in the design and analysis of clinical trials", Biometrika 64(2), 1977.
    public static let pocock = wangTsiatis(0.5)
  }

  /// - Throws: `NotEstimable` where the looks are no ascending shares, or alpha no error rate.
  public init(
    looks: [Double], alpha: Double = 0.05, isTwoSided: Bool = true, boundary: Boundary
  ) throws(NotEstimable) {
    try Self.check(looks)
    guard alpha > 0 && alpha < (isTwoSided ? 1 : 0.5) else {
      throw NotEstimable("an error rate of \(alpha) leaves no bounds")
    }
    self.looks = looks
    self.alpha = alpha
    self.isTwoSided = isTwoSided
    let perSide = isTwoSided ? alpha / 2 : alpha
    bounds =
      switch boundary {
      case .wangTsiatis(let shape):
        try Self.shaped(looks, perSide: perSide, isTwoSided: isTwoSided, exponent: shape - 0.5)
      case .spending(let function):
        try Self.spending(function, looks, perSide: perSide, isTwoSided: isTwoSided)
      }
  }

  /// Equally spaced looks, the last at full information.
  public static func equalLooks(_ count: Int) -> [Double] {
    (1...max(1, count)).map { Double($0) / Double(count) }
  }

  /// How far the looks lie apart at least; closer ones would need ever finer nodes for nothing.
  private static let leastStep = 1e-4

  private static func check(_ looks: [Double]) throws(NotEstimable) {
    let steps = zip(looks, [0] + looks).map { $0 - $1 }
    guard let last = looks.last, last <= 1, steps.allSatisfy({ $0 >= leastStep }) else {
      throw NotEstimable(
        "looks are shares of the information above 0 and up to 1, each at least \(leastStep) later")
    }
  }

  private static func shaped(
    _ looks: [Double], perSide: Double, isTwoSided: Bool, exponent: Double
  ) throws(NotEstimable) -> [Double] {
    let shape = looks.map { Double.pow($0, exponent) }
    // The look with the lowest bound alone spends no more than all, all together no more than the sum.
    let least = shape.min() ?? 1
    let low = -Double.normalQuantile(perSide) / least * (1 - 1e-12)
    let single = -Double.normalQuantile(perSide / Double(looks.count)) / least
    let constant = RootBracket(low: min(low, 0), high: single * (1 + 1e-12)).root(within: 1e-13) {
      constant in
      let bounds = shape.map { constant * $0 }
      let chances = StoppingChances(
        looks: looks, low: isTwoSided ? bounds.map { -$0 } : bounds.map { _ in -.infinity },
        high: bounds, drift: 0)
      return chances.upper.reduce(0, +) - perSide
    }
    guard let constant else { throw NotEstimable("no bounds of this shape keep the error rate") }
    return shape.map { constant * $0 }
  }

  private static func spending(
    _ function: ErrorSpending, _ looks: [Double], perSide: Double, isTwoSided: Bool
  ) throws(NotEstimable) -> [Double] {
    var paths = ScoreDensity(drift: 0)
    var bounds: [Double] = []
    var before = 0.0
    for (k, look) in looks.enumerated() {
      let spent = function.spent(look, of: perSide)
      let target = spent - before
      guard target >= 0 else { throw NotEstimable("error once spent cannot be had back") }
      before = spent
      // What no double can hold is not spent at all.
      var bound = Double.infinity
      if target > 1e-290 {
        let found = RootBracket(low: -9, high: 38).root {
          .log(max(paths.above($0, at: look), .leastNormalMagnitude) / target)
        }
        guard let found else { throw NotEstimable("no bound spends what look \(k + 1) may") }
        bound = found
      }
      bounds.append(bound)
      if k + 1 < looks.count {
        paths = paths.continuing(
          to: look, between: isTwoSided ? -bound : -.infinity, and: bound, then: looks[k + 1])
      }
    }
    return bounds
  }
}
