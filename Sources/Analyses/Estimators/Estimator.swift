import Experiments
import Statistics

/// A way to compare arms with the control in a metric.
///
/// A new one is a file with a type of this kind, and a line in ``Estimators/all``.
protocol Estimator: SendableMetatype {
  /// Whether the metric's effects are its to estimate, unless one before it in the list says so.
  static func applies(to metric: MetricSpecification, in experiment: Experiment) -> Bool

  /// Metrics are given together, since some share work, such as one regression.
  ///
  /// - Parameters:
  ///   - places: Of the metrics in the plan, those that are its to estimate.
  ///   - experiment: The units and what is asked.
  /// - Returns: A comparison for each metric, in the order of the places.
  static func estimates(_ places: [Int], in experiment: Experiment) async -> Estimates
}

/// What estimators found, and what to mind about it.
struct Estimates: Sendable {
  var comparisons: [MetricComparison] = []
  var cautions: [Caution] = []
}

enum Estimators {
  /// In this order: the first that applies to a metric estimates it.
  static let all: [any Estimator.Type] = [
    QuantileEstimator.self,
    FixedEffectsEstimator.self,
    BootstrapEstimator.self,
    RegressionEstimator.self,
    CUPEDEstimator.self,
    PostStratifiedEstimator.self,
    ShareEstimator.self,
    WelchEstimator.self,
  ]

  /// Every metric by the estimator that is its own, in the plan's order.
  static func estimates(_ experiment: Experiment) async -> Estimates {
    let metrics = experiment.plan.metrics
    var places = [[Int]](repeating: [], count: all.count)
    for (place, metric) in metrics.enumerated() {
      // The last applies to every metric.
      let own = all.firstIndex { $0.applies(to: metric, in: experiment) } ?? all.count - 1
      places[own].append(place)
    }
    var found = [MetricComparison?](repeating: nil, count: metrics.count)
    var cautions: [Caution] = []
    for (estimator, own) in zip(all, places) where !own.isEmpty {
      let estimates = await estimator.estimates(own, in: experiment)
      for (place, comparison) in zip(own, estimates.comparisons) { found[place] = comparison }
      cautions += estimates.cautions
    }
    return Estimates(comparisons: found.compactMap(\.self), cautions: cautions)
  }
}

/// An estimator that needs a metric's moments by arm and nothing else.
protocol MomentEstimator: Estimator {
  static func comparison(
    _ metric: MetricSpecification, _ moments: MetricMoments, in experiment: Experiment
  ) -> MetricComparison
}

extension MomentEstimator {
  static func estimates(_ places: [Int], in experiment: Experiment) async -> Estimates {
    Estimates(
      comparisons: places.map { place in
        let metric = experiment.plan.metrics[place]
        guard let moments = experiment.moments[place] else {
          return MetricComparison(
            metric, method: metric.welchName, arms: experiment.names.count,
            NotEstimable("no unit has a value"))
        }
        return comparison(metric, moments, in: experiment)
      })
  }
}
