internal import RealModule
import Statistics

/// What all questions about power have in common: what may be asked, and the search for the answer.
enum PowerDomain {
  static let tooFew = NotEstimable("there are too few units to estimate a variance from")

  static func check(alpha: Double) throws(NotEstimable) {
    guard alpha > 0, alpha < 1 else {
      throw NotEstimable("alpha must lie between 0 and 1")
    }
  }

  /// Chance alone gives a power of alpha.
  static func check(power: Double, alpha: Double) throws(NotEstimable) {
    guard power > alpha, power < 1 else {
      throw NotEstimable("the power must lie between alpha and 1")
    }
  }

  static func check(effect: Double, _ alternative: Alternative = .twoSided) throws(NotEstimable) {
    guard effect != 0, effect.isFinite else {
      throw NotEstimable("no number of units shows an effect of 0")
    }
    switch alternative {
    case .greater where effect < 0, .less where effect > 0:
      throw NotEstimable("the effect lies on the side that the test does not look at")
    default: break
    }
  }

  /// The x at which a power that rises with x is as asked; `least` where it is more already.
  ///
  /// A good guess saves most of the work, which is large where each power takes a critical value of its own.
  static func solve(
    from least: Double, about guess: Double, for power: Double,
    _ risen: (Double) throws(NotEstimable) -> Double
  ) throws(NotEstimable) -> Double {
    var (low, high) = (0.98 * guess, max(1.02 * guess, 2 * least))
    var isBelow = low > least
    if isBelow { isBelow = try risen(low) < power }
    if !isBelow {
      (low, high) = (least, max(low, 2 * least))
      if least > 0, try risen(least) >= power { return least }
    }
    while try risen(high) < power {
      (low, high) = (high, 2 * high)
      guard high < 1e15 else {
        throw NotEstimable("not even 10^15 of them would give that power")
      }
    }
    return try root(from: low, to: high, for: power, risen)
  }

  /// The x between two points at which a power is as asked.
  package static func root(
    from low: Double, to high: Double, for power: Double,
    _ risen: (Double) throws(NotEstimable) -> Double
  ) throws(NotEstimable) -> Double {
    var problem: NotEstimable?
    // Relative to the upper end, so that small effects are found as precisely as large sizes.
    let root = RootBracket(low: low / high, high: 1).root { share in
      do throws(NotEstimable) {
        return try risen(share * high) - power
      } catch {
        problem = error
        return .nan
      }
    }
    if let problem { throw problem }
    guard let root else { throw NotEstimable("no value in reach gives that power") }
    return root * high
  }
}
