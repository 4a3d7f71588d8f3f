import Documents
import Market
import Statistics
import Takeaways

/// What became of a log's rows, a line for each fate.
struct RowsAccount {
  private let rows: RowCounts
  private let summary: PurchaseSummary

  init(_ result: CalibrationResult) {
    rows = result.rows
    summary = result.summary
  }

  var lines: [String] {
    let (read, used) = (Readable.count(rows.read), Readable.count(rows.used))
    var lines = ["\(read) read, \(used) used, \(Readable.count(rows.setAsideCount)) set aside"]
    for aside in rows.setAside {
      let examples = aside.examples.map(\.description).joined(separator: "; ")
      lines.append("\(Readable.count(aside.count)) with \(aside.reason.rawValue): \(examples)")
    }
    func add(_ count: Int, _ one: String, _ more: String) {
      guard count > 0 else { return }
      lines.append(count == 1 ? "1 \(one)" : "\(Readable.count(count)) \(more)")
    }
    let again = "on which the same customer bought already, and counted as part of that purchase"
    add(summary.mergedRows, "is of a day \(again)", "are of days \(again)")
    let alike = "in every field, which may be right: counted like the others"
    add(
      summary.duplicateRows, "of them repeats another row \(alike)",
      "of them repeat another row \(alike)")
    let late = "first bought after \(summary.observationEnd.iso), left out"
    add(summary.newcomers, "customer \(late)", "customers \(late)")
    if rows.unpriced == rows.used, rows.used > 1 {
      lines.append("no amount is known of any: purchases all the same, without baskets")
    } else {
      let unknown = "no amount: a purchase all the same, left out of baskets"
      add(rows.unpriced, "row has \(unknown)", "rows have \(unknown)")
    }
    let finer = "more decimals than the currency, rounded"
    add(rows.rounded, "amount with \(finer)", "amounts with \(finer)")
    lines += rows.notes
    let code = "not UTF-8, read as Windows-1252 (Latin-1)"
    add(rows.notUTF8, "customer's name is \(code)", "rows' customers are \(code)")
    return lines
  }
}
