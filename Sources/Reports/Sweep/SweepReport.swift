import Documents
import Market
public import Planning
import Statistics
import Takeaways

/// What a planner takes away from a sweep: the answer, a table a point, and a picture of the surface.
public struct SweepReport: Sendable {
  let result: SweepResult
  /// The points as plans, so that figures are printed as those of any run.
  let run: RunResult

  public init(_ result: SweepResult) {
    self.result = result
    run = RunResult(
      result.comparison, assumptions: result.sweep.assumptions,
      drawn: result.sweep.draws?.values ?? [])
  }

  var grid: LeverGrid { result.sweep.grid }
  var aim: Measure { run.scenario.objective.measure }
  var currency: Currency { run.currency }
  var baseline: String { run.scenario.plans[0].name }

  /// What a point's objective is above the baseline's, as it is printed.
  func change(_ point: Int) -> Double { run.statement.difference(aim.summands, plan: point + 1) }

  func prediction(_ point: Int) -> Interval? {
    result.difference(point).flatMap {
      run.printed($0.objective, aim, plan: point + 1).prediction
    }
  }

  func takers(_ point: Int) -> Double { run.statement.total([.tookPart], plan: point + 1) }

  /// Whether anybody takes part at any value.
  var hasTakers: Bool { grid.points.indices.contains { takers($0) != 0 } }

  func deadWeight(_ point: Int) -> Double? {
    result.comparison.plans[point + 1]["dead weight"].estimate?.value
  }

  /// A point's values, such as `10 CNY`.
  func name(_ point: Int) -> String { grid.points[point].name }

  /// The names of the levers, such as `coupons.second visit.value`.
  var levers: String { grid.levers.map(\.name).joined(separator: ", ") }
}
