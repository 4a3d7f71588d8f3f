public import Documents

/// What known customers bought after the end of observation.
public struct HoldoutPurchases: Sendable, Equatable {
  /// The first day after the end of observation.
  public let start: CalendarDate
  /// Days from there to the last of the log.
  public let days: Int
  /// By customer, in the order of the histories.
  public private(set) var byCustomer: [Int] = []
  /// By week from the start on; the last may be cut short.
  public private(set) var byWeek: [Int]

  init(after end: CalendarDate, to last: CalendarDate) {
    start = end + 1
    days = last - end
    byWeek = [Int](repeating: 0, count: (days + 6) / 7)
  }

  mutating func append(_ purchaseDays: some Collection<Int>) {
    byCustomer.append(purchaseDays.count)
    for day in purchaseDays { byWeek[(day - start.dayNumber) / 7] += 1 }
  }

  public var total: Int { byWeek.reduce(0, +) }
}
