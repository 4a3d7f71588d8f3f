public import Experiments
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
  /// The t test of the mean over twin markets: plan minus baseline, replication by replication.
  ///
  /// It asks whether enough was simulated to tell the plans apart, not how the market may turn out. `nil`
  /// where nothing varies or there is one replication.
  public let twinTest: Effect?
  /// Welch's test that the same replications would allow were their markets independent.
  public let independentTest: Effect?

  init(plan: [Double], baseline: [Double], corrected: [Double]? = nil, reader: MeasureReader) {
    let differences = zip(plan, baseline).map { $0 - $1 }
    let corrected = corrected ?? differences
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
    twinTest = precise.standardError.flatMap { error in
      error > 0
        ? Effect(
          estimate: precise.mean, standardError: error,
          degreesOfFreedom: Double(precise.count - 1)) : nil
    }
    independentTest = try? .difference(Moments(plan), from: Moments(baseline))
    let higher = reader.scattered(differences).reduce(0.0) { $0 + ($1 > 0 ? 1 : $1 == 0 ? 0.5 : 0) }
    let count = Double(differences.count)
    chanceHigher = higher / count
    chanceInterval = try? Proportion(successes: higher, trials: count).wilsonInterval(
      confidence: 0.95)
  }
}
