import Market
import Statistics

/// What comes of choosing the arm with the highest mean.
public struct DecisionFindings: Sendable {
  /// The arm that truly brings the most profit.
  public let best: Int
  /// By arm: the profit of the whole market with everybody in it, minor units.
  public let profits: [Simulated]
  /// How much more the best brings than the next, minor units; its interval holds 0 where it is too close to
  /// call even from here.
  public let lead: Simulated
  /// By arm: the share of rehearsals in which it is chosen.
  public let chosen: [Simulated]
  /// The share of rehearsals in which another than the best is chosen.
  public let wrong: Simulated
  /// Profit lost by that on average, minor units in the whole market.
  public let expectedLoss: Simulated

  /// Whether the best is known at all.
  public var isClear: Bool { lead.interval.map { $0.low > 0 } ?? false }

  init(_ reader: RehearsalReader) {
    let arms = reader.design.arms.arms.indices
    let scale = Double(reader.people * reader.design.scenario.market.standsFor)
    let profits = reader.profits
    let best = arms.reduce(0) { profits[$1] > profits[$0] ? $1 : $0 }
    let next = arms.filter { $0 != best }.reduce(best) {
      $0 == best || profits[$1] > profits[$0] ? $1 : $0
    }
    self.best = best
    self.profits = arms.map { arm in
      Simulated(mean: reader.markets.map { [scale * $0.truths[arm][reader.profit]] })
    }
    lead = Simulated(
      mean: reader.truths(best, over: next, reader.profit).map { [scale * $0] })
    let choices = reader.markets.map { market in market.experiments.map { reader.chosen($0) } }
    chosen = arms.map { arm in Simulated(share: choices.map { $0.map { $0 == arm } }) }
    wrong = Simulated(share: choices.map { $0.map { $0 != best } })
    expectedLoss = Simulated(
      mean: choices.map { $0.map { scale * (profits[best] - profits[$0]) } })
  }
}
