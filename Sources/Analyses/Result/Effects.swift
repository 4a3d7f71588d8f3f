import Experiments

/// The effects of all metrics and arms, each put together once from all that is known of it.
struct Effects {
  /// By metric, then by arm beside the control.
  let byMetric: [[Result<EffectEstimate, NotEstimable>]]
  private let comparisons: [MetricComparison]
  private let names: [String]

  init(
    _ comparisons: [MetricComparison], _ corrected: Corrected, _ permutations: PermutationTests,
    _ priors: Priors, _ names: [String]
  ) {
    self.comparisons = comparisons
    self.names = names
    byMetric = comparisons.enumerated().map { place, comparison in
      comparison.arms.enumerated().map { arm, estimate in
        MetricComparison.result { () throws(NotEstimable) in
          EffectEstimate(
            metric: comparison.metric.name, arm: names[arm + 1], method: comparison.method,
            try estimate.get(), try corrected.estimates[place][arm].get(),
            permutationPValue: permutations.pValues[place][arm],
            prior: priors.byMetric[comparison.metric.name])
        }
      }
    }
  }

  var all: [EffectEstimate] { byMetric.flatMap { $0.compactMap { try? $0.get() } } }

  /// Those that could not be computed.
  var missing: [MissingEffect] {
    zip(comparisons, byMetric).flatMap { comparison, arms in
      zip(names.dropFirst(), arms).compactMap { name, arm in
        guard case .failure(let problem) = arm else { return nil }
        return MissingEffect(
          metric: comparison.metric.name, arm: name, method: comparison.method,
          reason: problem.reason)
      }
    }
  }
}
