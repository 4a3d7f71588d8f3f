import Documents
import Experiments
import Statistics

/// Arms within the places and windows of a switchback, each with a constant of its own.
enum FixedEffectsEstimator: Estimator {
  static func applies(to metric: MetricSpecification, in experiment: Experiment) -> Bool {
    experiment.isWithinClusters
  }

  static func estimates(_ places: [Int], in experiment: Experiment) async -> Estimates {
    Estimates(comparisons: places.map { comparison(experiment.plan.metrics[$0], experiment) })
  }

  private static func comparison(
    _ metric: MetricSpecification, _ experiment: Experiment
  ) -> MetricComparison {
    let table = experiment.table
    let positions = metric.positions(in: table)
    let columns = positions.distinct
    let constants = table.groups[.stratum] == nil ? "place" : "place and window"
    do {
      let fixed = try FixedMeans(
        table, columns: columns, outcome: metric.outcome(positions, among: columns),
        covariates: experiment.plan.covariates.compactMap { table.position(of: $0) })
      return MetricComparison(
        metric, fixed.joint, places: fixed.places,
        method: "fixed effects of \(constants), \(fixed.variance.rawValue)",
        arms: experiment.names.count)
    } catch {
      return MetricComparison(
        metric, method: "fixed effects of \(constants)", arms: experiment.names.count, error)
    }
  }
}

extension MetricComparison {
  /// From means that err together; arms the table lacks have no units.
  init(
    _ metric: MetricSpecification, _ means: JointMeans?, places: [Result<Int, NotEstimable>],
    method: String, arms count: Int
  ) {
    self.init(metric, method: method, arms: count, errors: Self.errors(means, places, count)) {
      arm throws(NotEstimable) in
      guard arm < places.count else { throw NotEstimable("the arm has no units") }
      let place = try places[arm].get()
      guard let means else { throw NotEstimable("no arm can be compared with the control") }
      return ArmEstimate(
        effect: try means.effect(place), controlValue: means.values[0],
        armValue: means.values[place],
        relative: RelativeSource { () throws(NotEstimable) in try means.relative(place) })
    }
  }

  private static func errors(
    _ means: JointMeans?, _ places: [Result<Int, NotEstimable>], _ arms: Int
  ) -> Errors {
    guard let means else { return .unknown }
    guard means.areIndependent else { return .joint(means.effectCovariance) }
    return .independent(
      (0..<arms).map { arm in
        guard arm < places.count, let place = try? places[arm].get() else { return .nan }
        return means.covariance[place, place]
      })
  }
}
