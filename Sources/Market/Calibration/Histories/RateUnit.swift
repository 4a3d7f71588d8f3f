/// The unit of time in which purchase rates and ages are stated.
public enum RateUnit: String, Sendable, CaseIterable {
  case day, week, month

  /// Days in one unit; a month is a twelfth of 365.25 days.
  public var days: Double {
    switch self {
    case .day: 1
    case .week: 7
    case .month: 30.4375
    }
  }

  public var plural: String { rawValue + "s" }

  /// Units in about a year, over which a customer's purchases are forecast unless told otherwise.
  public var perYear: Double {
    switch self {
    case .day: 365
    case .week: 52
    case .month: 12
    }
  }
}
