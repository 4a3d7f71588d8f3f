/// A column that can be read in more than one way, which no row decides.
public enum ColumnDoubt: Error, Sendable, Equatable, CustomStringConvertible {
  /// A figure whose mark may stand before decimals or group digits.
  case decimal(String, column: String)
  /// Some figures have a percent sign and others none.
  case percent(String, String, column: String)
  case currencies(String, String, column: String)
  /// A date whose day and month can be told from each other in no row.
  case dayOrder(String, column: String)
  /// A date of two-digit numbers of which the first or the last may be the year.
  case yearPlace(String, column: String)

  public var description: String {
    switch self {
    case .decimal(let cell, _):
      let (grouping, decimal) = cell.contains(",") ? ("point", "comma") : ("comma", "point")
      let (whole, decimals) = Self.readings(cell)
      return "\(reason). Say --decimal \(grouping) for \(whole), or --decimal \(decimal) for"
        + " \(decimals)."
    case .percent, .currencies: return reason
    case .dayOrder:
      return "\(reason). Say --date-format d/m/y or --date-format m/d/y."
    case .yearPlace:
      return "\(reason). Say --date-format y/m/d or --date-format d/m/y."
    }
  }

  /// The same without what can be said on a command line, and without a full stop.
  public var reason: String {
    switch self {
    case .decimal(let cell, let column):
      let (whole, decimals) = Self.readings(cell)
      return "column “\(column)”: “\(cell)” may be \(whole) (digits in groups of three) or"
        + " \(decimals) (three decimals), and no row tells which"
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
        + " of month \(first), and no row tells which"
    case .yearPlace(let cell, let column):
      return
        "column “\(column)”: “\(cell)” may begin with the year or end with it, and no row tells"
        + " which"
    }
  }
}

extension ColumnDoubt {
  /// A figure without its mark, and with a point in its place.
  private static func readings(_ cell: String) -> (whole: String, decimals: String) {
    let figure = FoldedCell.digits(cell)
    return (figure.filter { $0 != "." && $0 != "," }, figure.replacing(",", with: "."))
  }
}

extension FoldedCell {
  /// The figure in a cell, with its marks.
  static func digits(_ cell: String) -> String {
    folded(Array(cell.utf8)).filter { "0123456789.,".contains($0) }
  }
}
