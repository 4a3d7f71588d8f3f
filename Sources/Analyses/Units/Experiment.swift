import Experiments
import Statistics

/// The units of an experiment, what is asked of them, and the one pass over them: what every step works on.
struct Experiment: Sendable {
  let plan: AnalysisPlan
  let table: UnitTable
  /// The arms, the control first, those without units too.
  let names: [String]
  /// Whether the units were split as planned.
  let split: SplitCheck
  /// By metric; none for quantiles, which moments do not give.
  let moments: [MetricMoments?]
  /// Whether effects are of units of one day, because arms' shares change from day to day.
  let isWithinDays: Bool
  /// Whether every cluster and stratum has a constant of its own.
  let isWithinClusters: Bool
  let threads: Int

  /// - Throws: What is wrong with the plan for these units.
  init(_ units: AnalysedUnits, threads: Int) async throws(PlanProblem) {
    plan = units.plan
    table = units.table
    isWithinClusters = units.isWithinClusters
    self.threads = threads
    isWithinDays = units.isWithinDays
    split = try SplitCheck(table, plan, days: units.days, isWithinDays: units.isWithinDays)
    names = split.arms.map(\.name)
    do {
      moments = try await MetricMoments.all(table, plan, threads: threads)
    } catch {
      throw PlanProblem("\(error.reason)")
    }
  }

  /// A metric's moments by arm, those of arms without units too.
  func byArm(_ moments: MetricMoments) -> [CoMoments] { withEmptyArms(moments.byArm) }

  func withEmptyArms(_ arms: [CoMoments]) -> [CoMoments] {
    arms
      + [CoMoments](
        repeating: CoMoments(variables: arms.first?.variables ?? 0),
        count: names.count - arms.count)
  }
}
