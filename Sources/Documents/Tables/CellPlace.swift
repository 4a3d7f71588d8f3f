/// Where in a table something was found, and what stands there.
public struct CellPlace: Sendable, Equatable {
  /// The number a spreadsheet gives the row; the column names are row 1.
  public let row: Int
  /// The column at fault; nil where it is the row as a whole.
  public let column: String?
  /// What stands there, cut short.
  public let value: String

  public init(row: Int, column: String? = nil, value: String = "") {
    self.row = row
    self.column = column
    let short = value.count > 40 ? value.prefix(39) + "…" : value[...]
    self.value = String(short.map { $0.isNewline ? " " : $0 })
  }

  public var description: String {
    let place = column.map { "row \(row), column \($0)" } ?? "row \(row)"
    return value.isEmpty ? place : "\(place): “\(value)”"
  }
}
