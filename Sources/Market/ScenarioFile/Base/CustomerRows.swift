import Documents

/// The rows in which customers stand, each of whom may stand in one; empty where no column names them.
struct CustomerRows {
  private let column: Int?
  private var lines: [String: Int] = [:]

  init(_ column: Int?) { self.column = column }

  /// Takes in a row.
  ///
  /// - Returns: Where its customer stood before; nil where they are new, or not said.
  mutating func takeIn(_ row: CommaSeparatedRows.Row) -> (column: Int, line: Int)? {
    guard let column, column < row.fields.count else { return nil }
    let name = row.fields[column].trimmed
    guard !MissingWord.isSaid(by: Array(name.utf8).span) else { return nil }
    guard let line = lines[name] else {
      lines[name] = row.line
      return nil
    }
    return (column, line)
  }
}
