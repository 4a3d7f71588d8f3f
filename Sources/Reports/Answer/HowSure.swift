import Market
import Planning
import Statistics
import Takeaways

extension RunResult {
  /// How sure the answer is and what it depends on, in one sentence.
  func howSure(_ verdict: Verdict) -> String? {
    if let estimate = estimate(verdict), estimate.isAlike { return alike(verdict) }
    let parts = [chanceBest(verdict), fewReplications ?? rests(verdict)].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: "; ").withCapital + "."
  }

  /// How often the leader beats every other plan, where there are several, and who comes next.
  private func chanceBest(_ verdict: Verdict) -> String? {
    guard comparison.plans.count > 2, case .better(let leader) = verdict else { return nil }
    let chance = comparison.chanceBest(leader.place)
    let best =
      "it is the best of the \(comparison.plans.count) plans in"
      + " \(outOfHundred(chance)) markets" + (anotherMoreOften(chance) ?? "")
    guard chance < 0.95, let next = standings.dropFirst().first, next.difference.value > 0 else {
      return best
    }
    return "\(best), and next comes \(next.introduced) with \(amount(next, isMore: true))"
  }

  /// Which plan is the best in more markets than the one with the highest mean, where that can be told in a hundred.
  private func anotherMoreOften(_ chance: Double) -> String? {
    let place = comparison.mostOftenBest
    let most = comparison.chanceBest(place)
    guard most > chance, outOfHundred(most) != outOfHundred(chance) else { return nil }
    return ", \(quoted(scenario.plans[place].name)) in \(outOfHundred(most))"
  }

  private func outOfHundred(_ chance: Double) -> String {
    Readable.outOfHundred(chance, least: leastChance)
  }

  private func amount(_ standing: Standing, isMore: Bool) -> String {
    let value = standing.difference.value
    return Rounding([value], scenario.objective.measure.unit, currency).full(value)
      + " \(isMore ? "more" : scenario.objective.less) than the baseline"
  }

  /// What the answer is about.
  private func estimate(_ verdict: Verdict) -> Estimate? {
    guard let leader = verdict.leader else {
      return comparison.plans.first?[scenario.objective.measure.key].estimate
    }
    return leader.difference
  }

  /// What makes markets differ: what nobody knows, or luck alone.
  private func rests(_ verdict: Verdict) -> String {
    guard let sources = estimate(verdict)?.sources else {
      return "the range is luck alone, since the scenario's figures are taken as exact: give those"
        + " you guess a range, such as 5%..10%"
    }
    let share = sources.ignoranceShare
    let isWorth = share >= Self.worthFindingOut
    let start =
      "\(Readable.part(share)) of the range's variance is what you don't know"
      + "\(aboveAll(verdict) ?? (isWorth ? untoldWhich : "")), \(Readable.part(1 - share)) luck"
    guard isWorth else {
      return "\(start): neither more simulation nor finding out will shrink the range much"
    }
    // The range goes with the root of its variance.
    let less = Readable.share((1 - (1 - share).squareRoot()), decimals: 0)
    return "\(start): more simulation will not shrink the range, finding out all you don't know"
      + " will, by up to \(less)"
  }

  /// The one or two guesses that the answer goes with most, where what was played tells them from others.
  private func aboveAll(_ verdict: Verdict) -> String? {
    guard let leanings else { return nil }
    let objective = ObjectiveDifferences(comparison.summary)
    let values =
      verdict.leader.map { objective.differences[$0.place - 1] } ?? objective.levels[0]
    let names = leanings.foremost(of: values).compactMap { leaning in
      assumptions.indices.contains(leaning.assumption)
        ? quoted(assumptions[leaning.assumption].name) : nil
    }
    return names.isEmpty ? nil : ", above all \(names.joined(separator: " and "))"
  }

  private var untoldWhich: String {
    assumptions.count > 1 ? " (\(playedUnits) do not tell what of it above all)" : ""
  }

  /// Knowing all that makes up less of the variance than this narrows the range by less than a seventh.
  private static let worthFindingOut = 0.25

  /// Fewer replications than this make the range wide because little was played.
  private static let enoughReplications = 10

  private var fewReplications: String? {
    onlyFew.map { "\($0) played, which alone makes the range wide: play 30 or more" }
  }

  /// Said where all replications came to the same and are few; nothing where a plan is the baseline by another name.
  private func alike(_ verdict: Verdict) -> String? {
    guard verdict.leader?.isTheBaseline != true else { return nil }
    return onlyFew.map {
      "\($0) played: that they agree does not show that all markets would; play 30 or more"
        .withCapital + "."
    }
  }

  /// Such as `only two replications were`, where they are few.
  private var onlyFew: String? {
    let count = comparison.summary.replications
    guard count < Self.enoughReplications else { return nil }
    return "only \(Readable.few(count)) replication\(count == 1 ? " was" : "s were")"
  }
}

extension Readable {
  /// A part of a whole in words, such as `four fifths`.
  static func part(_ share: Double) -> String {
    let words: [(Double, String)] = [
      (0, "almost none"), (0.1, "a tenth"), (0.2, "a fifth"), (0.25, "a quarter"),
      (1.0 / 3, "a third"), (0.4, "two fifths"), (0.5, "half"), (0.6, "three fifths"),
      (2.0 / 3, "two thirds"), (0.75, "three quarters"), (0.8, "four fifths"),
      (0.9, "nine tenths"), (1, "almost all"),
    ]
    return words.min { abs($0.0 - share) < abs($1.0 - share) }?.1 ?? ""
  }
}
