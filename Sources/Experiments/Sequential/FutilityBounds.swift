internal import RealModule
import Statistics

/// Bounds of Z at or below which a one-sided test may be given up, and the drift they are made for.
///
/// They are not binding: the error rate holds also where a test goes on below one. Pampallona, Tsiatis
/// and Kim, "Interim monitoring of group sequential trials using spending functions for the type I and
/// type II error probabilities", Drug Information Journal 35, 2001.
public struct FutilityBounds: Sendable, Equatable {
  /// By look; the last is the efficacy bound, so that the test always ends.
  public let bounds: [Double]
  /// The mean of Z at full information that is missed with the chance spent in all.
  public let drift: Double

  /// Bounds that give up at the drift with the chances `spent` up to each look.
  ///
  /// - Throws: `NotEstimable` for a two-sided design, or where the chances do not ascend within (0, 1).
  public init(_ design: GroupSequentialDesign, spent: [Double]) throws(NotEstimable) {
    precondition(spent.count == design.looks.count, "a chance for each look")
    guard !design.isTwoSided else {
      throw NotEstimable("futility bounds belong to a one-sided test")
    }
    let steps = zip(spent, [0] + spent).map { $0 - $1 }
    guard let beta = spent.last, beta < 1 - design.alpha, steps.allSatisfy({ $0 > 0 }) else {
      throw NotEstimable("chances of giving up ascend from above 0 to below 1 − alpha")
    }
    // The larger the drift, the higher each bound, until the last would pass the efficacy bound.
    let drift = RootBracket(low: 0, high: 40).root(within: 1e-12) { drift in
      Self.missed(design, steps, drift: drift).chance - beta
    }
    guard let drift else { throw NotEstimable("no effect is missed with a chance of \(beta)") }
    self.drift = drift
    bounds = Self.missed(design, steps, drift: drift).bounds
  }

  /// The same with the chances of a spending function of β.
  public init(_ design: GroupSequentialDesign, beta: Double, spending: ErrorSpending)
    throws(NotEstimable)
  {
    try self.init(design, spent: design.looks.map { spending.spent($0, of: beta) })
  }

  /// The bounds at a drift, and the chance with which the efficacy bound is not crossed in the end.
  private static func missed(_ design: GroupSequentialDesign, _ steps: [Double], drift: Double)
    -> (bounds: [Double], chance: Double)
  {
    var paths = ScoreDensity(drift: drift)
    var bounds: [Double] = []
    var chance = 0.0
    for (k, look) in design.looks.enumerated() {
      let upper = design.bounds[k]
      guard k + 1 < design.looks.count else {
        chance += paths.below(upper, at: look)
        bounds.append(upper)
        break
      }
      let found = RootBracket(low: -40, high: upper.isFinite ? upper : 40).root {
        paths.below($0, at: look) - steps[k]
      }
      // Where so small a drift is missed more often by this look, all of it is given up.
      let bound = found ?? upper
      chance += found == nil ? paths.below(upper, at: look) : steps[k]
      bounds.append(bound)
      paths = paths.continuing(
        to: look, between: bound, and: upper, then: design.looks[k + 1])
    }
    return (bounds, chance)
  }
}
