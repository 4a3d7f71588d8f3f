@testable import Analyses
import RealModule
import Statistics

@testable import Experiments

/// Small experiments written down, analysed as a plan says.
enum WrittenExperiment {
  /// Metrics as a planner writes them; columns, arms and clusters with a value for each unit.
  static func result(
    _ metrics: [String], _ columns: [(name: String, values: [Double])], arm: [Int],
    cluster: [Int]? = nil, change: (inout AnalysisPlan) -> Void = { _ in }
  ) async throws -> AnalysisResult {
    var plan = AnalysisPlan(arm: "arm", metrics: try metrics.map { try MetricSpecification($0) })
    plan.correction = .none
    change(&plan)
    let elements = arm.indices.flatMap { row in columns.map { $0.values[row] } }
    let names = ["A", "B", "C"].prefix((arm.max() ?? 0) + 1)
    let clusters = cluster.map { codes in
      Labels(
        names: (0...(codes.max() ?? 0)).map { "c\($0)" }, codes: codes.map { Int32($0) })
    }
    return try await Analysis(plan).run(
      UnitTable(
        columns: columns.map(\.name),
        values: Matrix(rows: arm.count, columns: columns.count, elements: elements),
        arm: Labels(names: Array(names), codes: arm.map { Int32($0) }),
        groups: clusters.map { [.cluster: $0] } ?? [:]))
  }

  /// Sixty units in either of two arms: skewed revenue and how many sessions brought it.
  static let skewed: (columns: [(name: String, values: [Double])], arm: [Int]) = {
    let places = (0..<60).map(Double.init)
    let revenue =
      places.map { Double.exp(1.5 * .sin($0)) } + places.map { 1.6 * Double.exp(1.5 * .cos($0)) }
    let sessions = places.map { 2 + Double.sin(3 * $0) } + places.map { 2 + Double.cos(3 * $0) }
    return (
      [("revenue", revenue), ("sessions", sessions)],
      (0..<120).map { $0 / 60 }
    )
  }()
}
