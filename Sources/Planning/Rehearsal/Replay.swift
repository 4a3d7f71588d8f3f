import Experiments
import Market

/// Experiments made by matrix product and played anew, person by person, each in their own arm.
///
/// Only markets in which nobody reaches anybody else are rehearsed by the product; both ways are the same
/// experiment, to rounding.
public struct Replay: Sendable {
  static let experiments = 3

  public let experiments: Int
  /// The largest difference between the ways of any estimate or standard error, in standard errors.
  public let largestDifference: Double

  init(_ product: RehearsedMarket, _ market: ArmMarket, _ shares: [Double]) {
    let some = product.experiments.prefix(Self.experiments)
    let played = RehearsedMarket(
      market, shares, replication: product.replication, salts: some.map(\.salt), isPlayed: true)
    experiments = some.count
    largestDifference = zip(some, played.experiments).reduce(0) { largest, pair in
      zip(pair.0.effects.joined(), pair.1.effects.joined()).reduce(largest) {
        max($0, Self.difference($1.0, $1.1))
      }
    }
  }

  private static func difference(_ effect: Effect?, _ other: Effect?) -> Double {
    guard let effect, let other else { return effect == nil && other == nil ? 0 : .infinity }
    let scale = max(effect.standardError, other.standardError)
    let largest = max(
      (effect.estimate - other.estimate).magnitude,
      (effect.standardError - other.standardError).magnitude)
    return largest == 0 ? 0 : largest / scale
  }
}
