import Testing

@testable import Market

@Suite struct CommonClockTests {
  @Test func findsTheDayOfATarget() {
    let clock = CommonClock(exactly: [1, 0, 2, 0.5, 4])
    // Cumulative: 0, 1, 1, 3, 3.5, 7.5.
    #expect(clock.firstDay(reaching: 0.5, from: 0) == 0)
    #expect(clock.firstDay(reaching: 1, from: 0) == 0)
    #expect(clock.firstDay(reaching: 1.0001, from: 0) == 2)
    #expect(clock.firstDay(reaching: 3.2, from: 1) == 3)
    #expect(clock.firstDay(reaching: 7.5, from: 0) == 4)
    #expect(clock.firstDay(reaching: 7.6, from: 0) == 5)
    #expect(clock.firstDay(reaching: .infinity, from: 0) == 5)
    #expect(clock.firstDay(reaching: 0.2, from: 3) == 3)
  }

  @Test func readsAndTellsTimeWithinADay() {
    let clock = CommonClock(exactly: [1, 0, 2])
    #expect(clock.time(of: 2, on: 2) == 2.5)
    #expect(clock.reading(at: 2.5, on: 2) == 2)
    #expect(clock.time(of: 1, on: 1) == 1)
  }

  @Test func looksNobodyUpTooLate() {
    // Half of what was possible happens: the bound says day 1, then later again.
    var clock = CommonClock(atMost: [1, 1, 1, 1, 1, 1])
    #expect(clock.firstDay(reaching: 1.5, from: 0) == 1)
    clock.open(0, increment: 0.5)
    clock.open(1, increment: 0.5)
    #expect(clock.known[2] == 1)
    #expect(clock.firstDay(reaching: 1.5, from: 2) == 2)
    clock.open(2, increment: 0.4)
    #expect(clock.firstDay(reaching: 1.5, from: 3) == 3)
    clock.open(3, increment: 0.4)
    #expect(clock.known[4] >= 1.5)
  }

  @Test func aClockThatStandsStillReachesNothing() {
    let clock = CommonClock(exactly: [0, 0, 0])
    #expect(clock.firstDay(reaching: 0.1, from: 0) == 3)
  }
}
