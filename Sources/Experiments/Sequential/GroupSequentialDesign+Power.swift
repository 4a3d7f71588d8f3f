internal import RealModule
import Statistics

extension GroupSequentialDesign {
  /// The chance of crossing a bound at each look where the mean of Z at full information is the drift.
  ///
  /// Futility bounds are kept to if given, by look; in a two-sided test the efficacy bounds are.
  public func stopping(drift: Double, futility: [Double]? = nil) -> StoppingChances {
    let none = bounds.map { _ in -Double.infinity }
    let low = isTwoSided ? bounds.map { -$0 } : futility ?? none
    precondition(low.count == looks.count, "a futility bound for each look")
    return StoppingChances(looks: looks, low: low, high: bounds, drift: drift)
  }

  /// The error rate spent up to each look, both sides together; futility bounds need not be kept to.
  public var cumulativeAlpha: [Double] {
    stopping(drift: 0).upper.runningSums.map { isTwoSided ? 2 * $0 : $0 }
  }

  /// The chance of having crossed the upper bound by each look.
  public func cumulativePower(drift: Double, futility: [Double]? = nil) -> [Double] {
    stopping(drift: drift, futility: futility).upper.runningSums
  }

  /// The drift at which the upper bound is crossed with the asked chance by the last look.
  ///
  /// - Throws: `NotEstimable` unless the power lies above the error rate and below 1.
  public func drift(power: Double) throws(NotEstimable) -> Double {
    let fixed = try fixedDrift(power: power)
    let found = RootBracket(low: 0, high: 4 * fixed + 10).root(within: 1e-12) {
      stopping(drift: $0).upper.reduce(0, +) - power
    }
    guard let found else { throw NotEstimable("no effect has a power of \(power)") }
    return found
  }

  /// How many times the units of a test with one look this one plans for, at the same power.
  public func inflation(power: Double) throws(NotEstimable) -> Double {
    let ratio = try drift(power: power) / fixedDrift(power: power)
    return ratio * ratio
  }

  /// The mean share of the planned units seen by the time of stopping.
  public func expectedShare(drift: Double, futility: [Double]? = nil) -> Double {
    let chances = stopping(drift: drift, futility: futility)
    // A unit beyond a look is seen by the paths that have not stopped there.
    let stopped = zip(chances.upper, chances.lower).map { $0 + $1 }.runningSums
    var share = looks.first ?? 1
    for k in looks.indices.dropFirst() {
      share += (looks[k] - looks[k - 1]) * max(0, 1 - stopped[k - 1])
    }
    return share
  }

  private func fixedDrift(power: Double) throws(NotEstimable) -> Double {
    let perSide = isTwoSided ? alpha / 2 : alpha
    guard power > perSide && power < 1 else {
      throw NotEstimable("a power of \(power) is no aim for an error rate of \(alpha)")
    }
    return .normalQuantile(power) - .normalQuantile(perSide)
  }
}
