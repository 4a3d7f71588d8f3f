import Experiments
import Statistics

/// An effect's p-value and intervals once there being many is allowed for.
struct CorrectedEstimate: Sendable {
  let pValue: Double
  let interval: Interval
  /// Its interval is as wide for so many arms and looks as that of the effect.
  let relative: RelativeEstimate
  /// As a share of the control's value, for margins that are one; nil where that value may be 0.
  let margin: Interval?
  /// The first look at which a sequential rule was crossed, where that was before the last.
  var crossing: DayEffect?
}

extension ArmEstimate {
  /// Corrected for nothing, or with a p-value corrected by steps, which has no interval of its own.
  ///
  /// - Throws: `NotEstimable` where resamples are too few for so much confidence.
  func alone(confidence: Double, pValue: Double? = nil) throws(NotEstimable) -> CorrectedEstimate {
    let tail = (1 - confidence) / 2
    let interval =
      switch law {
      case .statistic: effect.interval(confidence: confidence)
      case .newcombe(let shares): shares.newcombeInterval(confidence: confidence)
      case .exact(let shares, _): shares.interval(confidence: confidence)
      case .ordered(let quantiles): quantiles.interval(confidence: confidence)
      case .resampled(let resampled): try resampled.interval(confidence: confidence)
      }
    return corrected(interval, eachTail: tail, pValue: pValue ?? self.pValue)
  }

  /// With intervals of so many standard errors, or of what they are worth in confidence.
  func widened(to critical: Double, pValue: Double) -> CorrectedEstimate {
    let tail = tail(beyond: critical)
    let interval =
      if case .newcombe(let shares) = law { shares.newcombeInterval(confidence: 1 - 2 * tail) } else
      {
        Interval(center: effect.estimate, halfWidth: critical * effect.standardError)
      }
    return corrected(interval, eachTail: tail, pValue: pValue)
  }

  /// With the interval of another rule, and the relative one as wide.
  func taking(_ interval: Interval, pValue: Double) -> CorrectedEstimate {
    corrected(
      interval, eachTail: tail(beyond: interval.halfWidth / effect.standardError), pValue: pValue)
  }

  private func tail(beyond critical: Double) -> Double {
    StatisticLaw(degreesOfFreedom: effect.degreesOfFreedom).upperTail(critical)
  }

  private func corrected(
    _ interval: Interval, eachTail tail: Double, pValue: Double
  ) -> CorrectedEstimate {
    var (interval, share) = (interval, relative.estimate(eachTail: tail))
    if let ceilingOfFall {
      let most = ceilingOfFall.interval(confidence: 1 - 2 * tail).high
      interval = Interval(low: max(interval.low, -most), high: interval.high)
      if case .interval(let estimate, let shares, let method) = share {
        share = .interval(
          estimate: estimate, Interval(low: max(shares.low, -1), high: shares.high), method: method)
      }
    }
    return CorrectedEstimate(
      pValue: pValue, interval: interval, relative: share,
      margin: relative.marginInterval(eachTail: tail))
  }

  /// With intervals that leave out one less than so many resamples on either side.
  ///
  /// - Throws: `NotEstimable` where there are too few of them.
  func leavingOut(
    _ resamples: Int, of resampled: ResampledEffect, confidence: Double, pValue: Double
  ) throws(NotEstimable) -> CorrectedEstimate {
    let interval = try resampled.interval(tail: resamples)
    guard case .resampled = relative else {
      let alone = try alone(confidence: confidence)
      return CorrectedEstimate(
        pValue: pValue, interval: interval, relative: alone.relative, margin: alone.margin)
    }
    let estimate = relative.estimate(leavingOut: resamples)
    return CorrectedEstimate(
      pValue: pValue, interval: interval, relative: estimate,
      margin: RelativeSource.interval(of: estimate))
  }
}
