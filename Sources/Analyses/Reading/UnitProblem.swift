import Experiments
public import Documents

/// Why a file cannot be analysed as an experiment.
public enum UnitProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case table(TableProblem)
  case header(HeaderProblem)
  /// Only column names.
  case noRows
  /// Every row was dropped.
  case nothingUsable(UnitCounts)
  /// Cells that are no numbers, the first few and how many there are.
  case notNumbers([CellPlace], count: Int)
  /// Cells of a column of shares that are neither 0 nor 1.
  case notShares([CellPlace], count: Int)
  /// Units that have more than one row: the first few with their first two rows.
  case repeatedUnits([RepeatedUnit], count: Int, column: String)
  case noSuchControl(String, known: [String], nearest: String?)
  /// With why other rows are no units, in words; empty where all are.
  case oneArm(String, column: String, besides: String)
  /// Days written so that nothing tells their order.
  case unorderedDays(example: String, column: String)
  /// More arms than an experiment can have, as when the column of units was taken for them.
  case tooManyArms(Int, column: String)

  /// A unit that comes twice.
  public struct RepeatedUnit: Sendable, Equatable {
    public let name: String
    public let rows: [Int]
  }

  public static let mostArms = 100

  public var description: String {
    switch self {
    case .table(let problem): return problem.description
    case .header(let problem): return problem.description
    case .noRows: return "there are column names but no rows"
    case .nothingUsable(let counts):
      return counts.read == 1
        ? "its only row cannot be used: " + counts.reasons
        : "none of its \(counts.read) rows can be used: " + counts.reasons
    case .notNumbers(let places, let count):
      return "\(Self.cells(count)) no plain number such as 1234.5: \(Self.list(places, count))."
        + " Leave a cell empty, or write NA, where nothing is known."
    case .notShares(let places, let count):
      return "\(Self.cells(count)) neither 0 nor 1, as those of a proportion must be:"
        + " \(Self.list(places, count))"
    case .repeatedUnits(let units, let count, let column):
      let list = units.map { unit in
        "“\(unit.name)” in rows \(unit.rows.map(String.init).joined(separator: " and "))"
      }
      let more = count > units.count ? ", and \(count - units.count) more" : ""
      return "column \(column) must name each unit once, but \(count)"
        + " row\(count == 1 ? " repeats" : "s repeat") an earlier unit:"
        + " \(list.joined(separator: "; "))\(more)."
        + " Sum up the rows of each unit, or leave out --unit and give it as --cluster."
    case .noSuchControl(let wanted, let known, let nearest):
      let guess = nearest.map { " Did you mean “\($0)”?" } ?? ""
      let names = known.map { "“\($0)”" }.joined(separator: ", ")
      return "no row has the arm “\(wanted)” (--control).\(guess) The arms are \(names)."
    case .oneArm(let name, let column, let reasons):
      guard reasons.isEmpty else {
        return "every row that can be used has the same arm, “\(name)” (column \(column)): there is"
          + " nothing to compare. Other rows are left out: \(reasons)."
      }
      return "every row has the same arm, “\(name)” (column \(column)): there is nothing to compare"
    case .unorderedDays(let example, let column):
      return "column \(column) has days such as “\(example)”, whose order cannot be told; write"
        + " them as numbers, or as dates from the year on such as 2026-01-31"
    case .tooManyArms(let count, let column):
      return "column \(column) has \(count) different names, more than the \(Self.mostArms) arms an"
        + " experiment may have: is it the column of arms?"
    }
  }

  private static func cells(_ count: Int) -> String {
    count == 1 ? "1 cell is" : "\(count) cells are"
  }

  private static func list(_ places: [CellPlace], _ count: Int) -> String {
    let more = count > places.count ? "; and \(count - places.count) more" : ""
    return places.map(\.description).joined(separator: "; ") + more
  }
}
