import Statistics

extension CUPED {
  /// The treatment's mean that the delta method takes; both are right in the limit.
  public enum TreatmentMean: Sendable, CaseIterable {
    /// The control's mean plus the adjusted difference.
    case adjusted
    /// As it was; usual elsewhere for means, not for ratios.
    case observed
  }

  /// The adjusted difference as a share of the control's unadjusted mean, by the delta method, with the
  /// degrees of freedom of the difference.
  ///
  /// What the control did is then what its report says, while ``RelativeLift`` of two adjusted arms
  /// compares means at one level of the covariates. Arms are those the weights were estimated from.
  ///
  /// - Throws: `NotEstimable` where the difference is not estimable or the control's mean is 0.
  public func liftOverUnadjusted(
    _ treatment: Int, control: Int = 0, outcome: Int = 0,
    treatmentMean: TreatmentMean = .adjusted
  ) throws(NotEstimable) -> Effect {
    let adjusted = (arms[control].moments(of: outcome), arms[treatment].moments(of: outcome))
    let difference = try Effect.difference(adjusted.1, from: adjusted.0)
    let base = unadjusted[control]
    let mean = base.means[outcome]
    let value =
      switch treatmentMean {
      case .adjusted: mean + difference.estimate
      case .observed: unadjusted[treatment].means[outcome]
      }
    guard mean != 0 else {
      throw NotEstimable("the control's mean is 0, so that nothing is a share of it")
    }
    // A unit of the control moves the share through the difference and through the mean below it.
    var weights = [Double](repeating: 0, count: base.variables)
    weights[outcome] = -value / mean / mean
    for covariate in 0..<coefficients.rows {
      weights[coefficients.columns + covariate] = coefficients[covariate, outcome] / mean
    }
    let below = base.moments(weights: weights).standardError ?? .nan
    let above = (adjusted.1.standardError ?? .nan) / mean
    return Effect(
      estimate: difference.estimate / mean,
      standardError: (below * below + above * above).squareRoot(),
      degreesOfFreedom: difference.degreesOfFreedom)
  }
}
