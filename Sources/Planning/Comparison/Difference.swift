public import Experiments
public import Market
import Statistics

/// How a plan differs from the baseline in one measure.
public struct Difference: Sendable {
  public let estimate: Estimate
  /// Share of markets in which the plan is higher, equal ones counting half; by the law of the prediction, so
  /// that it is above 97.5 % where that lies above 0.
  public let chanceHigher: Double
  /// The t test of the mean over twin markets: plan minus baseline, replication by replication.
  ///
  /// It asks whether enough was simulated to tell the plans apart, not how the market may turn out. Where
  /// assumptions are drawn it is over draws. `nil` where nothing varies or there is one replication.
  public let twinTest: Effect?
  /// Welch's test that the same replications would allow were their markets independent.
  public let independentTest: Effect?

  init(plan: [Double], baseline: [Double], reader: MeasureReader) {
    let differences = zip(plan, baseline).map { $0 - $1 }
    estimate = reader.mean(differences)
    let moments = Moments(reader.design.independentMeans(differences))
    twinTest = moments.standardError.flatMap { error in
      error > 0
        ? Effect(
          estimate: moments.mean, standardError: error,
          degreesOfFreedom: Double(moments.count - 1)) : nil
    }
    independentTest = try? .difference(
      Moments(reader.design.independentMeans(plan)),
      from: Moments(reader.design.independentMeans(baseline)))
    // One replication does not tell.
    chanceHigher = reader.design.prediction(of: differences)?.chance(above: 0) ?? 0.5
  }
}
