public import Experiments
import RealModule
public import Statistics

/// An effect as a share of the control's value.
public enum RelativeEstimate: Sendable, Equatable {
  case interval(estimate: Double, Interval, method: String)
  /// The data exclude nothing, or not even one side.
  case unbounded(estimate: Double, FiellerSet, method: String)
  case notEstimable(NotEstimable)
}

/// What the interval of a relative effect is computed from, however wide it has to be.
enum RelativeSource: Sendable, Equatable {
  /// The ratio of the two values, and the effect on its logarithm where it has one.
  case ratio(RatioOfMeans, logarithm: Effect?)
  /// Symmetric, by the delta method.
  case delta(Effect)
  /// Of the lift in every resample.
  case resampled(ResampledEffect)
  case notEstimable(NotEstimable)

  init(_ work: () throws(NotEstimable) -> RelativeSource) {
    do {
      self = try work()
    } catch {
      self = .notEstimable(error)
    }
  }

  /// The interval that leaves out so much of the statistic's law on either side.
  func estimate(eachTail tail: Double) -> RelativeEstimate {
    switch self {
    case .ratio(let ratio, let logarithm):
      let estimate = logarithm.map { .expMinusOne($0.estimate) } ?? (ratio.estimate ?? .nan) - 1
      // Fieller's set says first whether there is any bounded one.
      let set = ratio.fiellerSet(eachTail: tail).shifted(by: -1)
      guard case .bounded(let fieller) = set else {
        return .unbounded(estimate: estimate, set, method: "Fieller")
      }
      guard let interval = logarithm?.interval(eachTail: tail) else {
        return .interval(estimate: estimate, fieller, method: "Fieller")
      }
      return .interval(
        estimate: estimate,
        Interval(low: .expMinusOne(interval.low), high: .expMinusOne(interval.high)),
        method: "log ratio")
    case .delta(let effect):
      return .interval(
        estimate: effect.estimate, effect.interval(eachTail: tail), method: "delta")
    case .resampled(let effect):
      return estimate(leavingOut: ResamplingPlan.tail(tail, of: effect.resamples))
    case .notEstimable(let problem): return .notEstimable(problem)
    }
  }

  /// The same for a margin that is a share of the control's value: nil where it is not bounded.
  ///
  /// Of ratios it is Fieller's, whose one-sided errors are those of the linear contrast that a margin asks
  /// about; the log ratio's are not, far from no effect.
  func marginInterval(eachTail tail: Double) -> Interval? {
    if case .ratio(let ratio, _) = self {
      guard case .bounded(let interval) = ratio.fiellerSet(eachTail: tail).shifted(by: -1)
      else { return nil }
      return interval
    }
    return Self.interval(of: estimate(eachTail: tail))
  }

  static func interval(of estimate: RelativeEstimate) -> Interval? {
    if case .interval(_, let interval, _) = estimate { return interval }
    return nil
  }

  /// Of resamples, the interval that leaves out one less than so many on either side.
  func estimate(leavingOut resamples: Int) -> RelativeEstimate {
    guard case .resampled(let effect) = self else {
      preconditionFailure("only resamples can be left out")
    }
    do throws(NotEstimable) {
      return .interval(
        estimate: effect.estimate, try effect.interval(tail: resamples),
        method: effect.isStudentised ? "bootstrap-t" : "percentile")
    } catch {
      return .notEstimable(error)
    }
  }
}

extension RelativeLift {
  var source: RelativeSource { .ratio(ratio, logarithm: try? logRatio()) }
}
