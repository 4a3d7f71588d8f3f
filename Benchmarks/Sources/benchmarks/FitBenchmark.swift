import Documents
import Foundation
import Market

/// Times calibration on a purchase log with the CDNOW sample's columns, step by step.
enum FitBenchmark {
  /// Prints the best of five runs.
  ///
  /// - Parameters:
  ///   - path: The log.
  ///   - copies: How often its customers are repeated under other names, to make a larger log.
  /// - Throws: Where the log cannot be read.
  static func run(_ path: String, copies: Int) throws {
    let bytes = try log(path, copies: copies)
    let dollars = Currency(code: "USD")
    var best: [(name: String, time: Duration)] = []
    func note(_ position: Int, _ name: String, _ time: Duration) {
      if best.count <= position { best.append((name, time)) }
      best[position].time = min(best[position].time, time)
    }
    let clock = ContinuousClock()
    var customers = 0
    for _ in 0..<5 {
      var reader = LogReader(
        columns: LogColumns(customer: "masterid", date: "date", amount: "sales"),
        currency: dollars, until: CalendarDate(year: 1997, month: 9, day: 30))
      note(0, "read", try clock.measure { try reader.feed(bytes) })
      var start = clock.now
      let summary = try reader.finish()
      note(1, "summarise", clock.now - start)
      start = clock.now
      let table = HistoryTable(summary.histories, unit: .week)
      _ = BGNBD.fit(table)
      note(2, "BG/NBD", clock.now - start)
      note(3, "Gamma-Gamma", clock.measure { _ = GammaGamma.fit(summary.histories, scale: 100) })
      note(4, "Pareto/NBD", clock.measure { _ = ParetoNBD.fit(table) })
      customers = summary.histories.count
    }
    let times = best.map { "\($0.name) \(($0.time / .milliseconds(1)).formatted())" }
    print("customers \(customers), ms:", times.joined(separator: "  "))
  }

  private static func log(_ path: String, copies: Int) throws -> [UInt8] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let rows = text.split(separator: "\n")
    var copied = rows.first.map { $0 + "\n" } ?? ""
    for copy in 0..<copies {
      for row in rows.dropFirst() { copied += "\(copy == 0 ? "" : "\(copy)x")\(row)\n" }
    }
    return Array(copied.utf8)
  }
}
