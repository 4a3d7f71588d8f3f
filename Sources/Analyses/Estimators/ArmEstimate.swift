import Experiments
import Statistics

/// An arm against the control as an estimator has it, before anything allows for there being many.
struct ArmEstimate: Sendable {
  /// Where the interval and the p-value come from.
  enum Law: Sendable {
    /// So many standard errors to either side.
    case statistic
    /// Two shares, whose interval is not symmetric.
    case newcombe(ProportionDifference)
    /// Two shares with few events.
    case exact(ExactShares, ProportionDifference)
    /// Quantiles of values that repeat.
    case ordered(OrderStatistics)
    /// Resamples of the units.
    case resampled(ResampledEffect)
  }

  let effect: Effect
  let controlValue: Double
  let armValue: Double
  var law = Law.statistic
  let relative: RelativeSource
  /// The control's value with its error, where the metric is never below 0: an arm cannot fall by more.
  var ceilingOfFall: Effect?

  /// Not corrected.
  var pValue: Double {
    switch law {
    case .statistic, .newcombe: effect.pValue()
    case .exact(let shares, _): shares.pValue
    case .ordered(let quantiles): quantiles.pValue
    case .resampled(let resampled): resampled.pValue
    }
  }

  /// The two shares, where it is a difference of shares.
  var shares: ProportionDifference? {
    switch law {
    case .newcombe(let shares), .exact(_, let shares): shares
    case .statistic, .ordered, .resampled: nil
    }
  }

  /// The resamples, where it comes from some.
  var resampled: ResampledEffect? {
    if case .resampled(let resampled) = law { return resampled }
    return nil
  }
}
