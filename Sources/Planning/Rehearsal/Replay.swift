import Experiments
import Market

/// Experiments made by matrix product and played anew, person by person, each in their own arm.
///
/// Only markets in which nobody reaches anybody else are rehearsed by the product; both ways are the same
/// experiment, to rounding.
public struct Replay: Sendable {
  static let experiments = 3

  public let experiments: Int
  /// The largest difference between the ways of any estimate or standard error, in the largest standard error
  /// of its metric: before anybody has done anything an error is nothing but rounding.
  public let largestDifference: Double

  init(_ product: RehearsedMarket, _ market: ArmMarket, _ shares: [Double]) {
    let some = product.experiments.prefix(Self.experiments)
    let played = RehearsedMarket(
      market, shares, replication: product.replication, salts: some.map(\.salt), isPlayed: true)
    experiments = some.count
    let metrics = market.observations.map(\.metric)
    largestDifference = zip(some, played.experiments).reduce(0) { largest, pair in
      zip(pair.0.effects, pair.1.effects).reduce(largest) {
        max($0, Self.difference($1.0, $1.1, metrics))
      }
    }
  }

  /// Of one arm's effects, by observation.
  ///
  /// No experiment measures profit: of it only the market with everybody in one arm is played on after the horizon.
  private static func difference(
    _ effects: [Effect?], _ others: [Effect?], _ metrics: [PersonMetric]
  ) -> Double {
    var scales: [PersonMetric: Double] = [:]
    for (effect, metric) in zip(effects, metrics) {
      scales[metric] = max(scales[metric] ?? 0, effect?.standardError ?? 0)
    }
    return metrics.indices.filter { metrics[$0] != .profit }.reduce(0) { largest, place in
      max(largest, difference(effects[place], others[place], scales[metrics[place]] ?? 0))
    }
  }

  private static func difference(_ effect: Effect?, _ other: Effect?, _ scale: Double) -> Double {
    guard let effect, let other else { return effect == nil && other == nil ? 0 : .infinity }
    let largest = max(
      (effect.estimate - other.estimate).magnitude,
      (effect.standardError - other.standardError).magnitude)
    return largest == 0 ? 0 : scale > 0 ? largest / scale : .infinity
  }
}
