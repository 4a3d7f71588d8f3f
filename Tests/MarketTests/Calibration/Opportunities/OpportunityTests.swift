import Documents
import Testing

@testable import Market

struct OpportunityTests {
  private func summary(_ rows: String, until: String? = nil) throws -> PurchaseSummary {
    var reader = LogReader(
      columns: LogColumns(customer: "c", date: "d", amount: nil), currency: Currency(code: ""),
      until: until.flatMap { CalendarDate(written: $0) })
    try reader.feed(Array(("c,d\n" + rows).utf8))
    return try reader.finish()
  }

  @Test(arguments: [
    (Opportunity.year, "2023-12-31", "2024-01-01"), (.month, "2024-02-29", "2024-03-01"),
    (.quarter, "2024-03-31", "2024-04-01"), (.week, "2024-03-03", "2024-03-04"),
  ])
  func opportunitiesFollowTheCalendar(opportunity: Opportunity, last: String, next: String) throws {
    let (last, next) = (
      try #require(CalendarDate(written: last)), try #require(CalendarDate(written: next))
    )
    #expect(opportunity.index(of: next) == opportunity.index(of: last) + 1)
    #expect(opportunity.lastComplete(by: last) == opportunity.index(of: last))
    #expect(opportunity.lastComplete(by: next) == opportunity.index(of: last))
  }

  /// Years 2020 to 2023 are over, 2024 is not: who came in 2024 had no opportunity yet.
  @Test func yearsThatAreOverCount() throws {
    let rows = try summary(
      "a,2020-05-01\na,2022-01-01\na,2022-12-31\na,2024-02-02\nb,2021-03-03\nc,2024-01-15\n"
        + "d,2023-07-01\n"
    ).opportunities(.year)
    #expect(
      rows == [
        .init(taken: 1, last: 2, opportunities: 3), .init(taken: 0, last: 0, opportunities: 2),
        nil, .init(taken: 0, last: 0, opportunities: 0),
      ])
  }

  @Test func customersAreToldInTheirOrder() throws {
    var rows = ""
    for customer in 0..<60 {
      for year in 0..<6 where year == 0 || customer % (year + 1) == 0 {
        rows += "\(customer),\(2018 + year)-06-0\(1 + customer % 9)\n"
      }
    }
    rows += "new,2024-01-05\n"
    let fit = OpportunityFit(try summary(rows), .year)
    #expect(fit.leftOut == 1)
    #expect(fit.table.count == 60)
    let outlook = try #require(fit.outlook(next: 2))
    #expect(outlook.count == 61)
    #expect(outlook.last == .some(nil))
    // Customer 0 came every year.
    #expect(outlook[0]?.probabilityAlive == 1)
    let alive = outlook.compactMap { $0?.probabilityAlive }.reduce(0, +)
    #expect(abs(alive - (fit.expectedAlive ?? 0)) < 1e-9)
  }
}
