public import Experiments
import Market

/// One rehearsed experiment.
public struct RehearsalRow: Sendable {
  public let replication: Int
  /// Of the assumptions; 0 where everything is known.
  public let draw: Int
  public let salt: UInt64
  /// Position of the arm chosen by the highest mean.
  public let chosen: Int
  /// By arm, the control left out: the metric decided by, after the experiment's days.
  public let comparisons: [Comparison]

  /// One arm against the control.
  public struct Comparison: Sendable {
    /// `nil` where it could not be computed.
    public let effect: Effect?
    /// In the same market, everybody in the arm minus everybody in the control, a person.
    public let truth: Double
    /// What other people's arms do to the estimate.
    public let interference: Double
    /// The truth about profit over the horizon.
    public let profit: Double
    /// The test of the control against itself.
    public let nullEffect: Effect?
  }
}

extension RehearsalReader {
  var rows: [RehearsalRow] {
    markets.flatMap { market in
      market.experiments.map { experiment in
        RehearsalRow(
          replication: market.replication, draw: market.draw, salt: experiment.salt,
          chosen: chosen(experiment),
          comparisons: design.arms.arms.indices.dropFirst().map { arm in
            RehearsalRow.Comparison(
              effect: experiment.effects[arm - 1][decided],
              truth: difference(market.truths[arm][decided], market.truths[0][decided]),
              interference: interference(experiment, in: market, arm: arm, decided),
              profit: difference(market.truths[arm][profit], market.truths[0][profit]),
              nullEffect: experiment.nullEffects[arm - 1][decided])
          })
      }
    }
  }
}
