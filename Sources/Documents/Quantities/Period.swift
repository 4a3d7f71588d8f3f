/// A unit of time; a month is a twelfth of 365 days.
package enum Period: String, Sendable, CaseIterable {
  case day, week, month, year

  package var days: Double {
    switch self {
    case .day: 1
    case .week: 7
    case .month: 365.0 / 12
    case .year: 365
    }
  }

  /// A period by its name in the singular or the plural.
  package init?(counted name: String) {
    self.init(rawValue: name.hasSuffix("s") ? String(name.dropLast()) : name)
  }
}
