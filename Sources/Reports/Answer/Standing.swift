import Market
import Planning
import Statistics
import Takeaways

/// How a plan stands against the baseline, as far as the answer speaks of it.
struct Standing {
  /// Its place in the scenario.
  var place = 1
  var plan: String
  /// What its name does not say and should be heard with it, such as how much a large reduction leaves.
  var note: String?
  /// Of the objective, with the value as it is printed.
  let difference: Estimate
  /// Of profit: what of the difference lies within the horizon, and what after it.
  var parts: ProfitParts?
  /// The Monte Carlo interval that holds for all plans at once.
  var simultaneous: Interval?
  let chanceHigher: Double

  /// The interval that tells whether the sign of the difference is known.
  var known: Interval? { simultaneous ?? difference.precision }

  /// The plan as the answer names it first.
  var introduced: String { quoted(plan) + (note.map { " (\($0))" } ?? "") }
}

/// Profit within the horizon and the value after it, minor units.
struct ProfitParts: Equatable {
  let within: Double
  let afterwards: Double
}

extension RunResult {
  /// Plans other than the baseline, the best first.
  var standings: [Standing] { ranking.compactMap(standing) }

  /// A plan's standing; nil for the baseline.
  func standing(_ place: Int) -> Standing? {
    guard let difference = comparison.plans[place].difference else { return nil }
    let aim = scenario.objective.measure
    return Standing(
      place: place, plan: scenario.plans[place].name, note: scenario.plans[place].deepReduction,
      difference: printed(difference.objective, aim, plan: place),
      parts: scenario.objective == .profit
        ? ProfitParts(
          within: statement.difference([.contribution], plan: place),
          afterwards: statement.difference([.afterwards], plan: place)) : nil,
      simultaneous: difference.simultaneous, chanceHigher: difference.objective.chanceHigher)
  }
}

extension Plan {
  /// What remains of the price under offers that take more than half of it, such as
  /// `72% off: 28% of the price remains`: who meant 28% off should see it.
  var deepReduction: String? {
    let shares = offers.compactMap(\.terms.shareOff).filter { $0 > 0.5 }
    guard let deepest = shares.max() else { return nil }
    func percent(_ share: Double) -> String { Decimals.trimmed(share * 100, 1) + "%" }
    return "\(percent(deepest)) off: \(percent(1 - deepest)) of the price remains"
  }
}
