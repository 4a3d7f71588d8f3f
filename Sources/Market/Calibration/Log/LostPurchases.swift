public import Documents
public import Statistics

/// What can still be read of a log's rows that could not be used, beside those used: whether they are alike.
public struct LostPurchases: Sendable, Equatable {
  /// Amounts in minor units, of rows lost for their day and of rows used.
  public private(set) var lostAmounts = Moments()
  public private(set) var keptAmounts = Moments()
  /// Days of rows lost for their amount and of rows used.
  public private(set) var lostDays: ClosedRange<CalendarDate>?
  public private(set) var keptDays: ClosedRange<CalendarDate>?

  mutating func keep(_ date: CalendarDate, _ amount: Int64?) {
    if let amount { keptAmounts.add(Double(amount)) }
    Self.add(date, to: &keptDays)
  }

  mutating func lose(amount: Int64) { lostAmounts.add(Double(amount)) }
  mutating func lose(day: CalendarDate) { Self.add(day, to: &lostDays) }

  private static func add(_ day: CalendarDate, to days: inout ClosedRange<CalendarDate>?) {
    guard let known = days else { return days = day...day }
    if !known.contains(day) { days = min(known.lowerBound, day)...max(known.upperBound, day) }
  }
}
