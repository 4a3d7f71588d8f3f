internal import Statistics

/// Whether an effect wears off or grows: the weighted least-squares slope of effects by day.
///
/// Each day's effect comes from that day's units and counts with the inverse square of its standard
/// error, which is taken as known.
public struct NoveltySlope: Sendable, Equatable {
  /// Change of the effect per day.
  public let slope: Effect
  /// The effect the line gives for day 0.
  public let start: Double
  /// Whether the days' effects differ at all, along a line or not.
  public let heterogeneity: CochranQ

  /// - Throws: `NotEstimable` below two different days, or where a day's effect has no error.
  ///
  /// - Parameters:
  ///   - days: When, in days from any origin.
  ///   - effects: The effect of each of these days alone.
  public init(days: [Double], effects: [Effect]) throws(NotEstimable) {
    precondition(days.count == effects.count, "an effect for each day")
    heterogeneity = try CochranQ(effects)
    let weights = effects.map { 1 / ($0.standardError * $0.standardError) }
    let center = zip(weights, days).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    let spread = zip(weights, days).reduce(0) {
      $0 + $1.0 * ($1.1 - center) * ($1.1 - center)
    }
    guard spread > 0 else { throw NotEstimable("there are fewer than two days") }
    let joint = days.indices.reduce(0) {
      $0 + weights[$1] * (days[$1] - center) * (effects[$1].estimate)
    }
    slope = Effect(estimate: joint / spread, standardError: (1 / spread).squareRoot())
    start = heterogeneity.common.estimate - slope.estimate * center
  }
}
