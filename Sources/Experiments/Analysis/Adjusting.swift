internal import Statistics

/// Adjusted means by metric: those of metrics without missing values from one regression.
struct Adjusting {
  private var byMetric: [Int: Result<(means: EstimableMeans, outcome: Outcome), NotEstimable>] = [:]
  private(set) var warnings: [String] = []
  let method: String

  /// Whether the plan needs rows and not only moments.
  static func isNeeded(_ plan: AnalysisPlan) -> Bool {
    plan.resampling.bootstrap == nil
      && ((!plan.covariates.isEmpty && plan.adjustment != .cuped) || plan.cluster != nil
        || plan.standardError != nil)
  }

  init(_ plan: AnalysisPlan, _ table: UnitTable, threads: Int) async {
    let isAdjusted = !plan.covariates.isEmpty || plan.stratum != nil
    let slopes: Slopes = plan.adjustment == .ancova ? .common : .perArm
    let clusters = table.groups[.cluster].map { ArmsClusters($0, table.arm) }
    let variance = plan.standardError ?? Adjustment.preferred(clusters: clusters?.forChoosing)
    method = "\(isAdjusted ? slopes.rawValue : "difference of means"), \(variance.rawValue)"
    let measured = plan.metrics.indices.filter { !plan.metrics[$0].isQuantile }
    for places in plan.metricsTogether(measured, in: table) {
      await run(places, plan, table, variance, threads)
    }
  }

  func result(
    _ metric: Int
  ) -> Result<(means: EstimableMeans, outcome: Outcome), NotEstimable>? { byMetric[metric] }

  private mutating func run(
    _ places: [Int], _ plan: AnalysisPlan, _ table: UnitTable, _ variance: RobustVariance,
    _ threads: Int
  ) async {
    var columns: [Int] = []
    for place in places {
      for column in plan.metrics[place].positions(in: table) where !columns.contains(column) {
        columns.append(column)
      }
    }
    let adjustment = Adjustment(
      metrics: columns, covariates: plan.covariates.compactMap { table.position(of: $0) },
      groups: table.groups[.stratum] == nil ? [] : [.stratum],
      slopes: plan.adjustment == .ancova ? .common : .perArm, estimand: plan.estimand,
      variances: [variance])
    do throws(NotEstimable) {
      let means = try await EstimableMeans(table, adjustment, threads: threads)
      for place in places {
        let metric = plan.metrics[place]
        byMetric[place] = .success(
          (means, metric.outcome(metric.positions(in: table), among: columns)))
      }
      if let means = means.means { warn(means) }
    } catch {
      for place in places { byMetric[place] = .failure(error) }
    }
  }

  private mutating func warn(_ means: AdjustedMeans) {
    var all = means.warnings
    for (arm, dropped) in zip(means.arms, means.dropped) where !dropped.isEmpty {
      let names = dropped.map { "“\($0)”" }.joined(separator: ", ")
      all.append(
        "in arm “\(arm)” the other covariates imply \(names), which \(dropped.count == 1 ? "is" : "are")"
          + " left out")
    }
    for warning in all where !warnings.contains(warning) { warnings.append(warning) }
  }
}

extension UnitTable {
  /// By column, whether some unit has no value in it.
  var columnsWithMissing: [Bool] {
    var missing = [Bool](repeating: false, count: columns.count)
    let (cells, width) = (values.elements.span, columns.count)
    for row in 0..<units {
      for column in 0..<width where cells[row * width + column].isNaN { missing[column] = true }
    }
    return missing
  }
}
