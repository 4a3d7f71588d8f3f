import Market
import Reports
import Takeaways
import Testing

/// A sample in which everybody stands for ten people is the same market, ten times as large.
struct ScaleTests {
  @Test func everyTotalOfASampleIsThatOfTheWholeMarket() async throws {
    let scenario = SmallTown.scenario()
    var tenfold = scenario
    tenfold.market.standsFor = 10
    let small = try await SmallTown.played.value
    let large = try await SmallTown.result(tenfold)
    let revenue = try [small, large].map {
      try CSVRows($0.plansTable.csv()).sum("value", where: ["measure": "revenue"])
    }
    #expect(abs(revenue[1] / revenue[0] - 10) < 0.001)
    let pairs: [(Table, Table, String)] = [
      (small.dailyTable, large.dailyTable, "revenue (EUR)"),
      (small.dailyTable, large.dailyTable, "contacts"),
      (small.ledgerTable, large.ledgerTable, "amount (EUR)"),
      (small.cohortsTable, large.cohortsTable, "customers"),
      (small.segmentsTable, large.segmentsTable, "people"),
      (small.channelsTable, large.channelsTable, "contacts"),
      (small.funnelTable, large.funnelTable, "count"),
    ]
    for (one, ten, column) in pairs {
      let before = try CSVRows(one.csv()).sum(column)
      let after = try CSVRows(ten.csv()).sum(column)
      #expect(before > 0)
      // Both markets show their counts to three digits: at 100 people half of one is half a per cent.
      #expect(abs(after / before - 10) < 0.05, "\(column)")
    }
  }
}
