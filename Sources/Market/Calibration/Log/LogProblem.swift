public import Documents

/// Why a purchase log cannot be used at all.
public enum LogProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case table(TableProblem)
  case header(HeaderProblem)
  /// Only column names.
  case noRows
  /// Every row was set aside.
  case nothingUsable(RowCounts)
  /// Days so far from all others that they are left out of the log, which has to be read again for it.
  case farOff(Set<CalendarDate>)
  /// Amounts carry the sign of another currency than was said.
  case otherCurrency(String, said: String, column: String)
  /// Observation is to end on a day of which the log knows nothing; its last day.
  case endsBefore(until: CalendarDate, last: CalendarDate)
  /// Nobody had bought by the end of observation; the first purchase.
  case nobodyYet(until: CalendarDate, first: CalendarDate)

  public var description: String {
    switch self {
    case .table(let problem):
      return problem.description
    case .header(let problem):
      return problem.description
    case .noRows:
      return "there are column names but no rows"
    case .nothingUsable(let rows):
      return rows.read == 1
        ? "its only row cannot be used: " + rows.reasons
        : "none of its \(rows.read) rows can be used: " + rows.reasons
    case .farOff(let days):
      let list = days.sorted().prefix(3).map(\.iso).joined(separator: ", ")
      return "it has days far from all others, such as \(list)"
    case .otherCurrency(let found, let said, let column):
      return "amounts in “\(column)” are in \(found), and --currency says \(said)"
    case .endsBefore(let until, let last):
      return
        "its last purchase is of \(last.iso), before \(until.iso) (--until): the days between would"
        + " count as days on which nobody bought; leave --until out, or name a day up to \(last.iso)"
    case .nobodyYet(let until, let first):
      return "nobody had bought by \(until.iso): the first purchase was on \(first.iso)"
    }
  }
}

extension LogProblem: TableFormProblem {
  /// A cell that is not plain, or column names that may be in another encoding.
  public var asksForSurvey: Bool {
    switch self {
    case .table(.notPlain), .header: true
    default: false
    }
  }

  public func remedy(_ form: TableForm) -> TableForm? {
    guard case .farOff(let days) = self, form.farOff.isEmpty else { return nil }
    var form = form
    form.farOff = days
    return form
  }
}
