import Experiments
internal import Statistics

/// Whether effects wear off: a line through the effects of each day's own units.
struct Trending {
  let plan: AnalysisPlan
  let names: [String]

  func run(_ moments: [MetricMoments?], _ table: UnitTable) -> [NoveltyTrend] {
    guard table.groups[.day] != nil else { return [] }
    var trends: [NoveltyTrend] = []
    for (metric, moments) in zip(plan.metrics, moments) {
      guard let moments, let grouped = try? GroupEffects(metric, moments, table) else { continue }
      let days = grouped.effects(by: .day)
      for arm in table.arm.names.indices.dropFirst() {
        let found = days.map { try? $0[arm - 1].get() }
        let known = found.indices.filter { found[$0] != nil }
        let effects = found.compactMap(\.self)
        let method = effects.first?.method
        do throws(NotEstimable) {
          let slope =
            plan.cluster == nil
            ? try NoveltySlope(days: known.map(Double.init), effects: effects.map(\.effect)).slope
            : try NoveltySlope(
              days: known.map(Double.init), effects: effects.map(\.effect),
              influences: effects.map(\.influence)
            ).slope
          trends.append(
            NoveltyTrend(
              metric: metric.name, arm: names[arm], method: method, slope: slope, reason: nil))
        } catch {
          trends.append(
            NoveltyTrend(
              metric: metric.name, arm: names[arm], method: method, slope: nil,
              reason: error.reason))
        }
      }
    }
    return trends
  }
}
