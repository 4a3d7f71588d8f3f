import Testing

@testable import Charts

struct ScaleTests {
  @Test func ticksAreRoundAndWithin() {
    for (low, high) in [(0.0, 1.0), (-4_321, 98_765), (3.2, 3.9), (-0.002, 0.001), (1e9, 7e9)] {
      let scale = Scale([low, high], from: 0, to: 100)
      let ticks = scale.ticks(about: 5)
      #expect((2...11).contains(ticks.count))
      #expect(ticks.allSatisfy { $0 >= low && $0 <= high })
      let step = ticks[1] - ticks[0]
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { abs($1 - $0 - step) < 1e-9 * abs(step) })
    }
    #expect(Scale([-10, 20], from: 0, to: 1).ticks(about: 3) == [-10, 0, 10, 20])
  }

  /// Figures as large and as small as doubles hold have a place, and trap nothing.
  @Test func extremesHaveAPlace() {
    let all: [[Double]] = [
      [-1.7e308, 1.7e308], [1.7e308, 1.6999999999e308],
      [.leastNonzeroMagnitude, 2 * .leastNonzeroMagnitude], [0, .leastNonzeroMagnitude],
      [1e300, 1e300],
      [1e15, 1e15 + 1], [-1e-300, 1e-300], [0, 0],
    ]
    for values in all {
      let scale = Scale(values, from: 0, to: 100)
      for value in values { #expect((-0.001...100.001).contains(scale(value)), "\(values)") }
      for tick in scale.ticks(about: 5) {
        #expect(tick.isFinite && (-1...101).contains(scale(tick)))
      }
    }
  }

  @Test func endsAreEnds() {
    let scale = Scale([2, 4], from: 10, to: 30)
    #expect(scale(2) == 10 && scale(4) == 30 && scale(3) == 20)
    // One value, or none that is a number, still has a place.
    #expect(Scale([5], from: 0, to: 10)(5) == 5)
    #expect(Scale([.nan, .infinity], from: 0, to: 10)(0.5) == 5)
  }

  @Test(arguments: [
    (0, "0"), (1, "+1"), (-1.5, "−1.5"), (999, "+999"), (1_234, "+1,234"), (9_994, "+9,994"),
    (25_000, "+25k"), (-123_456, "−123k"), (1_500_000, "+1.5M"), (2e9, "+2B"), (0.25, "+0.25"),
    (999_600, "+1M"), (0.0004, "+4e-4"),
    (1e13, "+1e13"), (-1.25e300, "−1.3e300"), (.infinity, "–"),
    (.leastNonzeroMagnitude, "+4.9e-324"),
  ])
  func figuresAreShort(value: Double, text: String) {
    #expect(Short.number(value, isSigned: true) == text)
  }
}
