import Documents
import Market
import Planning
import Statistics
import Takeaways

extension ExtraRatio {
  /// As a column of such ratios shows it: a figure, or why there is none.
  ///
  /// Where a plan never spends more or less, there is nothing to spread over what it wins: an empty cell.
  func cell(_ unit: Measure.Unit, _ currency: Currency, decimals: Int) -> Cell {
    if spendsAlike(unit) { return .empty }
    func number(_ value: Double) -> String {
      Readable.number(unit == .money ? value / currency.scale : value, decimals: decimals)
    }
    return switch reading {
    case .between(let estimate): Cell(estimate.value, unit)
    case .atLeast(let end, let estimate):
      .text("\(number(estimate.value)) (≥\(number(end)))")
    case .open: .text("unclear")
    case .saves: .text("saves")
    case .none(ExtraRatio.spendingIsUnclear): .text("unclear")
    case .none: .text("none")
    }
  }

  /// What kind of an answer it is, for files.
  var kind: String {
    switch reading {
    case .between: "between low and high"
    case .atLeast: "at least low"
    case .open: "unclear"
    case .saves: "saves"
    case .none(ExtraRatio.spendingIsUnclear): "unclear"
    case .none(let reason): "none: \(reason)"
    }
  }

  /// The cost is above the line of what one more costs, and below that of what a unit of cost brings.
  private func spendsAlike(_ unit: Measure.Unit) -> Bool {
    let cost = unit == .money ? above : below
    return cost.value == 0 && (cost.prediction?.width ?? 0) == 0
  }

  /// What one more costs, where a figure of it can be shown by itself.
  var costOfOneMore: Double? {
    if case .between(let estimate) = reading, !spendsAlike(.money) { estimate.value } else { nil }
  }

  /// The figure that is shown, if it is one.
  fileprivate var shown: Double? {
    switch reading {
    case .between(let estimate): estimate.value
    case .atLeast(_, let estimate): estimate.value
    case .open, .saves, .none: nil
    }
  }
}

extension [ExtraRatio] {
  /// Decimals for all of a column: of money none from a thousand on.
  func decimals(_ unit: Measure.Unit, _ currency: Currency) -> Int {
    let largest = compactMap(\.shown).map(\.magnitude).max() ?? 0
    guard unit == .money else { return largest >= 100 ? 0 : largest >= 10 ? 1 : 2 }
    return largest < 1_000 * currency.scale ? currency.decimals : 0
  }
}

extension PaidBack {
  /// Such as `day 143` or `nothing advanced`.
  var words: String {
    switch reading {
    case .nothingAdvanced: "nothing advanced"
    case .on(let day): "day \(Readable.count(day))"
    case .notWithinHorizon: "not by then"
    }
  }

  /// Such as `day 632 on average, by the last in 44 of 100 markets`.
  ///
  /// - Parameter least: The least chance that what was played can tell of.
  /// - Returns: The words.
  func sentence(least: Double) -> String {
    guard day != nil, let chance = chanceWithinHorizon else { return words }
    return
      "\(words) on average, by the last in \(Readable.outOfHundred(chance, least: least)) markets"
  }

  /// Such as `day 632 (44%)`: when that is on average, and in how many markets it is by the last day.
  func short(least: Double) -> String {
    guard day != nil, let chance = chanceWithinHorizon else { return words }
    return "\(words) (\(Readable.chance(chance, least: least)))"
  }

  /// A day to be quoted: one on which, or later, it is back in most markets.
  var quotedDay: (day: Int, chance: Double)? {
    guard let day, let chance = chanceWithinHorizon, chance >= 0.8 else { return nil }
    return (day, chance)
  }

  /// From day 1; `nil` where nothing was advanced, or it does not come back within the horizon.
  var day: Int? {
    if case .on(let day) = reading { day } else { nil }
  }
}
