public import Documents
public import Market
import Statistics
import Takeaways

extension LostPurchases {
  /// How the rows that could not be used differ from those used, as far as they can be read.
  ///
  /// - Parameter currency: What amounts are in; nil where that was not said.
  /// - Returns: A sentence each.
  public func differences(_ currency: Currency?) -> [String] {
    [amounts(currency ?? Currency(code: "")), days].compactMap(\.self)
  }

  private func amounts(_ currency: Currency) -> String? {
    guard lostAmounts.count > 0, keptAmounts.count > 0 else { return nil }
    let (lost, kept) = (lostAmounts.mean, keptAmounts.mean)
    return "Amounts average \(Readable.money(lost, currency, isExact: true)) in the rows lost that"
      + " have one and \(Readable.money(kept, currency, isExact: true)) in those used."
  }

  private var days: String? {
    guard let lostDays, let keptDays else { return nil }
    return "The rows lost that have a day are \(words(lostDays)), those used \(words(keptDays))."
  }

  private func words(_ days: ClosedRange<CalendarDate>) -> String {
    days.lowerBound == days.upperBound
      ? "of \(days.lowerBound.iso)" : "of \(days.lowerBound.iso) to \(days.upperBound.iso)"
  }
}
