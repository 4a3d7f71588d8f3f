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
    if unit == .money, spendsAlike { return .empty }
    return switch reading {
    case .between(let estimate): Cell(estimate.value, unit)
    case .atLeast(let end, _):
      .text(
        "≥ " + Readable.number(unit == .money ? end / currency.scale : end, decimals: decimals))
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

  private var spendsAlike: Bool { above.value == 0 && (above.prediction?.width ?? 0) == 0 }

  /// The figure that is shown, if it is one.
  fileprivate var shown: Double? {
    switch reading {
    case .between(let estimate): estimate.value
    case .atLeast(let end, _): end
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

  /// From day 1; `nil` where nothing was advanced, or it does not come back within the horizon.
  var day: Int? {
    if case .on(let day) = reading { day } else { nil }
  }
}
