import Testing

@testable import Documents

@Suite struct CalendarDateTests {
  /// Day numbers by Python 3.11's datetime.date.toordinal, less that of 1970-01-01.
  @Test(arguments: [
    ("1970-01-01", 0, 3), ("1997-01-01", 9_862, 2), ("2000-02-29", 11_016, 1),
    ("2026-03-01", 20_513, 6), ("1969-12-31", -1, 2), ("1900-03-01", -25_508, 3),
  ])
  func countsDays(_ iso: String, _ number: Int, _ weekday: Int) throws {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    let date = try #require(CalendarDate(year: parts[0], month: parts[1], day: parts[2]))
    #expect(date.dayNumber == number)
    #expect(date.iso == iso)
    #expect(date.weekday == weekday)
  }

  @Test func refusesDaysThatAreNot() {
    #expect(CalendarDate(year: 2026, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2026, month: 13, day: 1) == nil)
    #expect(CalendarDate(year: 2026, month: 4, day: 31) == nil)
  }
}
