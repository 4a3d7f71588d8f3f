import Statistics
import Testing

@testable import Experiments

@Suite(.enabled(if: Golden.isExpected, "needs shared/golden"))
struct GoldenQuantileTests {
  /// numpy's quantiles, put through gbstats' test of quantiles.
  @Test(arguments: [
    ("latency", "p0.5", 0.5), ("latency", "p0.9", 0.9), ("latency", "p0.99", 0.99),
    ("revenue", "p0.95", 0.95),
  ])
  func quantilesAgree(metric: String, key: String, level: Double) throws {
    let value = try Golden.json("lab3arm")["quantile"]["\(metric).\(key)"]["value"]
    let table = try GoldenColumns("lab3arm").table([metric], arm: "arm")
    for (arm, name) in ["B", "C"].enumerated() {
      let quantiles = try QuantileDifference(table, column: 0, level: level, arm: arm + 1)
      for (own, key) in [(quantiles.treatment, name), (quantiles.control, "A")] {
        let golden = try value[key]
        #expect(Double(own.units) == (try golden["n"].number))
        #expect(own.value == (try golden["q"].number))
        #expect(own.interval.low == (try golden["lo"].number))
        #expect(own.interval.high == (try golden["hi"].number))
      }
      let golden = try value["\(name)_vs_A"]
      for (effect, scale) in [
        (try quantiles.difference(), "abs"), (try quantiles.lift(), "rel"),
      ] {
        let reference = try golden[scale]
        #expect(agrees(effect.estimate, try reference["expected"].number, relative: 1e-10))
        #expect(
          agrees(effect.standardError, try reference["uplift"]["stddev"].number, relative: 1e-10))
        #expect(agrees(effect.pValue(), try reference["pValue"].number, relative: 1e-8))
        let interval = effect.interval()
        #expect(agrees(interval.low, try reference["ci"][0].number, relative: 1e-9))
        #expect(agrees(interval.high, try reference["ci"][1].number, relative: 1e-9))
      }
    }
  }
}

@Suite struct QuantileTests {
  @Test func theInverseDistributionIsAnObservedValue() throws {
    let sample = try #require(SortedSample([3, 1, 2, 5, 4]))
    #expect(sample.inverseDistribution(0.2) == 1)
    #expect(sample.inverseDistribution(0.21) == 2)
    #expect(sample.inverseDistribution(0.6) == 3)
    #expect(sample.inverseDistribution(1) == 5)
    // 10 · 0.7 is 7 and not the next number above, in which it would end by plain multiplication of 0.1s.
    let tens = try #require(SortedSample((1...10).map(Double.init)))
    #expect(tens.inverseDistribution(0.1 + 0.2 + 0.4) == 7)
  }

  /// 40 copies of each of 50 values are 50 observations.
  @Test func copiesAreNoNewUnits() throws {
    let values = (0..<2000).map { Double($0 / 40) }
    let clusters = Labels(
      names: (0..<50).map { "\($0)" }, codes: (0..<2000).map { Int32($0 / 40) })
    let clustered = try ArmQuantile(values, level: 0.5, clusters: clusters)
    let single = try ArmQuantile((0..<50).map(Double.init), level: 0.5)
    #expect(clustered.value == single.value)
    #expect(clustered.interval == single.interval)
    #expect(clustered.degreesOfFreedom == 49)
  }

  @Test func quantilesBeyondTheDataAreRefused() {
    #expect(throws: NotEstimable.self) {
      _ = try ArmQuantile((0..<100).map(Double.init), level: 0.99)
    }
    #expect(throws: NotEstimable.self) { _ = try ArmQuantile([], level: 0.5) }
    #expect(throws: NotEstimable.self) { _ = try ArmQuantile([1, .nan, 2], level: 0.5) }
  }

  @Test func equalValuesHaveNoError() throws {
    let same = try ArmQuantile([Double](repeating: 3, count: 100), level: 0.5)
    #expect(throws: NotEstimable.self) {
      _ = try QuantileDifference(same, against: same).difference()
    }
  }
}
