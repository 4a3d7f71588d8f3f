import Documents
import Statistics

/// The rows of a whole text of comma-separated values.
struct CommaSeparatedRows {
  struct Row: Equatable {
    /// Its number, counted from 1.
    var line: Int
    var fields: [String]
  }

  private var reader = CSVReader()

  init(_ text: String) {
    reader.feed(text.utf8)
    reader.finish()
  }

  /// The next row that is not empty.
  mutating func next() throws(TableProblem) -> Row? {
    guard try reader.next() else { return nil }
    return Row(line: reader.row, fields: (0..<reader.fieldCount).map { reader.text($0) })
  }
}
