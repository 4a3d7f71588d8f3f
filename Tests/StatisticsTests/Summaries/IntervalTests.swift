import Statistics
import Testing

@Suite struct IntervalTests {
  @Test func endsBelongToIt() {
    let interval = Interval(low: -1, high: 2.5)
    #expect(interval.contains(-1) && interval.contains(2.5) && interval.contains(0))
    #expect(!interval.contains(-1.001) && !interval.contains(2.501) && !interval.contains(.nan))
    #expect(interval.width == 3.5 && interval.halfWidth == 1.75)
    #expect(Interval(center: 3, halfWidth: 2) == Interval(low: 1, high: 5))
  }
}
