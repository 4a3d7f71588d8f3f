/// A column that can be read in more than one way, which no row decides.
public enum ColumnDoubt: Error, Sendable, Equatable, CustomStringConvertible {
  /// A figure whose mark may stand before decimals or group digits.
  case decimal(String, column: String)
  /// Some figures have a percent sign and others none.
  case percent(String, String, column: String)
  case currencies(String, String, column: String)
  /// A date whose day and month can be told from each other in no row.
  case dayOrder(String, column: String)

  public var description: String {
    switch self {
    case .decimal(let cell, let column):
      let figure = FoldedCell.digits(cell)
      let (grouping, decimal) = figure.contains(",") ? ("point", "comma") : ("comma", "point")
      let whole = figure.filter { $0 != "." && $0 != "," }
      let decimals = figure.replacing(",", with: ".")
      return "column “\(column)”: “\(cell)” may be \(whole) (digits in groups of three) or"
        + " \(decimals) (three decimals), and no row tells which. Say --decimal \(grouping) for"
        + " \(whole), or --decimal \(decimal) for \(decimals)."
    case .percent(let with, let without, let column):
      return "column “\(column)”: some figures have a percent sign (“\(with)”) and others none"
        + " (“\(without)”); write all of them the same way"
    case .currencies(let one, let other, let column):
      return "column “\(column)” holds amounts in \(one) and in \(other); a sum of both means"
        + " nothing: convert them to one currency first"
    case .dayOrder(let cell, let column):
      let numbers = cell.split { !($0.isASCII && $0.isNumber) }
      let (first, second) = (
        numbers.first.map(String.init) ?? "", numbers.count > 1 ? String(numbers[1]) : ""
      )
      return "column “\(column)”: “\(cell)” may be day \(first) of month \(second) or day \(second)"
        + " of month \(first), and no row tells which. Say --date-format d/m/y or --date-format m/d/y."
    }
  }
}

extension FoldedCell {
  /// The figure in a cell, with its marks.
  static func digits(_ cell: String) -> String {
    folded(Array(cell.utf8)).filter { "0123456789.,".contains($0) }
  }
}
