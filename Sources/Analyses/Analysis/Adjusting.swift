import Experiments
internal import Documents
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
    let clusters = table.groups[.cluster].map { ArmsClusters($0, table.arm) }
    let variance = plan.standardError ?? Adjustment.preferred(clusters: clusters?.forChoosing)
    method = "\(plan.regressionName), \(variance.rawValue)"
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
    let columns = places.flatMap { plan.metrics[$0].positions(in: table) }.distinct
    let adjustment = plan.adjustment(of: columns, in: table, variances: [variance])
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
  var columnsWithMissing: [Bool] {
    var missing = [Bool](repeating: false, count: columns.count)
    let (cells, width) = (values.elements.span, columns.count)
    for row in 0..<units {
      for column in 0..<width where cells[row * width + column].isNaN { missing[column] = true }
    }
    return missing
  }
}
