internal import RealModule
public import Statistics

/// By what share an arm's mean exceeds the control's: treatment / control − 1, 0.05 for five per cent.
public struct RelativeLift: Sendable, Equatable {
  private let control: Moments
  private let treatment: Moments
  private let variances: Variances
  private let absolute: Effect

  /// - Throws: `NotEstimable` where the difference is not estimable or the control's mean is 0.
  public init(
    _ treatment: Moments, over control: Moments, variances: Variances = .unequal
  ) throws(NotEstimable) {
    guard control.mean != 0 else {
      throw NotEstimable("the control's mean is 0, so that nothing is a share of it")
    }
    self.control = control
    self.treatment = treatment
    self.variances = variances
    absolute = try .difference(treatment, from: control, variances: variances)
  }

  public var estimate: Double { absolute.estimate / control.mean }

  /// The effect on the logarithm of the mean: ln(treatment / control), with the delta method's error.
  ///
  /// - Throws: `NotEstimable` unless both means are positive, or both negative.
  public func logRatio() throws(NotEstimable) -> Effect {
    guard treatment.mean / control.mean > 0 else {
      throw NotEstimable("the ratio of the means is not positive and has no logarithm")
    }
    let error = try DifferenceError(
      control.dividedByMean, treatment.dividedByMean, variances)
    return Effect(
      estimate: .log(onePlus: estimate), standardError: error.variance.squareRoot(),
      degreesOfFreedom: error.degreesOfFreedom)
  }

  /// The interval of the log ratio, carried back: not symmetric, and never below −100 %.
  public func logInterval(
    confidence: Double = 0.95, _ alternative: Alternative = .twoSided
  ) throws(NotEstimable) -> Interval {
    let interval = try logRatio().interval(confidence: confidence, alternative)
    return Interval(
      low: .expMinusOne(interval.low), high: .expMinusOne(interval.high))
  }

  /// The lift by the delta method, symmetric, with the degrees of freedom of the absolute difference.
  public var delta: Effect {
    let ratio = 1 + estimate
    let variance =
      square(treatment.standardError) + ratio * ratio * square(control.standardError)
    return Effect(
      estimate: estimate, standardError: variance.squareRoot() / control.mean.magnitude,
      degreesOfFreedom: absolute.degreesOfFreedom)
  }

  /// Fieller's set of lifts, with the degrees of freedom of the absolute difference.
  ///
  /// It is unbounded where the control's mean is not significantly different from 0.
  public func fiellerSet(confidence: Double = 0.95) -> FiellerSet {
    ratio.fiellerSet(confidence: confidence).shifted(by: -1)
  }

  /// Of the two means, which are independent.
  package var ratio: RatioOfMeans {
    RatioOfMeans(
      numerator: treatment.mean, denominator: control.mean,
      variances: (square(treatment.standardError), square(control.standardError)), covariance: 0,
      degreesOfFreedom: absolute.degreesOfFreedom)
  }

  private func square(_ error: Double?) -> Double { (error ?? .nan) * (error ?? .nan) }
}

extension Moments {
  /// The moments of the values in units of their mean, as the delta method for a logarithm needs them.
  fileprivate var dividedByMean: Moments {
    Moments(count: count, mean: 1, sumOfSquaredDeviations: sumOfSquaredDeviations / mean / mean)
  }
}
