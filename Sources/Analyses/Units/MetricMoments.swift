import Experiments
import Documents
import Statistics

/// The cells from which a metric's effects come, and what among their variables it is.
struct MetricMoments {
  let outcome: Outcome
  /// Columns of the table: the pass's outcomes, then its covariates.
  let columns: [Int]
  private let passes: [UnitTable.Role?: CellMoments]

  /// By metric; none for quantiles, which moments do not give.
  ///
  /// Metrics without missing values share a pass. One with some has its own, so that the units it lacks
  /// are left out of no other.
  static func all(
    _ table: UnitTable, _ plan: AnalysisPlan, threads: Int
  ) async throws(NotEstimable) -> [MetricMoments?] {
    let isApart = table.columnsApart
    let complete = plan.metrics.filter { !$0.isQuantile }
      .flatMap { $0.positions(in: table) }.filter { !isApart[$0] }.distinct
    let covariates = Self.covariates(table, plan)
    let shared =
      complete.isEmpty ? nil : try await passes(table, complete, covariates, threads)
    var all: [MetricMoments?] = []
    for metric in plan.metrics {
      guard !metric.isQuantile else {
        all.append(nil)
        continue
      }
      let columns = metric.positions(in: table)
      if let shared, columns.allSatisfy({ !isApart[$0] }) {
        all.append(
          MetricMoments(
            outcome: metric.outcome(columns, among: complete), columns: complete + covariates,
            passes: shared))
      } else {
        let own = columns.distinct
        all.append(
          MetricMoments(
            outcome: metric.outcome(columns, among: own), columns: own + covariates,
            passes: try await passes(table, own, covariates, threads)))
      }
    }
    return all
  }

  /// Each arm's.
  var byArm: [CoMoments] { passes[nil]?.byArm ?? passes.first?.value.byArm ?? [] }

  /// By group of a role, then by arm; empty where the plan has no such role.
  func by(_ role: UnitTable.Role) throws(NotEstimable) -> [[CoMoments]] {
    guard let cells = passes[role] else { return [] }
    return try cells.by(role)
  }

  /// Covariates and the indicators of their missing values.
  var covariates: [Outcome] {
    (variables?.adjusting ?? 0..<0).map { .mean(of: $0) }
  }

  /// What the cells keep the moments of.
  var variables: Variables? { (passes[nil] ?? passes.first?.value)?.variables }

  /// CUPED takes them from moments; regressions leave them to segments and days.
  private static func covariates(_ table: UnitTable, _ plan: AnalysisPlan) -> [Int] {
    guard plan.adjustment == .cuped || plan.segment != nil || plan.day != nil else { return [] }
    return plan.covariates.compactMap { table.position(of: $0) }
  }

  /// Above so many cells each role has a pass of its own: crossed they would be mostly empty.
  private static let mostCells = 4_096

  private static func passes(
    _ table: UnitTable, _ outcomes: [Int], _ covariates: [Int], _ threads: Int
  ) async throws(NotEstimable) -> [UnitTable.Role?: CellMoments] {
    let roles = [UnitTable.Role.stratum, .day, .segment].filter { table.groups[$0] != nil }
    let cells = roles.reduce(table.arm.count) { $0 * (table.groups[$1]?.count ?? 1) }
    var passes: [UnitTable.Role?: CellMoments] = [:]
    if cells <= mostCells {
      let joint = try await CellMoments.collected(
        table, outcomes: outcomes, covariates: covariates, by: roles, threads: threads)
      passes[nil] = joint
      for role in roles { passes[role] = joint }
    } else {
      for role in roles {
        passes[role] = try await CellMoments.collected(
          table, outcomes: outcomes, covariates: covariates, by: [role], threads: threads)
      }
    }
    return passes
  }
}

extension MetricSpecification {
  var isQuantile: Bool {
    if case .quantile = kind { return true }
    return false
  }

  /// Where its columns are in the prepared table.
  func positions(in table: UnitTable) -> [Int] {
    preparedColumns.compactMap { table.position(of: $0) }
  }

  func outcome(_ columns: [Int], among outcomes: [Int]) -> Outcome {
    let places = columns.map { outcomes.firstIndex(of: $0) ?? 0 }
    if case .ratio = kind { return .ratio(of: places[0], per: places[1]) }
    return .mean(of: places[0])
  }
}

extension AnalysisPlan {
  /// Metrics that can share a pass over the units: those without missing values, and each other by itself.
  func metricsTogether(_ places: [Int], in table: UnitTable) -> [[Int]] {
    let apart = table.columnsApart
    let isComplete = { (place: Int) in
      metrics[place].positions(in: table).allSatisfy { !apart[$0] }
    }
    let together = places.filter(isComplete)
    return (together.isEmpty ? [] : [together])
      + places.filter { !isComplete($0) }.map { [$0] }
  }
}

extension MetricSpecification {
  /// Whether it is a mean over units, as a share is one of zeros and ones.
  var isMean: Bool {
    switch kind {
    case .mean, .proportion, .retention: true
    case .ratio, .quantile: false
    }
  }
}
