import Experiments
import Statistics

/// Arms compared within strata and weighted: what strata explain is taken from the error.
enum PostStratifiedEstimator: MomentEstimator {
  static func applies(to metric: MetricSpecification, in experiment: Experiment) -> Bool {
    experiment.plan.stratum != nil
  }

  static func comparison(
    _ metric: MetricSpecification, _ moments: MetricMoments, in experiment: Experiment
  ) -> MetricComparison {
    let strata = MetricComparison.result { () throws(NotEstimable) in
      try moments.by(.stratum).map(experiment.withEmptyArms)
    }
    let overall = experiment.byArm(moments)
    return MetricComparison(metric, method: "post-stratified", arms: overall.count) {
      place throws(NotEstimable) in
      let strata = try strata.get()
      let split = try PostStratification(
        control: strata.map { $0[0] }, treatment: strata.map { $0[place] })
      let effect = try split.difference(in: moments.outcome)
      let control = try moments.outcome.moments(in: overall[0]).mean
      return ArmEstimate(
        effect: effect, controlValue: control, armValue: control + effect.estimate,
        relative: RelativeSource { () throws(NotEstimable) in
          .delta(try split.lift(in: moments.outcome))
        })
    }
  }
}
