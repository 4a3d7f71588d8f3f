import Statistics

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
    let line = try Line(days, effects)
    heterogeneity = line.heterogeneity
    let parts = effects.indices.map { place in
      let share = line.weights[place] * (days[place] - line.center) / line.spread
      return (
        variance: share * share / line.weights[place],
        degreesOfFreedom: effects[place].degreesOfFreedom
      )
    }
    slope = Effect(
      estimate: line.slope, standardError: (1 / line.spread).squareRoot(),
      degreesOfFreedom: satterthwaite(parts))
    start = heterogeneity.common.estimate - line.slope * line.center
  }

  /// The same line where days share clusters, with the error of sums by cluster.
  ///
  /// - Parameters:
  ///   - days: When, in days from any origin.
  ///   - effects: The effect of each of these days alone.
  ///   - influences: For each effect what every cluster does to it, the squares adding up to its squared
  ///     error; 0 for clusters without a unit on the day.
  /// - Throws: `NotEstimable` below two different days, or where a day's effect has no error.
  package init(days: [Double], effects: [Effect], influences: [[Double]]) throws(NotEstimable) {
    precondition(
      days.count == effects.count && days.count == influences.count, "an effect for each day")
    guard influences.allSatisfy({ !$0.isEmpty }) else { throw .tooManyInfluences }
    let line = try Line(days, effects)
    heterogeneity = line.heterogeneity
    var sums = [Double](repeating: 0, count: influences[0].count)
    var isPresent = [Bool](repeating: false, count: sums.count)
    for (place, influence) in influences.enumerated() {
      let share = line.weights[place] * (days[place] - line.center) / line.spread
      for (cluster, value) in influence.enumerated() where value != 0 {
        sums[cluster] += share * value
        isPresent[cluster] = true
      }
    }
    slope = Effect(
      estimate: line.slope, standardError: sums.reduce(0) { $0 + $1 * $1 }.squareRoot(),
      degreesOfFreedom: Double(isPresent.count { $0 } - 1))
    start = heterogeneity.common.estimate - line.slope * line.center
  }

  private struct Line {
    let heterogeneity: CochranQ
    let weights: [Double]
    let center: Double
    let spread: Double
    let slope: Double

    init(_ days: [Double], _ effects: [Effect]) throws(NotEstimable) {
      heterogeneity = try CochranQ(effects)
      let weights = effects.map { 1 / ($0.standardError * $0.standardError) }
      let center = zip(weights, days).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
      let spread = zip(weights, days).reduce(0) {
        $0 + $1.0 * ($1.1 - center) * ($1.1 - center)
      }
      guard spread > 0 else { throw NotEstimable("there are fewer than two days") }
      guard spread.isFinite else {
        throw NotEstimable("the days' errors are smaller than can be computed with")
      }
      let joint = days.indices.reduce(0) {
        $0 + weights[$1] * (days[$1] - center) * (effects[$1].estimate)
      }
      self.weights = weights
      self.center = center
      self.spread = spread
      slope = joint / spread
    }
  }
}
