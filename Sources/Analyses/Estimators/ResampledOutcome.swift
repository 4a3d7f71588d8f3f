import Experiments
import Statistics

/// A metric's mean, share or ratio in every resample.
struct ResampledOutcome {
  let means: ResampledMeans
  let numerator: Int
  let denominator: Int?

  init(_ metric: MetricSpecification, _ means: ResampledMeans) {
    let places = metric.preparedColumns.map { means.metrics.firstIndex(of: $0) ?? 0 }
    self.means = means
    numerator = places[0]
    denominator = places.count > 1 ? places[1] : nil
  }

  /// The data's own value.
  func value(arm: Int) -> Double { value(arm: arm, means.observed) }

  func difference(arm: Int) throws(NotEstimable) -> BootstrapDistribution {
    guard let denominator else { return try means.difference(of: numerator, arm: arm) }
    return try means.difference(ofRatio: numerator, to: denominator, arm: arm)
  }

  /// - Throws: Where the control's value may be 0, so that no share of it says anything.
  func relative(arm: Int) throws(NotEstimable) -> RelativeSource {
    let control = value(arm: 0)
    let isOneSided = (0..<means.resamples).allSatisfy { resample in
      value(arm: 0, means.means.values(inRow: resample)) * control > 0
    }
    guard isOneSided else {
      throw NotEstimable(
        "the control's value is 0 or has the other sign in some resamples, so that nothing is a share"
          + " of it")
    }
    return .resampled(try ResampledEffect(try lift(arm: arm)))
  }

  private func lift(arm: Int) throws(NotEstimable) -> BootstrapDistribution {
    guard denominator != nil else { return try means.lift(of: numerator, arm: arm) }
    return try BootstrapDistribution(means) { row in
      value(arm: arm, row) / value(arm: 0, row) - 1
    }
  }

  private func value(arm: Int, _ row: [Double]) -> Double {
    let start = arm * means.metrics.count
    return denominator.map { row[start + numerator] / row[start + $0] } ?? row[start + numerator]
  }
}
