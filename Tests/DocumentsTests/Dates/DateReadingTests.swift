import Documents
import Testing

@testable import Documents

struct DateReadingTests {
  func read(_ text: String) -> DateReading { DateReading(Array(text.utf8).span) }

  @Test(arguments: [
    "2026-03-01", "20260301", " 2026-03-01 ", "2026-03-01T09:30", "2026-03-01 09:30:59",
    "2026-03-01T09:30:59.123456Z", "2026-03-01T23:59:60+02:00", "2026-03-01 09:30:00 +0200",
    "2026-03-01 09:30:00 UTC", "20260301T093059", "20260301 0930", "2026-03-01T24:00:00",
    "2026-03-01T09:30-05",
  ])
  func theDayAsWritten(text: String) throws {
    let day = try #require(CalendarDate(year: 2026, month: 3, day: 1))
    #expect(read(text) == .date(day))
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "01/03/2026", "1.3.2026", "2026-3-1", "March 1",
    "2026-03-01x", "2026-03-01T", "2026-03-01T9", "2026-03-01T25:00", "0001-01-01", "9999-12-31",
    "20260301T", "2026030", "46082", "2026-03-01T09:30 +2",
  ])
  func whatIsNoDate(text: String) { #expect(read(text) == .unreadable) }

  @Test func leapDaysAndNothing() throws {
    let day = try #require(CalendarDate(year: 2024, month: 2, day: 29))
    #expect(read("20240229") == .date(day))
    #expect(read("  ") == .missing)
  }
}
