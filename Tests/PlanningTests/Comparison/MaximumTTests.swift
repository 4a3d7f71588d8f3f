import Statistics
import Testing

@testable import Planning

@Suite struct MaximumTTests {
  private func columns(_ correlation: Double, count: Int = 20_000) -> [[Double]] {
    let draws = Draws(seed: 5, replication: 0)
    var stream = draws.stream(Individual(family: 1, index: 1), Purpose("test"))
    var first: [Double] = []
    var second: [Double] = []
    for _ in 0..<count {
      let (a, b) = (stream.normal(), stream.normal())
      first.append(a)
      second.append(correlation * a + (1 - correlation * correlation).squareRoot() * b)
    }
    return [first, second]
  }

  /// Two independent differences: Šidák's value, the normal quantile of 1 − (1 − √0.95)/2 = 2.2365.
  ///
  /// The tolerance is four times the error of a quantile of 100,000 draws, 0.005.
  @Test func independentDifferences() throws {
    let together = try #require(MaximumT(columns(0), level: 0.95))
    #expect(abs(together.critical - 2.2365) < 0.02)
  }

  /// Differences that move as one need no more than a single interval: 1.96.
  @Test func differencesThatMoveAsOne() throws {
    let together = try #require(MaximumT(columns(1), level: 0.95))
    #expect(abs(together.critical - 1.96) < 0.02)
  }

  /// Correlation 0.5, as of two plans against one baseline: Dunnett's two-sided value for two
  /// comparisons and infinite degrees of freedom is 2.21 (Dunnett 1964, table II).
  @Test func differencesWithOneBaseline() throws {
    let together = try #require(MaximumT(columns(0.5), level: 0.95))
    #expect(abs(together.critical - 2.21) < 0.025)
  }

  @Test func aPlanThatNeverDiffersIsLeftOut() throws {
    let some = columns(0)
    let never = Array(repeating: 0.0, count: some[0].count)
    let together = try #require(MaximumT([some[0], never], level: 0.95))
    #expect(abs(together.critical - 1.96) < 0.02)
    #expect(MaximumT([never], level: 0.95) == nil)
    #expect(together.interval(of: never) == Interval(low: 0, high: 0))
  }
}
