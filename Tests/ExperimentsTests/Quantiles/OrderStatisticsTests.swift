import RealModule
import Statistics
import Testing

@testable import Experiments

/// Quantiles of values that repeat.
struct OrderStatisticsTests {
  private static func statistics(
    _ arm: [Double], against control: [Double], level: Double
  ) throws -> OrderStatistics {
    OrderStatistics(
      try #require(SortedSample(arm)), against: try #require(SortedSample(control)), level: level)
  }

  /// Of ten values the second smallest lies above the median with chance 11/1024, the third with 56/1024.
  @Test func ranksAreThoseOfTheBinomialLaw() throws {
    let values = (1...10).map(Double.init)
    let both = try Self.statistics(values, against: values, level: 0.5)
    // A quarter of 4.4 % is 11/1000: the second and the ninth, so that the difference lies within 7.
    let interval = both.interval(confidence: 1 - 4 * 11.5 / 1_024)
    #expect(interval == Interval(low: 2 - 9, high: 9 - 2))
    #expect(both.pValue == 1)
    #expect(both.interval(confidence: 1 - 4 * 0.5 / 1_024).low == -.infinity)
  }

  /// The p-value is where the interval begins to leave out 0.
  @Test func pValuesAgreeWithIntervals() throws {
    let control = (0..<60).map { Double($0 % 5) }
    let arm = (0..<60).map { Double($0 % 5 + ($0 % 2)) }
    let test = try Self.statistics(arm, against: control, level: 0.5)
    for confidence in [0.5, 0.8, 0.9, 0.95, 0.99, 0.999] {
      #expect(
        test.interval(confidence: confidence).contains(0) == (test.pValue > 1 - confidence))
    }
  }

  @Test func stepsAreSeenWhereValuesRepeat() throws {
    var stream = Draws(seed: 3, replication: 0).stream(
      Individual(family: 0, index: 0), Purpose("steps"))
    let smooth = (0..<400).map { _ in stream.normal() }
    #expect(!(try Self.statistics(smooth, against: smooth, level: 0.9)).isInSteps)
    let cents = smooth.map { (100 * $0).rounded() / 100 }
    #expect(!(try Self.statistics(cents, against: cents, level: 0.5)).isInSteps)
    let ratings = smooth.map { max(1, min(5, (3 + $0).rounded())) }
    #expect(try Self.statistics(ratings, against: ratings, level: 0.5).isInSteps)
  }

  /// A median of five ratings was off in 12 of 100 A/A experiments: five units are too few for a rank beyond it.
  @Test func ratingsOfFivePeopleAreSteps() throws {
    let few = try Self.statistics([1, 3, 3, 4, 5], against: [1, 2, 3, 4, 5], level: 0.5)
    #expect(few.isInSteps)
    #expect(few.interval(confidence: 0.95).width == .infinity)
    let different = try Self.statistics([1, 2.5, 3, 4, 5], against: [1, 2, 3, 4, 5], level: 0.5)
    #expect(!different.isInSteps)
  }
}
