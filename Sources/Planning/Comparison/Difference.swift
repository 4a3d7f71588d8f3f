public import Market
public import Statistics

/// How a plan differs from the baseline in one measure.
public struct Difference: Sendable {
  public let estimate: Estimate
  /// Share of paired replications in which the plan is higher, ties counting half.
  ///
  /// Where a simulated customer stands for several, luck is scaled as for the spread.
  public let chanceHigher: Double
  /// Wilson's 95 % interval of it; `nil` without replications.
  public let chanceInterval: Interval?

  init(_ differences: [Double], corrected: [Double], reader: MeasureReader) {
    var estimate = reader.mean(differences)
    let precise = Moments(corrected)
    // The spread keeps its width around the more precise centre.
    let shift = precise.mean - estimate.value
    estimate.spread = estimate.spread.map {
      Interval(low: $0.low + shift, high: $0.high + shift)
    }
    estimate.value = precise.mean
    estimate.precision = precise.interval(confidence: 0.95)
    self.estimate = estimate
    let higher = reader.scattered(differences).reduce(0.0) { $0 + ($1 > 0 ? 1 : $1 == 0 ? 0.5 : 0) }
    let count = Double(differences.count)
    chanceHigher = higher / count
    chanceInterval = try? Proportion(successes: higher, trials: count).wilsonInterval(
      confidence: 0.95)
  }
}
