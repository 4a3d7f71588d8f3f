import Testing

@testable import Statistics

/// The θ with a·θ² − 2b·θ + c ≤ 0, on quadratics whose roots are plain.
@Suite struct FiellerSetTests {
  @Test func theSignOfTheQuadraticDecides() {
    // (θ − 1)(θ − 3) = θ² − 4θ + 3.
    #expect(
      FiellerSet(quadratic: 1, halfLinear: 2, constant: 3) == .bounded(Interval(low: 1, high: 3)))
    #expect(
      FiellerSet(quadratic: -1, halfLinear: -2, constant: -3)
        == .outside(Interval(low: 1, high: 3)))
    #expect(FiellerSet(quadratic: -1, halfLinear: 0, constant: -1) == .everything)
  }

  @Test func aVanishingSquareLeavesAHalfLine() {
    #expect(FiellerSet(quadratic: 0, halfLinear: 2, constant: 4) == .atLeast(1))
    #expect(FiellerSet(quadratic: 0, halfLinear: -2, constant: 4) == .atMost(-1))
    #expect(FiellerSet(quadratic: 0, halfLinear: 0, constant: -1) == .everything)
  }

  @Test func symmetricRootsAndDoubleRoots() {
    #expect(
      FiellerSet(quadratic: 1, halfLinear: 0, constant: -4) == .bounded(Interval(low: -2, high: 2)))
    #expect(
      FiellerSet(quadratic: 1, halfLinear: 0, constant: 0) == .bounded(Interval(low: 0, high: 0)))
  }
}
