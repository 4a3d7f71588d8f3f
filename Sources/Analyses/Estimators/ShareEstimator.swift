import Experiments
import Statistics

/// Shares of units, from the moments of a column of 0 and 1: pooled z, Newcombe's interval.
enum ShareEstimator: MomentEstimator {
  /// A sequential rule compares means, whose errors add up from look to look.
  static func applies(to metric: MetricSpecification, in experiment: Experiment) -> Bool {
    switch metric.kind {
    case .proportion, .retention: experiment.plan.sequential == nil
    case .mean, .ratio, .quantile: false
    }
  }

  static func comparison(
    _ metric: MetricSpecification, _ moments: MetricMoments, in experiment: Experiment
  ) -> MetricComparison {
    let arms = experiment.byArm(moments)
    guard case .mean(let variable) = moments.outcome else {
      return MetricComparison(metric, moments.outcome, method: metric.welchName, moments: arms)
    }
    return MetricComparison(
      metric, method: "pooled z, Newcombe", arms: arms.count,
      errors: .independent(
        arms.map { MetricComparison.square($0.moments(of: variable).standardError) })
    ) { place throws(NotEstimable) in
      let shares = ProportionDifference(
        try share(arms[place], variable), from: try share(arms[0], variable))
      return ArmEstimate(
        effect: try shares.pooledTest(), controlValue: shares.control.estimate,
        armValue: shares.treatment.estimate, law: .newcombe(shares),
        relative: RelativeSource { () throws(NotEstimable) in
          try RelativeLift(
            arms[place].moments(of: variable), over: arms[0].moments(of: variable)
          ).source
        })
    }
  }

  private static func share(
    _ arm: CoMoments, _ variable: Int
  ) throws(NotEstimable) -> Proportion {
    let units = Double(arm.count)
    // The mean of zeros and ones times their number is whole but for rounding.
    guard
      let share = try? Proportion(
        successes: (arm.means[variable] * units).rounded(), trials: units)
    else { throw NotEstimable("an arm has no unit with a value") }
    return share
  }
}
