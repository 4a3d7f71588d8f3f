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
      let arms = moments.byArm
      let cuped = try CUPED(enoughIn: arms, moments.outcome, covariates: moments.covariates)
      let adjusted = arms.map { arm in
        (arm.count > 0 ? try? cuped.adjusted(arm) : nil) ?? CoMoments(variables: 1)
      }
      return MetricComparison(
        metric, .mean(of: 0), method: "CUPED", moments: experiment.withEmptyArms(adjusted)
      ).refusing(moments)
    } catch {
      return MetricComparison(metric, method: "CUPED", arms: experiment.names.count, error)
    }
  }
}
