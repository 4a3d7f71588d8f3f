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
  /// The least chance that what was played can tell of.
  var leastChance = 0.0
  /// Whether it does what the baseline does: then it comes to the same in every market there is.
  var isTheBaseline = false
  /// Of the best plan: which others the computation cannot tell it from.
  var equals: [Equal] = []
  /// Where the difference is known less precisely than was asked for.
  var missed: MissedPrecision?

  /// The interval that tells whether the sign of the difference is known.
  var known: Interval? { simultaneous ?? difference.precision }

  /// What the answer speaks of in the plan's place, such as a lever's value.
  var subject: String?

  /// The plan as the answer names it first.
  var introduced: String { subject ?? quoted(plan) + (note.map { " (\($0))" } ?? "") }
}

/// A plan that the best one cannot be told from.
struct Equal {
  let plan: String
  /// What the best plan comes to more, in the same markets.
  let difference: Estimate
  /// Whether it differs from the best plan in nothing but its name.
  var doesTheSame = false
}

/// How precisely a difference was to be known and is not.
struct MissedPrecision {
  /// Half-widths, in the unit of the objective.
  let asked: Double
  let reached: Double
  /// What would do, such as `about 496 draws`.
  let needed: String?
}

/// Profit within the horizon and the value after it, minor units.
struct ProfitParts: Equatable {
  let within: Double
  let afterwards: Double
}

extension RunResult {
  /// Plans other than the baseline, the best first.
  var standings: [Standing] {
    var standings = ranking.compactMap(standing)
    if let best = standings.first {
      standings[0].equals = standings.dropFirst().compactMap { equal(to: best, $0) }
    }
    return standings
  }

  /// A plan that the best one is not told from: its interval of what it comes to more reaches 0.
  private func equal(to best: Standing, _ other: Standing) -> Equal? {
    let difference = comparison.difference(of: best.place, from: other.place)
    guard let known = difference.precision, known.low <= 0 else { return nil }
    return Equal(
      plan: other.plan,
      difference: difference.printed(best.difference.value - other.difference.value),
      doesTheSame: scenario.plans[best.place].doesTheSame(as: scenario.plans[other.place]))
  }

  private func missed(_ difference: Estimate) -> MissedPrecision? {
    guard let asked = scenario.stopping.precision, let reached = difference.precision?.halfWidth,
      reached > asked
    else { return nil }
    let ratio = reached / asked
    return MissedPrecision(
      asked: asked, reached: reached, needed: morePlay(times: ratio * ratio)?.words)
  }

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
      simultaneous: difference.simultaneous, chanceHigher: difference.objective.chanceHigher,
      leastChance: leastChance,
      isTheBaseline: scenario.plans[place].doesTheSame(as: scenario.plans[0]),
      missed: missed(difference.objective.estimate))
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
