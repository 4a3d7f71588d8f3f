import Testing

@testable import Documents

/// How the dates of a column are written is decided from all of its cells.
struct DateColumnTests {
  private func form(_ cells: [String], forced: DateForm? = nil) throws(ColumnDoubt) -> DateForm {
    var evidence = DateEvidence()
    for cell in cells { evidence.note(Array(cell.utf8).span) }
    return try evidence.form("day", forced: forced)
  }

  private func days(_ cells: [String], forced: DateForm? = nil) throws -> [String?] {
    let form = try form(cells, forced: forced)
    return cells.map { cell in
      guard case .date(let day) = form.read(Array(cell.utf8).span) else { return nil }
      return day.iso
    }
  }

  @Test(arguments: [
    "2026-3-26", "2026/3/26", "2026.03.26", "2026年3月26日", "２０２６年３月２６日", "26.03.2026", "26.3.26",
    "26/03/2026", "3/26/2026", "26-Mar-2026", "26 March 2026", "Mar 26, 2026", "March 26th, 2026",
    "26. März 2026", "26 mars 2026", "26 de marzo de 2026", "2026-Mar-26", "Thu, 26 Mar 2026",
    "26-Mar-26", "2026-03-26 9:01", "2026/3/26 9:01:05", "3/26/2026 3:15 PM",
    "2026-03-26 03:15:00 p.m.",
    "2026年3月26日 下午3:15", "2026年3月26日 15时05分", "26/03/2026 15:05", "2026-03-26T15:05:00Z",
    "26.03.2026, 15:05 Uhr", "2026-03-26 15:05:00.123 +0800", "26-Mar-2026 15:05:00 CET",
    "20260326",
    "2026-03-26 15:05:00 UTC+8", "2026年3月26日 星期四",
  ])
  func theTwentySixthOfMarch(cell: String) throws {
    #expect(try days([cell]) == ["2026-03-26"])
  }

  @Test(arguments: [
    "2026-02-30", "2026-13-01", "32/01/2026", "26/03", "2026-03", "hello", "12:30", "1/2/3/4",
    "2026-03-26 25:00", "0000-00-00", "26 Foo 2026", "3/26/20266",
  ])
  func noDates(cell: String) throws {
    #expect(try days([cell]) == [nil])
  }

  @Test func oneRowDecidesForTheColumn() throws {
    #expect(try days(["03/04/2026", "26/03/2026"]) == ["2026-04-03", "2026-03-26"])
    #expect(try days(["03/04/2026", "03/26/2026"]) == ["2026-03-04", "2026-03-26"])
    // The same day and month decide nothing and need nothing.
    #expect(try days(["03/03/2026"]) == ["2026-03-03"])
  }

  @Test func undecidedColumnsAreAskedAbout() throws {
    #expect(throws: ColumnDoubt.dayOrder("03/04/2026", column: "day")) {
      try form(["03/04/2026", "05/06/2026", "2026-01-31"])
    }
    let words = ColumnDoubt.dayOrder("03/04/2026", column: "day").description
    #expect(words.contains("--date-format d/m/y") && words.contains("m/d/y"))
    #expect(try days(["03/04/2026"], forced: DateForm("m/d/y")) == ["2026-03-04"])
    #expect(try days(["03/04/2026"], forced: DateForm("dd.mm.yyyy")) == ["2026-04-03"])
  }

  /// Days as spreadsheets count them, with 1900-03-01 the 61st, and seconds since 1970 (`date -u -d @…`).
  @Test func numbersOfDaysAndSeconds() throws {
    #expect(
      try days(["46107", "46107.63", "46108"]) == ["2026-03-26", "2026-03-26", "2026-03-27"])
    #expect(try days(["1774537500"]) == ["2026-03-26"])
    #expect(try days(["1774537500123"]) == ["2026-03-26"])
    #expect(try days(["61"], forced: DateForm("serial")) == ["1900-03-01"])
    #expect(try days(["12", "13"]) == [nil, nil])
  }

  @Test(arguments: ["", "NA", "null", "-", "n/a"])
  func missingDates(cell: String) {
    #expect(DateForm.plain.read(Array(cell.utf8).span) == .missing)
  }

  /// Names of days that are numbers count days in themselves.
  @Test func numbersOfDaysInAnExperimentAreNoDates() throws {
    #expect(try DateForm(of: ["1", "2", "14"], column: "day", forced: nil) == nil)
    #expect(try DateForm(of: ["week 1", "week 2"], column: "day", forced: nil) == nil)
    #expect(
      try DateForm(of: ["1/2/2026", "13/2/2026"], column: "day", forced: nil)?.order == .dayFirst)
  }

  /// Years are few and days are many, whichever end they stand at.
  @Test func yearsOfTwoDigitsAtEitherEnd() throws {
    let days = (1...28).map { $0 < 10 ? "0\($0)" : "\($0)" }
    let first = days.map { "26-02-\($0)" }
    #expect(try self.days(first) == days.map { "2026-02-\($0)" })
    let last = days.map { "\($0)/02/26" }
    #expect(try self.days(last) == days.map { "2026-02-\($0)" })
    #expect(throws: ColumnDoubt.yearPlace("26-02-08", column: "day")) {
      try form(["26-02-08", "25-03-09"])
    }
    // Points decide it.
    #expect(try self.days(["26.02.08"]) == ["2008-02-26"])
  }
}
