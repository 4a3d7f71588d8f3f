import Statistics
import Testing

@Suite struct MomentsTests {
  private let values = [3.1, -2.0, 7.7, 0.4, 5.5, 5.5, -1.25, 9.0]

  /// numpy 2.4.6: mean(), ((x - x.mean()) ** 2).sum(), var(ddof=1); scipy 1.17.1: stats.sem(x),
  /// stats.t.interval(.95, 7, mean, sem).
  @Test func agreesWithNumpyAndScipy() throws {
    let moments = Moments(values)
    #expect(moments.count == 8 && relativeError(moments.mean, 3.49375) < 1e-15)
    #expect(relativeError(moments.sumOfSquaredDeviations, 118.47218750000002) < 1e-14)
    #expect(relativeError(try #require(moments.variance), 16.924598214285716) < 1e-14)
    #expect(relativeError(try #require(moments.standardError), 1.454501556130386) < 1e-14)
    let interval = try #require(moments.interval(confidence: 0.95))
    // The low end lies near 0, where the difference keeps 14 digits less two.
    #expect(relativeError(interval.low, 0.05440034639464608) < 1e-12)
    #expect(relativeError(interval.high, 6.933099653605353) < 1e-14)
  }

  @Test func mergingIsAsIfAllHadBeenAdded() {
    let whole = Moments(values)
    for cut in 0...values.count {
      let merged = Moments(values[..<cut]) + Moments(values[cut...])
      #expect(merged.count == whole.count)
      #expect(relativeError(merged.mean, whole.mean) < 1e-15)
      #expect(relativeError(merged.sumOfSquaredDeviations, whole.sumOfSquaredDeviations) < 1e-14)
    }
  }

  /// Where the sum of squares would lose every digit: deviations of 1 around 1e9.
  @Test func aLargeMeanCostsNoDigits() throws {
    var moments = Moments()
    for index in 0..<10_000 { moments.add(1e9 + (index.isMultiple(of: 2) ? 1 : -1)) }
    #expect(relativeError(moments.sumOfSquaredDeviations, 10_000) < 1e-9)
    let halves = Moments([1e9 + 1, 1e9 - 1]) + Moments([1e9 + 1, 1e9 - 1])
    #expect(halves.sumOfSquaredDeviations == 4)
  }

  @Test func tooFewValuesHaveNoVariance() {
    #expect(Moments().variance == nil && Moments().standardError == nil)
    let one = Moments([4])
    #expect(one.mean == 4 && one.variance == nil && one.interval(confidence: 0.9) == nil)
    #expect(Moments() + one == one && one + Moments() == one)
  }
}
