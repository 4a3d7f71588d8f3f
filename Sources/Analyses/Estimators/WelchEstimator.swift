import Experiments
import Statistics

/// Means, and ratios of two means by the delta method, from moments by arm: Welch's t.
enum WelchEstimator: MomentEstimator {
  static func applies(to metric: MetricSpecification, in experiment: Experiment) -> Bool { true }

  static func comparison(
    _ metric: MetricSpecification, _ moments: MetricMoments, in experiment: Experiment
  ) -> MetricComparison {
    MetricComparison(
      metric, moments.outcome, method: metric.welchName, moments: experiment.byArm(moments))
  }
}

extension MetricComparison {
  /// From the moments of the arms, the control first.
  init(
    _ metric: MetricSpecification, _ outcome: Outcome, method: String, moments: [CoMoments]
  ) {
    let arms = moments.map { arm in
      Self.result { () throws(NotEstimable) in
        guard arm.count > 0 else { throw NotEstimable("an arm has no unit with a value") }
        return try outcome.moments(in: arm)
      }
    }
    self.init(
      metric, method: method, arms: arms.count,
      errors: .independent(arms.map { Self.square(try? $0.get().standardError) })
    ) { place throws(NotEstimable) in
      guard moments[place].count > 0 else { throw NotEstimable("it has no unit with a value") }
      let (arm, control) = (try arms[place].get(), try arms[0].get())
      return ArmEstimate(
        effect: try Effect.difference(arm, from: control), controlValue: control.mean,
        armValue: arm.mean,
        relative: RelativeSource { () throws(NotEstimable) in
          try RelativeLift(arm, over: control).source
        })
    }
  }
}

extension MetricSpecification {
  var welchName: String {
    if case .ratio = kind { return "Welch, delta method" }
    return "Welch"
  }
}
