public import Experiments
import Statistics

/// Whether an effect wears off: the slope of its daily effects, each of the day's units alone.
public struct NoveltyTrend: Sendable, Equatable {
  public let metric: String
  public let arm: String
  /// Of the days' effects.
  public let method: String?
  /// Change of the effect from one day with units to the next; nil where it is not estimable.
  public let slope: Effect?
  public let reason: String?

  /// By metric and arm; none without days.
  static func all(_ experiment: Experiment) -> [NoveltyTrend] {
    let table = experiment.table
    guard table.groups[.day] != nil else { return [] }
    var trends: [NoveltyTrend] = []
    for (metric, moments) in zip(experiment.plan.metrics, experiment.moments) {
      guard let moments, let grouped = try? GroupEffects(metric, moments, table) else { continue }
      let days = grouped.effects(by: .day)
      for arm in table.arm.names.indices.dropFirst() {
        trends.append(
          NoveltyTrend(
            metric.name, experiment.names[arm], days.map { try? $0[arm - 1].get() },
            isClustered: experiment.plan.cluster != nil))
      }
    }
    return trends
  }

  private init(_ metric: String, _ arm: String, _ days: [GroupEffect?], isClustered: Bool) {
    // A few units that happen to be alike would make a day's effect seem certain.
    let days = days.map { $0.flatMap { $0.tellsItsError ? $0 : nil } }
    let known = days.indices.filter { days[$0] != nil }.map(Double.init)
    let effects = days.compactMap(\.self)
    self.metric = metric
    self.arm = arm
    method = effects.first?.method
    do throws(NotEstimable) {
      slope =
        isClustered
        ? try NoveltySlope(
          days: known, effects: effects.map(\.effect), influences: effects.map(\.influence)
        ).slope : try NoveltySlope(days: known, effects: effects.map(\.effect)).slope
      reason = nil
    } catch {
      slope = nil
      reason = error.reason
    }
  }
}
