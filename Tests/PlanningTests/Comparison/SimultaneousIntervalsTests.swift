import Statistics
import Testing

@testable import Planning

@Suite struct SimultaneousIntervalsTests {
  /// Two columns whose sample correlation is the one asked for, to rounding.
  private func columns(_ correlation: Double, count: Int = 2_000) -> [[Double]] {
    let draws = Draws(seed: 5, replication: 0)
    var stream = draws.stream(Individual(family: 1, index: 1), Purpose("test"))
    func standard(_ values: [Double]) -> [Double] {
      let moments = Moments(values)
      return values.map { ($0 - moments.mean) / moments.sumOfSquaredDeviations.squareRoot() }
    }
    let first = standard((0..<count).map { _ in stream.normal() })
    let other = (0..<count).map { _ in stream.normal() }
    let slope = zip(first, other).reduce(0) { $0 + $1.0 * $1.1 }
    let rest = standard(zip(first, other).map { $1 - slope * $0 })
    let share = (1 - correlation * correlation).squareRoot()
    return [first, zip(first, rest).map { correlation * $0 + share * $1 }]
  }

  private func critical(_ columns: [[Double]]) throws -> Double {
    try #require(SimultaneousIntervals(columns, level: 0.95)).critical
  }

  /// Two independent differences: Šidák's value, the normal quantile of 1 − (1 − √0.95)/2 = 2.2365, and
  /// t's a little more: 0.005 covers 1,999 degrees of freedom.
  @Test func independentDifferences() throws {
    #expect(abs(try critical(columns(0)) - 2.2365) < 0.005)
  }

  /// Differences that move as one need no more than a single interval: t's quantile with as many degrees
  /// of freedom.
  @Test(arguments: [30, 2_000]) func differencesThatMoveAsOne(count: Int) throws {
    let single = try StudentT(degreesOfFreedom: Double(count - 1)).quantile(upperTail: 0.025)
    #expect(abs(try critical(columns(1, count: count)) - single) < 1e-4)
  }

  /// Correlation 0.5, as of two plans against one baseline: Dunnett's two-sided value for two
  /// comparisons and infinite degrees of freedom is 2.21 (Dunnett 1964, table II).
  @Test func differencesWithOneBaseline() throws {
    #expect(abs(try critical(columns(0.5)) - 2.21) < 0.008)
  }

  /// More plans than replications: their correlation has not full rank.
  @Test func moreDifferencesThanReplications() throws {
    let few = columns(0.3, count: 3) + columns(0.8, count: 3) + columns(-0.2, count: 3)
    let single = try StudentT(degreesOfFreedom: 2).quantile(upperTail: 0.025)
    let critical = try critical(few)
    #expect(critical > single && critical < 6 * single)
  }

  @Test func aPlanThatNeverDiffersIsLeftOut() throws {
    let some = columns(0)
    let never = Array(repeating: 0.0, count: some[0].count)
    let together = try #require(SimultaneousIntervals([some[0], never], level: 0.95))
    #expect(abs(together.critical - 1.9611) < 1e-3)
    #expect(SimultaneousIntervals([never], level: 0.95) == nil)
    #expect(together.interval(of: never) == Interval(low: 0, high: 0))
  }
}
