import RealModule

extension OracleRun {
  /// People who know nothing of us, and do nothing once they do.
  func unaware(_ count: Int) -> Segment {
    Segment(name: "people", size: count, purchases: Published.habits, baskets: Published.baskets)
  }

  /// The share still unaware after so many days against e^(−hazard).
  func unaware(
    _ day: Int, of count: Int, _ outcomes: [PlanOutcome], expected hazard: Double
  ) -> OracleCheck {
    let aware = outcomes.reduce(0) { $0 + $1.events.total(.aware, days: 0..<day) }
    return share(
      "unaware by day \(day)", Int64(count) - aware, of: count, expected: Double.exp(-hazard))
  }
}
