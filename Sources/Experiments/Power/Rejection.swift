internal import RealModule
import Statistics

/// How likely a statistic is to pass its critical value when there is an effect.
struct Rejection: Sendable {
  /// Positive for a one-sided test too.
  let criticalValue: Double
  let alternative: Alternative
  /// Infinite where the normal distribution is meant.
  package let degreesOfFreedom: Double

  init(criticalValue: Double, alternative: Alternative, degreesOfFreedom: Double = .infinity) {
    self.criticalValue = criticalValue
    self.alternative = alternative
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// With the critical value of a single test.
  init(alpha: Double, alternative: Alternative, degreesOfFreedom: Double = .infinity) {
    let tail = alternative == .twoSided ? alpha / 2 : alpha
    let criticalValue = StatisticLaw(degreesOfFreedom: degreesOfFreedom).quantile(upperTail: tail)
    self.init(
      criticalValue: criticalValue, alternative: alternative, degreesOfFreedom: degreesOfFreedom)
  }

  /// The chance, in the two-sided case on either side.
  ///
  /// - Parameters:
  ///   - shift: The effect over the statistic's standard error where there is that effect.
  ///   - stretch: The standard error the test takes over that one.
  /// - Returns: Between 0 and 1.
  /// - Throws: `NotEstimable` where the shift is not finite.
  func chance(shift: Double, stretch: Double = 1) throws(NotEstimable) -> Double {
    let bound = criticalValue * stretch
    return switch alternative {
    case .twoSided: try upperTail(bound, shift) + upperTail(bound, -shift)
    case .greater: try upperTail(bound, shift)
    case .less: try upperTail(bound, -shift)
    }
  }

  private func upperTail(_ bound: Double, _ shift: Double) throws(NotEstimable) -> Double {
    guard degreesOfFreedom.isFinite else { return .normalCDF(shift - bound) }
    do {
      return try NoncentralT(degreesOfFreedom: degreesOfFreedom, noncentrality: shift)
        .upperTail(bound)
    } catch {
      throw NotEstimable("the effect over its standard error is not a number")
    }
  }
}
