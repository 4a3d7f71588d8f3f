import Market
import Reports
import Takeaways
import Testing

struct CustomerTableTests {
  private func rows(_ result: CalibrationResult) throws -> CSVRows {
    try CSVRows(bytes(result))
  }

  private func bytes(_ result: CalibrationResult) -> [UInt8] {
    var bytes: [UInt8] = []
    CustomerTable(result).write { bytes += $0 }
    return bytes
  }

  @Test func readsBack() throws {
    let result = try SmallShop.result(law: .bgnbd)
    let table = try rows(result)
    #expect(
      table.header == [
        "customer", "repeat purchases", "last purchase (weeks)", "age (weeks)", "mean basket (EUR)",
        "P(alive)", "expected purchases (6.86 weeks)", "expected basket (EUR)",
        "CLV, revenue in 6.86 weeks (EUR)", "CLV 5% (EUR)", "CLV 95% (EUR)",
      ])
    #expect(table.rows.count == 40)
    // Customer 1 bought on January 2 and, ten days later, once more.
    let first = table.rows[1]
    #expect(
      table.header.prefix(5).map { first[$0] } == ["1", "1", "1.428571", "6.285714", "30.5"])
    // A name that a spreadsheet would take for a formula.
    #expect(table.rows[3]["customer"] == "'=3+0")
    // Nobody who has not come back has a mean basket, and BG/NBD takes them for alive.
    #expect(
      ["repeat purchases", "mean basket (EUR)", "P(alive)"].map { table.rows[0][$0] }
        == ["0", "", "1"])
    #expect(bytes(result).starts(with: [0xEF, 0xBB, 0xBF]))
  }

  /// CLV is what is expected, basket times purchases less a little discount, and lies within its band.
  @Test func valuesBelongTogether() throws {
    for row in try rows(try SmallShop.result(law: .bgnbd)).rows {
      func figure(_ column: String) throws -> Double { try #require(Double(row[column] ?? "")) }
      let value = try figure("CLV, revenue in 6.86 weeks (EUR)")
      let product =
        try figure("expected purchases (6.86 weeks)") * figure("expected basket (EUR)")
      #expect(value <= product + 0.05 && value >= product * 0.985 - 0.05)
      #expect(try figure("CLV 5% (EUR)") <= value)
      #expect(try figure("CLV 95% (EUR)") >= value)
    }
  }

  /// 0.03 over 32 purchases is 0.0009375, stored as 0.00093749999999999997: nearest is 0.000937.
  ///
  /// The horizon of 6.125 is stored exactly, so that it goes to the even neighbour, as in C.
  @Test func halvesAreRoundedAsTheyAreStored() throws {
    var log = SmallShop.log
    for day in 0...32 {
      let date = day < 28 ? "2026-01-\(day + 4 > 9 ? "" : "0")\(day + 4)" : "2026-02-0\(day - 27)"
      log += "often,\(date),\(day == 7 ? "0.03" : "0")\n"
    }
    let table = try rows(try SmallShop.result(log, horizon: 6.125))
    let often = try #require(table.rows.last)
    #expect(often["repeat purchases"] == "32")
    #expect(often["mean basket (EUR)"] == "0.000937")
    #expect(table.header[6] == "expected purchases (6.12 weeks)")
  }

  @Test func withoutAPurchaseModelForecastsAreEmpty() throws {
    let table = try rows(try SmallShop.result(SmallShop.newcomers, until: nil, currency: nil))
    #expect(table.rows.map { $0["mean basket"] } == ["", ""])
    #expect(table.rows.map { $0["P(alive)"] } == ["", ""])
  }
}
