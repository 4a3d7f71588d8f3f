public import Documents
public import Statistics

/// Why a purchase log cannot be used at all.
public enum LogProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case table(TableProblem)
  case header(HeaderProblem)
  /// Only column names.
  case noRows
  /// Every row was set aside.
  case nothingUsable(RowCounts)
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
      let reasons = rows.setAside.map { aside in
        let example = aside.examples.first.map { " (\($0.description))" } ?? ""
        return "\(aside.count) with \(aside.reason.rawValue)\(example)"
      }
      return "none of its \(rows.read) rows can be used: " + reasons.joined(separator: "; ")
    case .nobodyYet(let until, let first):
      return "nobody had bought by \(until.iso): the first purchase was on \(first.iso)"
    }
  }
}
