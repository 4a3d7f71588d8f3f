/// Why bytes cannot be read as a table of comma-separated values.
public enum TableProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// Not UTF-8 or Latin-1 text; the name of what it seems to be, and what to do about it.
  case notPlainText(kind: String, advice: String)
  case empty
  /// A row beyond the limit, which an opening quote without a closing one would cause.
  case endlessRow(row: Int)
  /// A quote that is open where the file ends.
  case openQuote(row: Int)
  /// A column that can be read in more than one way.
  case column(ColumnDoubt)
  /// Bytes that are text in none of the encodings that can be told from each other.
  case unknownEncoding
  /// In a trial: a cell is not plain, so that how columns are written has to be found out first.
  case notPlain

  public var description: String {
    switch self {
    case .notPlainText(let kind, let advice): "this is \(kind): \(advice)"
    case .empty: "there is nothing in it, not even a row of column names"
    case .endlessRow(let row):
      "row \(row) does not end within \(CSVReader.longestRow / 1024) KiB: is a quote left open?"
    case .column(let doubt): doubt.description
    case .unknownEncoding:
      "its letters are neither UTF-8 nor GBK nor Western European: say which encoding it is,"
        + " such as --encoding windows-1251, shift_jis or big5"
    case .notPlain: "how its columns are written has not been found out"
    case .openQuote(let row): "row \(row) opens a quote that is never closed"
    }
  }
}
