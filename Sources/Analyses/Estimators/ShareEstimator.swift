import Experiments
import Statistics

/// Shares of units, from the moments of a column of 0 and 1: pooled z and Newcombe's interval, or exact tests
/// where few events are expected.
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
    let pairs = arms.indices.dropFirst().map { place in
      MetricComparison.result { () throws(NotEstimable) in
        ProportionDifference(
          try share(arms[place], variable), from: try share(arms[0], variable))
      }
    }
    let known = pairs.compactMap { try? $0.get() }
    let areFew = known.contains(where: ExactShares.areFew)
    let method =
      !areFew
      ? "pooled z, Newcombe"
      : known.allSatisfy(ExactShares.isSmall)
        ? "Boschloo's exact test" : "mid-p Fisher, mid-p score interval"
    return MetricComparison(
      metric, method: method, arms: arms.count,
      errors: areFew
        ? .unknown
        : .independent(
          arms.map { MetricComparison.square($0.moments(of: variable).standardError) })
    ) { place throws(NotEstimable) in
      let shares = try pairs[place - 1].get()
      return ArmEstimate(
        effect: areFew ? shares.effectOfFew : try shares.pooledTest(),
        controlValue: shares.control.estimate, armValue: shares.treatment.estimate,
        law: areFew ? .exact(ExactShares(shares), shares) : .newcombe(shares),
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

extension ProportionDifference {
  /// With an error that is never 0, of a success and a failure more in each arm; the exact test uses none.
  ///
  /// Agresti and Caffo, "Simple and effective confidence intervals for proportions and differences of proportions
  /// result from adding two successes and two failures", American Statistician 54, 2000.
  fileprivate var effectOfFew: Effect {
    func variance(_ share: Proportion) -> Double {
      let estimate = (share.successes + 1) / (share.trials + 2)
      return estimate * (1 - estimate) / (share.trials + 2)
    }
    return Effect(
      estimate: estimate, standardError: (variance(control) + variance(treatment)).squareRoot())
  }
}
