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
  public var interval: Interval
  /// Not corrected.
  public var pValue: Double
  /// Equal to the p-value where nothing was corrected.
  public var adjustedPValue: Double
  public var relative: RelativeEstimate
  /// Of a proportion, whose interval is not symmetric.
  let shares: ProportionDifference?

  init(
    metric: String, arm: String, method: String, effect: Effect, controlValue: Double,
    armValue: Double, shares: ProportionDifference? = nil, confidence: Double,
    relative: RelativeEstimate
  ) {
    self.metric = metric
    self.arm = arm
    self.method = method
    self.effect = effect
    self.controlValue = controlValue
    self.armValue = armValue
    self.shares = shares
    interval =
      shares?.newcombeInterval(confidence: confidence) ?? effect.interval(confidence: confidence)
    pValue = effect.pValue()
    adjustedPValue = pValue
    self.relative = relative
  }

  /// What the data alone say of the arm's being higher, all effects being alike likely before.
  public var posterior: EffectPosterior? { try? EffectPosterior(effect) }

  /// Widens the interval to so many standard errors, or to what they are worth in confidence.
  mutating func widen(to critical: Double) {
    interval =
      shares?.newcombeInterval(confidence: 1 - 2 * Double.normalCDF(-critical))
      ?? Interval(center: effect.estimate, halfWidth: critical * effect.standardError)
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
