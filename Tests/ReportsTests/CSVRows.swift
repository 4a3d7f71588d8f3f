import Foundation
import Documents
import Testing

/// A file read back as a spreadsheet would: rows by the words of the header.
struct CSVRows {
  let header: [String]
  let rows: [[String: String]]

  init(_ bytes: [UInt8]) throws {
    var reader = CSVReader()
    reader.feed(bytes)
    reader.finish()
    try #require(try reader.next())
    let header = (0..<reader.fieldCount).map { reader.text($0) }
    var rows: [[String: String]] = []
    while try reader.next() {
      let fields = (0..<reader.fieldCount).map { reader.text($0) }
      try #require(fields.count == header.count)
      rows.append(Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first }))
    }
    self.header = header
    self.rows = rows
  }

  /// The sum of a column over the rows in which the given columns hold the given texts.
  func sum(_ column: String, where texts: [String: String] = [:]) -> Double {
    matching(texts).reduce(0) { $0 + (Double($1[column] ?? "") ?? 0) }
  }

  /// The same sum as it would be added up on paper: of the digits that are written, without any error.
  func total(_ column: String, where texts: [String: String] = [:]) throws -> Decimal {
    try matching(texts).reduce(0) { sum, row in
      let text = row[column] ?? ""
      return sum + (text.isEmpty ? 0 : try #require(Decimal(string: text)))
    }
  }

  func matching(_ texts: [String: String]) -> [[String: String]] {
    rows.filter { row in texts.allSatisfy { row[$0.key] == $0.value } }
  }
}
