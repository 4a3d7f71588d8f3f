import Market
import Planning
import Takeaways

/// In how many markets a plan is better than the baseline, as people are told.
extension RunResult {
  /// In a table: a share of markets, or how many replications were where all came to the same difference.
  ///
  /// Empty where that is none.
  func betterIn(_ difference: Difference) -> Cell {
    let estimate = difference.estimate
    guard estimate.isAlike else {
      return .chance(difference.chanceHigher, least: leastChance)
    }
    return estimate.value.magnitude < 0.5 ? .empty : .text(seen(estimate))
  }

  /// The same of the plan that an answer is about; empty where there is none.
  func betterInCell(_ leader: Standing?) -> Cell {
    let difference = leader.flatMap { comparison.plans[$0.place].difference?.objective }
    return difference.map { betterIn($0) } ?? .empty
  }

  /// In a sentence, such as `in 87 of 100 markets`.
  func betterIn(_ place: Int) -> String {
    guard let difference = comparison.plans[place].difference?.objective else { return "" }
    let estimate = difference.estimate
    guard estimate.isAlike else {
      return "in \(Readable.outOfHundred(difference.chanceHigher, least: leastChance)) markets"
    }
    return estimate.value > 0 ? estimate.inAll : "in none of the replications"
  }

  /// The same where there is little room, such as `87 of 100`.
  func shortBetterIn(_ place: Int) -> String {
    guard let difference = comparison.plans[place].difference?.objective else { return "" }
    return difference.estimate.isAlike
      ? seen(difference.estimate)
      : Readable.shortOutOfHundred(difference.chanceHigher, least: leastChance)
  }

  /// The least chance that can be told of a plan's being paid back; where all replications agree, what none shows.
  func least(_ plan: PlanDifference) -> Double {
    let contribution = plan.measures.first { $0.measure.key == "contribution" }?.difference
    return contribution?.estimate.isAlike == true
      ? 1 / Double(comparison.summary.replications + 1) : leastChance
  }

  /// Such as `6 of 6` replications.
  private func seen(_ estimate: Estimate) -> String {
    let count = Readable.count(comparison.summary.replications)
    return "\(estimate.value > 0 ? count : "0") of \(count)"
  }
}
