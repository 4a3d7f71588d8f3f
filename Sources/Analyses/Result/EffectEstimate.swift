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
  public let interval: Interval
  /// Not corrected.
  public let pValue: Double
  /// Equal to the p-value where nothing was corrected.
  public let adjustedPValue: Double
  /// Its interval is as wide for so many arms and looks as that of the effect.
  public let relative: RelativeEstimate
  /// Of the difference of means as they are, for each unit's arm drawn anew; where it was asked for.
  public let permutationPValue: Double?
  /// What was believed of the effect before; nil where all effects were alike likely.
  public let prior: EffectPrior?
  /// The two shares, where it is a difference of shares.
  private let shares: ProportionDifference?
  /// The first look at which a sequential rule said enough, where that was before the last.
  public let crossing: DayEffect?

  init(
    metric: String, arm: String, method: String, _ estimate: ArmEstimate,
    _ corrected: CorrectedEstimate, permutationPValue: Double?, prior: EffectPrior?
  ) {
    self.metric = metric
    self.arm = arm
    self.method = method
    effect = estimate.effect
    controlValue = estimate.controlValue
    armValue = estimate.armValue
    interval = corrected.interval
    pValue = estimate.pValue
    adjustedPValue = corrected.pValue
    relative = corrected.relative
    crossing = corrected.crossing
    shares = estimate.shares
    self.permutationPValue = permutationPValue
    self.prior = prior
  }

  /// What data and prior say of the arm's being higher; of two shares by their own posteriors where nothing was
  /// believed of the effect before.
  public var chances: EffectChances? {
    guard let shares, prior == nil else { return try? EffectChances(effect, prior: prior) }
    func shapes(_ share: Proportion) -> ProportionPosteriors.Shapes {
      .uniform.updated(successes: share.successes, trials: share.trials)
    }
    return EffectChances(
      ProportionPosteriors(control: shapes(shares.control), arm: shapes(shares.treatment)))
  }
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
