public import Documents

/// The calendar under a scenario's days.
public struct Timeline: Sendable, Equatable {
  public let start: CalendarDate
  /// Calendar months since the first one, for each day played.
  public let monthOfDay: [Int]
  /// Such as 2026-03.
  public let months: [String]

  public init(start: CalendarDate, horizon: Int) {
    self.start = start
    var monthOfDay: [Int] = []
    var months: [String] = []
    for day in 0..<horizon {
      let label = String((start + day).iso.dropLast(3))
      if months.last != label { months.append(label) }
      monthOfDay.append(months.count - 1)
    }
    self.monthOfDay = monthOfDay
    self.months = months
  }
}
