internal import RealModule
public import Statistics

/// Several arms against one control: the largest of their t statistics where no arm differs.
///
/// With λᵢ = √(v₀ / (v₀ + vᵢ)), v the variances of the means, the statistics are
/// (λᵢU + √(1 − λᵢ²)·Eᵢ) / S for independent normal U and Eᵢ: Dunnett, "A multiple comparison procedure
/// for comparing several treatments with a control", Journal of the American Statistical Association
/// 50, 1955. The variances may differ between arms.
public struct Dunnett: Sendable {
  /// λ of each arm, from 0 to 1, which it is to rounding where the arm's variance is next to nothing.
  public let loadings: [Double]
  /// √(1 − λ²) of each arm.
  private let residuals: [Double]
  /// Of the variance estimate that the statistics share; infinite where it is known.
  public let degreesOfFreedom: Double
  public let alternative: Alternative

  /// From the variances of the means: squared standard errors, the control's and each arm's.
  ///
  /// - Throws: `NotEstimable` unless the arms' are positive and all are finite.
  public init(
    controlVariance: Double, armVariances: [Double], degreesOfFreedom: Double = .infinity,
    alternative: Alternative = .twoSided
  ) throws(NotEstimable) {
    guard !armVariances.isEmpty else { throw NotEstimable("there is no arm beside the control") }
    guard controlVariance >= 0, controlVariance.isFinite,
      armVariances.allSatisfy({ $0 > 0 && $0.isFinite })
    else { throw NotEstimable("the variance of an arm's mean is zero or unknown") }
    guard degreesOfFreedom > 0 else {
      throw NotEstimable("too few units to estimate the variance within arms")
    }
    // Only their ratios count, and the largest variances must not add up to infinity.
    let scale = max(controlVariance, armVariances.max() ?? 0) > 1e300 ? 0x1p-100 : 1
    let shares = armVariances.map { arm in
      (
        control: controlVariance * scale / (controlVariance * scale + arm * scale),
        arm: arm * scale / (controlVariance * scale + arm * scale)
      )
    }
    loadings = shares.map { $0.control.squareRoot() }
    residuals = shares.map { $0.arm.squareRoot() }
    self.degreesOfFreedom = degreesOfFreedom
    self.alternative = alternative
  }

  /// Two statistics of any correlation strictly between −1 and 1, two-sided, for which its sign is nothing.
  init(correlation: Double, degreesOfFreedom: Double) {
    loadings = [correlation, correlation].map { $0.magnitude.squareRoot() }
    residuals = loadings.map { _ in (1 - correlation.magnitude).squareRoot() }
    self.degreesOfFreedom = degreesOfFreedom
    alternative = .twoSided
  }

  /// The chance that at least one statistic lies beyond c where no arm differs.
  ///
  /// Beyond is above in magnitude in the two-sided case. The sum itself is of positive terms, so that
  /// the relative precision of about 1e-13 holds as far out as numbers go.
  public func upperTail(_ c: Double) -> Double {
    if c.isNaN { return .nan }
    if c == .infinity { return 0 }
    if c == -.infinity || alternative == .twoSided && c <= 0 { return 1 }
    return min(
      1,
      StudentScale(degreesOfFreedom: degreesOfFreedom).mean(beyond: c) { anyBeyond(c * $0) })
  }

  /// The chance that all statistics lie below c, or between −c and c.
  public func cdf(_ c: Double) -> Double { 1 - upperTail(c) }

  /// The chance of any statistic as far out as this one where no arm differs.
  public func adjustedPValue(_ statistic: Double) -> Double {
    switch alternative {
    case .twoSided: upperTail(statistic.magnitude)
    case .greater: upperTail(statistic)
    case .less: upperTail(-statistic)
    }
  }

  /// What all statistics stay within with the asked confidence, where no arm differs.
  public func criticalValue(confidence: Double = 0.95) -> Double {
    precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1")
    let alpha = 1 - confidence
    let sides = alternative == .twoSided ? 2.0 : 1.0
    // One arm alone needs no less, and as many separate ones no more.
    let law = StatisticLaw(degreesOfFreedom: degreesOfFreedom)
    let low = law.quantile(upperTail: alpha / sides)
    let high = law.quantile(upperTail: alpha / sides / Double(loadings.count))
    guard loadings.count > 1 else { return low }
    let margin = 1e-9 * max(1, high.magnitude)
    return RootBracket(low: low - margin, high: high + margin).root(within: 1e-12) {
      .log(upperTail($0) / alpha)
    } ?? high
  }

  /// Intervals of the arms' effects, arms in order, that all hold together with the asked confidence.
  public func intervals(of effects: [Effect], confidence: Double = 0.95) -> [Interval] {
    precondition(effects.count == loadings.count, "an effect for each arm")
    let critical = criticalValue(confidence: confidence)
    return effects.map { effect in
      let both = Interval(center: effect.estimate, halfWidth: critical * effect.standardError)
      return switch alternative {
      case .twoSided: both
      case .greater: Interval(low: both.low, high: .infinity)
      case .less: Interval(low: -.infinity, high: both.high)
      }
    }
  }

  /// The same for known variances: the mean over U of 1 − Π (1 − qᵢ), qᵢ the chance beyond given U.
  ///
  /// Given all statistics U is normal with the spread below, so that the trapezoidal rule with this
  /// step errs by a share of e^(−44) at any z: no Gauss–Legendre rule of this size does as well. Its steps
  /// would be without number where an arm's error is next to nothing beside the control's.
  private func anyBeyond(_ z: Double) -> Double {
    if z > ArmsGivenControl.farthest { return 0 }
    let precision = zip(loadings, residuals).reduce(1) { $0 + ($1.0 / $1.1) * ($1.0 / $1.1) }
    let isTwoSided = alternative == .twoSided
    guard precision <= Self.mostPrecision else {
      return ArmsGivenControl(loadings, residuals, isTwoSided: isTwoSided).anyBeyond(z)
    }
    let step = 1 / (1.5 * precision.squareRoot())
    let reach = max(z, 0)
    let low = (loadings.min() ?? 0) * reach - 9
    let high = (loadings.max() ?? 0) * reach + 9
    var sum = 0.0
    // Two-sided, u and −u count the same.
    var u = isTwoSided ? (max(0, (low / step).rounded(.down)) + 0.5) * step : low
    while u <= high {
      var none = 0.0
      for (loading, spread) in zip(loadings, residuals) {
        let above = Double.normalCDF((loading * u - z) / spread)
        let below = isTwoSided ? Double.normalCDF((-loading * u - z) / spread) : 0
        none += .log(onePlus: -min(1, above + below))
      }
      sum -= .exp(-0.5 * u * u) * .expMinusOne(none)
      u += step
    }
    return sum * step * (isTwoSided ? 2 : 1) / (2 * Double.pi).squareRoot()
  }

  /// Up to here the trapezoidal rule takes at most some 1,700 steps.
  private static let mostPrecision = 400.0
}
