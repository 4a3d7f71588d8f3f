import Market
import Statistics

/// What comes of choosing the arm with the highest mean.
///
/// The right arm is the one that truly brings the most profit: at the draw of the assumptions that a market is
/// one of, as its markets show on average.
public struct DecisionFindings: Sendable {
  /// The arm that truly brings the most profit, on average over what is not known.
  public let best: Int
  /// By arm: the profit of the whole market with everybody in it, minor units.
  public let profits: [Simulated]
  /// How much more the best brings than the next, minor units; its interval holds 0 where it is too close to
  /// call even from here.
  public let lead: Simulated
  /// By arm: the share of markets in which it is the right one; the same in all where everything is known.
  public let right: [Simulated]
  /// By arm: the share of rehearsals in which it is chosen.
  public let chosen: [Simulated]
  /// The share of rehearsals in which another than the right one is chosen.
  public let wrong: Simulated
  /// Profit lost by that on average, minor units in the whole market.
  public let expectedLoss: Simulated

  /// Whether the best is known at all.
  public var isClear: Bool { lead.interval.map { $0.low > 0 } ?? false }

  init(_ reader: RehearsalReader) {
    let arms = reader.design.arms.arms.indices
    let scale = Double(reader.people * reader.design.scenario.market.standsFor)
    let profits = reader.profits
    self.profits = arms.map { arm in
      reader.mean(reader.markets.map { [scale * $0.truths[arm][reader.profit]] })
    }
    let levels = self.profits.map(\.value)
    let best = levels.placeOfHighest
    let next = arms.filter { $0 != best }.reduce(best) {
      $0 == best || levels[$1] > levels[$0] ? $1 : $0
    }
    self.best = best
    lead = reader.mean(reader.truths(best, over: next, reader.profit).map { [scale * $0] })
    let rightOnes = profits.map(\.placeOfHighest)
    right = arms.map { arm in reader.share(rightOnes.map { [$0 == arm] }) }
    let choices = reader.markets.map { market in market.experiments.map { reader.chosen($0) } }
    chosen = arms.map { arm in reader.share(choices.map { $0.map { $0 == arm } }) }
    wrong = reader.share(
      zip(choices, rightOnes).map { choices, right in choices.map { $0 != right } })
    expectedLoss = reader.mean(
      choices.indices.map { market in
        let ofArms = profits[market]
        return choices[market].map { scale * (ofArms[rightOnes[market]] - ofArms[$0]) }
      })
  }
}
