import Market
import Reports
import Testing

/// A sample in which everybody stands for ten people is the same market, ten times as large.
struct ScaleTests {
  @Test func everyTotalOfASampleIsThatOfTheWholeMarket() async throws {
    let scenario = SmallTown.scenario()
    var tenfold = scenario
    tenfold.market.standsFor = 10
    let small = try await SmallTown.played.value
    let large = try await SmallTown.result(tenfold)
    let pairs: [(Table, Table, String)] = [
      (small.plansTable, large.plansTable, "revenue (EUR)"),
      (small.dailyTable, large.dailyTable, "revenue (EUR)"),
      (small.dailyTable, large.dailyTable, "contacts"),
      (small.ledgerTable, large.ledgerTable, "amount (EUR)"),
      (small.cohortsTable, large.cohortsTable, "customers"),
      (small.segmentsTable, large.segmentsTable, "people"),
      (small.channelsTable, large.channelsTable, "contacts"),
      (small.funnelTable, large.funnelTable, "count"),
    ]
    for (one, ten, column) in pairs {
      let before = try CSVRows(one.csv(moneyDecimals: 2)).sum(column)
      let after = try CSVRows(ten.csv(moneyDecimals: 2)).sum(column)
      #expect(before > 0)
      // Rows are rounded to a hundredth of a cent or of a hundredth person.
      #expect(abs(after / before - 10) < 0.001, "\(column)")
    }
  }
}
