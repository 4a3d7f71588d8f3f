import Documents
import Experiments
import Statistics

/// Means by regression, adjusted for covariates, clustered, or with robust errors: metrics without missing
/// values share one.
enum RegressionEstimator: Estimator {
  static func applies(to metric: MetricSpecification, in experiment: Experiment) -> Bool {
    experiment.plan.needsRegression
  }

  static func estimates(_ places: [Int], in experiment: Experiment) async -> Estimates {
    let (plan, table) = (experiment.plan, experiment.table)
    let clusters = table.groups[.cluster].map { ArmsClusters($0, table.arm) }
    let variance = plan.standardError ?? Adjustment.preferred(clusters: clusters?.forChoosing)
    let method = "\(plan.regressionName), \(variance.rawValue)"
    var byMetric: [Int: MetricComparison] = [:]
    var cautions: [Caution] = []
    for together in plan.metricsTogether(places, in: table) {
      let columns = together.flatMap { plan.metrics[$0].positions(in: table) }.distinct
      let adjustment = plan.adjustment(of: columns, in: table, variances: [variance])
      let means = await MetricComparison.awaited { () async throws(NotEstimable) in
        try await EstimableMeans(table, adjustment, threads: experiment.threads)
      }
      for place in together {
        byMetric[place] = comparison(plan.metrics[place], means, columns, method, experiment)
          .refusing(experiment.moments[place])
      }
      if case .success(let found) = means, let means = found.means {
        cautions += self.cautions(means).filter { !cautions.contains($0) }
      }
    }
    return Estimates(comparisons: places.compactMap { byMetric[$0] }, cautions: cautions)
  }

  private static func comparison(
    _ metric: MetricSpecification, _ means: Result<EstimableMeans, NotEstimable>,
    _ columns: [Int], _ method: String, _ experiment: Experiment
  ) -> MetricComparison {
    do {
      let estimable = try means.get()
      let outcome = metric.outcome(metric.positions(in: experiment.table), among: columns)
      return MetricComparison(
        metric,
        try estimable.means.map { (means) throws(NotEstimable) in
          try JointMeans(means, outcome, clusters: estimable.clusters)
        }, places: estimable.places, method: method, arms: experiment.names.count)
    } catch {
      return MetricComparison(metric, method: method, arms: experiment.names.count, error)
    }
  }

  private static func cautions(_ means: AdjustedMeans) -> [Caution] {
    means.warnings.map { .regression($0) }
      + zip(means.arms, means.dropped).filter { !$1.isEmpty }.map {
        .impliedCovariates(arm: $0, names: $1)
      }
  }
}

extension AnalysisPlan {
  /// What is regressed, and on what.
  ///
  /// - Parameters:
  ///   - columns: Of the table, the metrics'.
  ///   - table: The units.
  ///   - variances: None for those that suit the data.
  /// - Returns: The regression of these columns as the plan has it.
  func adjustment(
    of columns: [Int], in table: UnitTable, variances: Set<RobustVariance> = []
  ) -> Adjustment {
    Adjustment(
      metrics: columns, covariates: covariates.compactMap { table.position(of: $0) },
      groups: table.groups[.stratum] == nil ? [] : [.stratum], slopes: slopes,
      estimand: estimand, variances: variances)
  }

  /// What a regression is called: by its slopes where there is anything to have slopes on.
  var regressionName: String {
    covariates.isEmpty && stratum == nil ? "difference of means" : slopes.rawValue
  }

  private var slopes: Slopes { adjustment == .ancova ? .common : .perArm }
}

extension UnitTable {
  /// By column, whether some unit has no value in it.
  var columnsWithMissing: [Bool] { columns(where: \.isNaN) }

  /// By column, whether it is to be worked on alone: for values that are missing, which would take their units from
  /// other columns, or for some so large that squares overflow, which would leave no number of any.
  var columnsApart: [Bool] {
    columns { !($0.magnitude <= Self.largest) }
  }

  /// By column, whether something is so of some unit's value.
  private func columns(where isSo: (Double) -> Bool) -> [Bool] {
    var found = [Bool](repeating: false, count: columns.count)
    let (cells, width) = (values.elements.span, columns.count)
    for row in 0..<units {
      for column in 0..<width where isSo(cells[row * width + column]) { found[column] = true }
    }
    return found
  }

  /// Whose square, summed over ten thousand million units, is a number.
  private static var largest: Double { 1e149 }
}
