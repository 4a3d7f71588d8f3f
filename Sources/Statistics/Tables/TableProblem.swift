/// Why bytes cannot be read as a table of comma-separated values.
public enum TableProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// Not UTF-8 or Latin-1 text; the name of what it seems to be, and what to do about it.
  case notPlainText(kind: String, advice: String)
  case empty
  /// A row beyond the limit, which an opening quote without a closing one would cause.
  case endlessRow(row: Int)
  /// A quote that is open where the file ends.
  case openQuote(row: Int)

  public var description: String {
    switch self {
    case .notPlainText(let kind, let advice): "this is \(kind): \(advice)"
    case .empty: "there is nothing in it, not even a row of column names"
    case .endlessRow(let row):
      "row \(row) does not end within \(CSVReader.longestRow / 1024) KiB: is a quote left open?"
    case .openQuote(let row): "row \(row) opens a quote that is never closed"
    }
  }
}
