import Documents
import Market
import Reports
import Takeaways

/// A shop whose log is small enough to be fitted in a test.
enum SmallShop {
  /// Forty customers who first bought in January 2026, every other of whom came back a few times.
  static let log: String = {
    var rows = ["customer,date,amount"]
    for customer in 0..<40 {
      let name = customer == 3 ? "=3+0" : "\(customer)"
      for visit in 0..<(customer % 2 == 0 ? 1 : 1 + customer % 7) {
        let first = CalendarDate(dayNumber: 20_454 + customer % 28)
        let date = first + visit * (9 + customer % 5)
        rows.append("\(name),\(date.iso),\(10 + (customer * 13 + visit * 7) % 40).5")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  /// Two customers, neither of whom came back.
  static let newcomers = "customer,date,amount\n1,2026-01-01,5\n2,2026-01-01,5\n"

  static func result(
    _ log: String = log, until: String? = "2026-02-15", currency: String? = "EUR",
    horizon: Double = 48.0 / 7, base: String? = nil,
    law: PurchaseLaw? = nil
  ) throws -> CalibrationResult {
    let money = currency.map { Currency(code: $0) }
    let amounts = money ?? Currency(code: "")
    var reader = LogReader(
      columns: LogColumns(customer: "customer", date: "date", amount: "amount"), currency: amounts,
      until: until.flatMap { CalendarDate(written: $0) })
    try reader.feed(Array(log.utf8))
    let summary = try reader.finish()
    return CalibrationResult(
      log: "logs/shop log.csv", rows: reader.rows,
      calibration: Calibration(summary, unit: .week, currency: amounts, law: law),
      currency: money,
      horizon: horizon, fragment: nil, base: base)
  }
}
