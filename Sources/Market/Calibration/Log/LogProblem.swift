public import Statistics

/// Why a purchase log cannot be used at all.
public enum LogProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case table(TableProblem)
  /// No such column; those there are, and the one most like it.
  case noColumn(wanted: String, option: String, known: [String], nearest: String?)
  case ambiguousColumn(String, option: String)
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
    case .noColumn(let wanted, let option, let known, let nearest):
      let guess = nearest.map { " Did you mean “\($0)”?" } ?? ""
      let names = known.map { "“\($0)”" }.joined(separator: ", ")
      return "there is no column “\(wanted)” (--\(option)).\(guess) The columns are \(names)."
    case .ambiguousColumn(let name, let option):
      return "there is more than one column “\(name)” (--\(option)); rename one of them"
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
