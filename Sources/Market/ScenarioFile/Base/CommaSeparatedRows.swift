import Documents
import Statistics

/// The rows of a whole text of comma-separated values.
struct CommaSeparatedRows {
  struct Row: Equatable {
    /// Its number, counted from 1.
    var line: Int
    var fields: [String]
  }

  private var reader: CSVReader
  /// Rows so far that sum up others.
  private(set) var totals = 0

  init(_ text: String) {
    let line = text.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
    var form = TableForm()
    if let said = Delimiter.said(by: Array(line)[...]) {
      (form.delimiter, form.skip) = (said, 1)
    }
    reader = CSVReader(form)
    reader.feed(text.utf8)
    reader.finish()
  }

  /// What separates fields, once the first row has been read.
  var delimiter: UInt8 { reader.delimiter }

  /// The next row that is neither empty nor a sum of others; apostrophes that guard against formulas are no part
  /// of its fields.
  mutating func next() throws(TableProblem) -> Row? {
    while true {
      guard try reader.next() else { return nil }
      if reader.isTotal {
        totals += 1
      } else if !reader.isBlank {
        break
      }
    }
    return Row(
      line: reader.row,
      fields: (0..<reader.fieldCount).map {
        FormulaGuard.withoutGuard(reader.text($0))
      })
  }
}
