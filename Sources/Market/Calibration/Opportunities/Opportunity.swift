internal import Documents

/// A stretch of the calendar in which customers either buy or do not: a yearly appeal, a monthly box.
public enum Opportunity: String, Sendable, CaseIterable {
  case week, month, quarter, year

  public var plural: String { rawValue + "s" }

  /// Opportunities in about a year, over which a customer's are forecast unless told otherwise.
  public var perYear: Int {
    switch self {
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }

  /// The number of the opportunity a day belongs to; weeks begin on Mondays.
  func index(of day: CalendarDate) -> Int {
    switch self {
    case .week: (day.dayNumber - Self.aMonday).flooredQuotient(by: 7)
    case .month: day.parts.year * 12 + day.parts.month - 1
    case .quarter: day.parts.year * 4 + (day.parts.month - 1) / 3
    case .year: day.parts.year
    }
  }

  /// The last opportunity that is over by the end of a day.
  func lastComplete(by day: CalendarDate) -> Int {
    let own = index(of: day)
    return index(of: day + 1) > own ? own : own - 1
  }

  private static let aMonday =
    CalendarDate(year: 2024, month: 1, day: 1)?.dayNumber ?? 0
}

extension Int {
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
