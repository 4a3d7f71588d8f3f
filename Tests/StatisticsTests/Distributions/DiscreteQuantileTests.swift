import Testing

@testable import Statistics

@Suite struct DiscreteQuantileTests {
  @Test func findsTheFirstFromAnyGuess() {
    for first in [0, 1, 7, 99, 100] {
      for guess in [-5, 0, 6, 7, 8, 50, 100, 1000] {
        #expect(firstHolding(near: guess, in: 0...100) { $0 >= first } == first)
      }
    }
    #expect(firstHolding(near: 3, in: 0...(1 << 60)) { $0 >= 1 << 50 } == 1 << 50)
  }

  @Test func looksAtFewCountsFarFromTheGuess() {
    var looks = 0
    _ = firstHolding(near: 0, in: 0...(1 << 60)) {
      looks += 1
      return $0 >= 1_000_000
    }
    // 20 doublings and as many halvings.
    #expect(looks <= 42)
  }
}
