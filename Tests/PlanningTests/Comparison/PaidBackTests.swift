import Testing

@testable import Planning

@Suite struct PaidBackTests {
  @Test func theFirstDayFromWhichItStays() {
    // −10, −4, 1, −1, 3, 5: above on the third day, below on the fourth, above from the fifth on.
    #expect(PaidBack.reading(daily: [-10, 6, 5, -2, 4, 2]) == .on(day: 5))
    #expect(PaidBack.reading(daily: [-10, 10]) == .on(day: 2))
  }

  @Test func neverBelow() {
    #expect(PaidBack.reading(daily: [0, 0, 5, -5]) == .nothingAdvanced)
    #expect(PaidBack.reading(daily: []) == .nothingAdvanced)
  }

  @Test func notByTheEnd() {
    #expect(PaidBack.reading(daily: [-10, 12, -3]) == .notWithinHorizon)
    #expect(PaidBack.reading(daily: [5, 5, -11]) == .notWithinHorizon)
  }
}
