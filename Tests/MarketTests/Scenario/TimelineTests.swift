import Documents
import Market
import Testing

@Suite struct TimelineTests {
  @Test func aTimelineKnowsItsMonths() throws {
    let start = try #require(CalendarDate(year: 2026, month: 1, day: 30))
    let timeline = Timeline(start: start, horizon: 33)
    #expect(timeline.months == ["2026-01", "2026-02", "2026-03"])
    #expect(timeline.monthOfDay == [0, 0] + Array(repeating: 1, count: 28) + [2, 2, 2])
  }
}
