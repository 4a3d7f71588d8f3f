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

  @Test func shiftedSetKeepsItsKind() {
    let interval = Interval(low: 1, high: 3)
    let moved = Interval(low: 0.5, high: 2.5)
    #expect(FiellerSet.bounded(interval).shifted(by: -0.5) == .bounded(moved))
    #expect(FiellerSet.outside(interval).shifted(by: -0.5) == .outside(moved))
    #expect(FiellerSet.atLeast(1).shifted(by: 2) == .atLeast(3))
    #expect(FiellerSet.atMost(1).shifted(by: 2) == .atMost(3))
    #expect(FiellerSet.everything.shifted(by: 2) == .everything)
  }
}
