internal import RealModule
public import Statistics

/// Intervals and p-values that hold at all looks together, however often and whenever one looks.
///
/// est ± SE·√(((t + g) / t)·ln((t + g) / (gα²))) with t units in the two arms compared (clusters, where
/// they were randomised): the asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and
/// Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences", Annals of Statistics
/// 52(6), 2024. One-sided, SE·√(2((t + g) / t)·ln(1 + √((t + g) / g) / (2α))), their one-sided form.
public struct ConfidenceSequence: Sendable, Equatable {
  /// The chance that any look's interval misses.
  public let alpha: Double
  /// g, in units; fixed before the first look.
  public let mixture: Double
  public let alternative: Alternative

  public init(alpha: Double = 0.05, mixture: Double, alternative: Alternative = .twoSided) {
    precondition(alpha > 0 && alpha < 1, "an error rate lies strictly between 0 and 1")
    precondition(mixture > 0 && mixture.isFinite, "a sequence is tuned to some units")
    self.alpha = alpha
    self.mixture = mixture
    self.alternative = alternative
  }

  /// About as tight as can be at the number of units given, as gbstats has it.
  ///
  /// g = N / (−2 ln α + ln(1 − 2 ln α)), for 2α in a one-sided sequence, which needs α below ½.
  public init(alpha: Double = 0.05, units: Double, alternative: Alternative = .twoSided) {
    let level = Self.mixtureLevel(alpha, alternative)
    self.init(
      alpha: alpha, mixture: units / (level + .log(onePlus: level)), alternative: alternative)
  }

  /// As tight as can be at the number of units given.
  ///
  /// N/g = x solves x = ln(1 + x) − 2 ln α, of which gbstats' form is the first step.
  public static func tightest(
    alpha: Double = 0.05, units: Double, alternative: Alternative = .twoSided
  ) -> ConfidenceSequence {
    let level = mixtureLevel(alpha, alternative)
    var x = level
    // Each step shrinks the error by 1 + x, more than threefold up to α = 0.3.
    for _ in 0..<200 { x = level + .log(onePlus: x) }
    return ConfidenceSequence(alpha: alpha, mixture: units / x, alternative: alternative)
  }

  /// Half the width of the interval over the standard error, with t units seen.
  public func multiplier(units t: Double) -> Double {
    precondition(t > 0, "an interval needs units")
    let spread = Double.log(onePlus: t / mixture) / 2
    let logarithm =
      alternative == .twoSided
      ? spread - Double.log(alpha) : .log(onePlus: .exp(spread) / (2 * alpha))
    return (2 * (1 + mixture / t) * logarithm).squareRoot()
  }

  /// The same with the standard error estimated by least squares from all t units.
  ///
  /// Two-sided; infinite where the units are too few for any. Lindon, Ham, Tingley and Bojinov, "Anytime-valid
  /// linear models and regression adjusted causal inference in randomized experiments" (2022).
  public func multiplier(units t: Double, degreesOfFreedom: Double) -> Double {
    let share = mixture / (mixture + t)
    let excess = Double.expMinusOne(-.log(alpha * alpha * share) / (degreesOfFreedom + 1))
    let left = 1 - (1 + excess) * share
    return left > 0 ? (degreesOfFreedom * excess / left).squareRoot() : .infinity
  }

  /// The interval of an effect with t units seen in the two arms.
  public func interval(_ effect: Effect, units: Double) -> Interval {
    let both = Interval(
      center: effect.estimate, halfWidth: multiplier(units: units) * effect.standardError)
    return switch alternative {
    case .twoSided: both
    case .greater: Interval(low: both.low, high: .infinity)
    case .less: Interval(low: -.infinity, high: both.high)
    }
  }

  /// The p-value of this look: the α at which the interval would just leave out 0, g being kept.
  ///
  /// What holds at all looks is the least of the looks so far.
  public func pValue(_ effect: Effect, units t: Double) -> Double {
    let z = alternative == .less ? -effect.statistic : effect.statistic
    let spread = Double.log(onePlus: t / mixture) / 2
    let evidence = z * z / (2 * (1 + mixture / t))
    if alternative == .twoSided { return min(1, .exp(spread - evidence)) }
    guard z > 0 else { return 1 }
    // e^(s) / (2(e^(v) − 1)), which must not overflow in between.
    return min(1, 0.5 * .exp(spread - evidence) / -.expMinusOne(-evidence))
  }

  /// Each look's interval, and the p-value that holds at all looks up to it.
  public func looks(_ effects: [(effect: Effect, units: Double)]) -> [Look] {
    var least = 1.0
    return effects.map { effect, units in
      least = min(least, pValue(effect, units: units))
      return Look(units: units, interval: interval(effect, units: units), pValue: least)
    }
  }

  /// What a look says, taking the looks before it into account.
  public struct Look: Sendable, Equatable {
    /// Seen so far in the two arms.
    public let units: Double
    public let interval: Interval
    /// The least of the p-values so far.
    public let pValue: Double
  }

  /// −2 ln α; a one-sided sequence is tuned for 2α.
  private static func mixtureLevel(_ alpha: Double, _ alternative: Alternative) -> Double {
    let level = alternative == .twoSided ? alpha : 2 * alpha
    precondition(level > 0 && level < 1, "a sequence is tuned for an error rate below 1, or ½")
    return -2 * .log(level)
  }
}
