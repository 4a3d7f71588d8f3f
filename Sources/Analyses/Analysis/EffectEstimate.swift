public import Experiments
public import Statistics

/// An arm against the control in one metric: what an analysis concludes from.
public struct EffectEstimate: Sendable, Equatable {
  public let metric: String
  public let arm: String
  /// Such as "Welch" or "Lin, HC2".
  public let method: String
  public let effect: Effect
  /// Adjusted for covariates where the effect is, so that arm − control is the estimate.
  public let controlValue: Double
  public let armValue: Double
  /// Of the confidence asked for, for all arms and looks together where that is how it was corrected.
  public private(set) var interval: Interval
  /// Not corrected.
  public let pValue: Double
  /// Equal to the p-value where nothing was corrected.
  public internal(set) var adjustedPValue: Double
  /// Its interval is as wide for so many arms and looks as that of the effect.
  public private(set) var relative: RelativeEstimate
  /// As a share of the control's value, for margins that are one; nil where that value may be 0.
  private var marginInterval: Interval?
  private let relativeSource: RelativeSource
  /// Of a proportion, whose interval is not symmetric.
  let shares: ProportionDifference?
  /// Of a bootstrap, whose interval and p-value are the resamples'.
  let resampled: ResampledEffect?
  /// Of the difference of means as they are, for each unit's arm drawn anew; where it was asked for.
  public internal(set) var permutationPValue: Double?
  /// What was believed of the effect before; nil where all effects were alike likely.
  public internal(set) var prior: EffectPrior?

  init(
    metric: String, arm: String, method: String, effect: Effect, controlValue: Double,
    armValue: Double, shares: ProportionDifference? = nil,
    resampled: (effect: ResampledEffect, interval: Interval)? = nil, confidence: Double,
    relative: RelativeSource
  ) {
    self.metric = metric
    self.arm = arm
    self.method = method
    self.effect = effect
    self.controlValue = controlValue
    self.armValue = armValue
    self.shares = shares
    self.resampled = resampled?.effect
    interval =
      resampled?.interval ?? shares?.newcombeInterval(confidence: confidence)
      ?? effect.interval(confidence: confidence)
    pValue = resampled?.effect.pValue ?? effect.pValue()
    adjustedPValue = pValue
    relativeSource = relative
    self.relative = relative.estimate(eachTail: (1 - confidence) / 2)
    marginInterval = relative.marginInterval(eachTail: (1 - confidence) / 2)
  }

  /// The effect as a share of the size of the control's value, which errs too; nil where that may be 0.
  public var share: Interval? {
    // A control below 0 turns ratios round: more of it is a fall.
    marginInterval.map { controlValue < 0 ? Interval(low: -$0.high, high: -$0.low) : $0 }
  }

  /// What data and prior say of the arm's being higher.
  public var posterior: EffectPosterior? { try? EffectPosterior(effect, prior: prior) }

  /// Widens the intervals to so many standard errors, or to what they are worth in confidence.
  mutating func widen(to critical: Double) {
    let tail = StatisticLaw(degreesOfFreedom: effect.degreesOfFreedom).upperTail(critical)
    interval =
      shares?.newcombeInterval(confidence: 1 - 2 * tail)
      ?? Interval(center: effect.estimate, halfWidth: critical * effect.standardError)
    relative = relativeSource.estimate(eachTail: tail)
    marginInterval = relativeSource.marginInterval(eachTail: tail)
  }

  /// Takes the interval of another rule, and widens the relative one as much.
  mutating func take(_ interval: Interval) {
    let critical = interval.halfWidth / effect.standardError
    let tail = StatisticLaw(degreesOfFreedom: effect.degreesOfFreedom).upperTail(critical)
    self.interval = interval
    relative = relativeSource.estimate(eachTail: tail)
    marginInterval = relativeSource.marginInterval(eachTail: tail)
  }

  /// Leaves out one less than so many resamples on either side.
  mutating func widen(leavingOut resamples: Int, _ resampled: ResampledEffect) throws(NotEstimable)
  {
    interval = try resampled.interval(tail: resamples)
    if case .resampled = relativeSource {
      relative = relativeSource.estimate(leavingOut: resamples)
      marginInterval = RelativeSource.interval(of: relative)
    }
  }
}

/// An effect as a share of the control's value.
public enum RelativeEstimate: Sendable, Equatable {
  case interval(estimate: Double, Interval, method: String)
  /// The data exclude nothing, or not even one side.
  case unbounded(estimate: Double, FiellerSet, method: String)
  case notEstimable(NotEstimable)
}

/// An effect that could not be computed, and why.
public struct MissingEffect: Sendable, Equatable {
  public let metric: String
  /// nil where it is so for every arm.
  public let arm: String?
  public let method: String
  public let reason: String

  public init(metric: String, arm: String?, method: String, reason: String) {
    self.metric = metric
    self.arm = arm
    self.method = method
    self.reason = reason
  }
}
