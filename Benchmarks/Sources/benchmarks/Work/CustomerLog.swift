import Documents
import Foundation
import Market

/// The CDNOW log as it would be read by a program, once or with its customers repeated.
struct CustomerLog {
  static let unit = RateUnit.week
  static let currency = Currency(code: "USD")

  private let bytes: [UInt8]
  let rows: Int

  /// Other copies' customers have other numbers.
  init(_ file: URL, copies: Int) throws {
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    let rows = lines.dropFirst()
    var text = (lines.first ?? "") + "\n"
    for copy in 0..<copies {
      for row in rows { text += copy == 0 ? row + "\n" : "\(copy)-\(row)\n" }
    }
    bytes = Array(text.utf8)
    self.rows = rows.count * copies
  }

  /// Reads and summarises, up to the end of the published calibration period.
  func read() throws -> PurchaseSummary {
    var reader = LogReader(
      columns: LogColumns(customer: "masterid", date: "date", amount: "sales"),
      currency: Self.currency, until: CalendarDate(written: "1997-09-30"))
    try reader.feed(bytes)
    return try reader.finish()
  }
}
