import Experiments
import Statistics

/// Means less what covariates explain, by weights θ pooled within arms, from moments alone.
enum CUPEDEstimator: MomentEstimator {
  static func applies(to metric: MetricSpecification, in experiment: Experiment) -> Bool {
    experiment.plan.adjustment == .cuped && !experiment.plan.covariates.isEmpty
  }

  static func comparison(
    _ metric: MetricSpecification, _ moments: MetricMoments, in experiment: Experiment
  ) -> MetricComparison {
    do {
      let arms = experiment.byArm(moments)
      let cuped = try CUPED(enoughIn: arms, moments.outcome, covariates: moments.covariates)
      return comparison(metric, cuped, arms).refusing(moments)
    } catch {
      return MetricComparison(metric, method: "CUPED", arms: experiment.names.count, error)
    }
  }

  private static func comparison(
    _ metric: MetricSpecification, _ cuped: CUPED, _ arms: [CoMoments]
  ) -> MetricComparison {
    let pairs = arms.indices.map { place in
      MetricComparison.result { () throws(NotEstimable) in
        guard arms[place].count > 0, arms[0].count > 0 else {
          throw NotEstimable("it has no unit with a value")
        }
        return try cuped.estimated(arms[place], against: arms[0])
      }
    }
    let known = pairs.dropFirst().map { try? $0.get() }
    // The control's error is as large as its comparisons have it on average.
    let control = known.compactMap { MetricComparison.square($0?.control.standardError) }
      .filter(\.isFinite)
    let errors =
      [control.isEmpty ? .nan : control.reduce(0, +) / Double(control.count)]
      + known.map { MetricComparison.square($0?.treatment.standardError) }
    return MetricComparison(
      metric, method: "CUPED", arms: arms.count, errors: .independent(errors)
    ) { place throws(NotEstimable) in
      let (arm, control, lost) = try pairs[place].get()
      let effect = try Effect.difference(arm, from: control).losing(lost)
      return ArmEstimate(
        effect: effect, controlValue: control.mean, armValue: arm.mean,
        relative: RelativeSource { () throws(NotEstimable) in
          guard control.mean != 0 else {
            throw NotEstimable("the control's mean is 0, so that nothing is a share of it")
          }
          guard
            let ratio = RatioOfMeans(
              numerator: arm, denominator: control, degreesOfFreedom: effect.degreesOfFreedom)
          else { throw NotEstimable("an arm has fewer than two units") }
          let lift = try RelativeLift(arm, over: control)
          return .ratio(ratio, logarithm: (try? lift.logRatio())?.losing(lost))
        })
    }
  }
}

extension Effect {
  /// With fewer degrees of freedom, one at least.
  fileprivate func losing(_ lost: Double) -> Effect {
    Effect(
      estimate: estimate, standardError: standardError,
      degreesOfFreedom: max(1, degreesOfFreedom - lost))
  }
}
