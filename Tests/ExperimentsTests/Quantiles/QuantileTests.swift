import RealModule
import Statistics
import Testing

@testable import Analyses
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

@Suite struct SharedClusterQuantileTests {
  /// Two arms of every cluster; the cluster moves all its units, whatever the arm.
  private func experiment(_ replication: Int, clusters: Int = 60, units: Int = 12) -> UnitTable {
    var stream = Draws(seed: 5, replication: replication).stream(
      Individual(family: 0, index: 0), Purpose("quantiles"))
    var values: [[Double]] = []
    for _ in 0..<clusters {
      let shared = stream.normal()
      for unit in 0..<units {
        let own = shared + stream.normal()
        // Latencies: skewed, and 0.5 longer in B.
        values.append([.exp(0.4 * own) + (unit % 2 == 1 ? 0.5 : 0)])
      }
    }
    return UnitTable(
      columns: ["y"], values: Matrix(values),
      arm: Labels(names: ["A", "B"], codes: values.indices.map { Int32($0 % 2) }),
      groups: [
        .cluster: Labels(
          names: (0..<clusters).map { "\($0)" }, codes: values.indices.map { Int32($0 / units) })
      ])
  }

  /// 300 experiments with fixed seeds.
  ///
  /// Of the 95 % intervals 95 % should hold 0.5: between 91.5 and 98.3 %
  /// but for one seed in a hundred and more (binomial, ±2.6 standard deviations). Taking the arms for
  /// independent would hold it nearly always, the shared clusters' movement being counted twice.
  @Test(arguments: [0.5, 0.9]) func intervalsHoldTheDifference(level: Double) throws {
    var (held, heldApart) = (0, 0)
    for replication in 0..<300 {
      let quantiles = try QuantileDifference(
        experiment(replication), column: 0, level: level, arm: 1)
      let interval = try quantiles.difference().interval()
      if interval.low <= 0.5, interval.high >= 0.5 { held += 1 }
      let apart = try QuantileDifference(quantiles.treatment, against: quantiles.control)
        .difference().interval()
      if apart.low <= 0.5, apart.high >= 0.5 { heldApart += 1 }
    }
    let share = Double(held) / 300
    #expect(share > 0.915 && share < 0.983, "\(share)")
    #expect(heldApart > held)
  }

  /// Clusters of one unit in each arm that move alike: the difference is that of pairs.
  @Test func correlationIsThatOfTheIndicators() throws {
    // Pairs below or above both medians in 3 of 4 cases: correlation 0.5.
    let values: [[Double]] = (0..<400).flatMap { pair -> [[Double]] in
      let (low, high) = (Double(pair) / 1_000, 10 + Double(pair) / 1_000)
      switch pair % 8 {
      case 0, 1, 2: return [[low], [low]]
      case 3, 4, 5: return [[high], [high]]
      case 6: return [[low], [high]]
      default: return [[high], [low]]
      }
    }
    let table = UnitTable(
      columns: ["y"], values: Matrix(values),
      arm: Labels(names: ["A", "B"], codes: (0..<800).map { Int32($0 % 2) }),
      groups: [
        .cluster: Labels(
          names: (0..<400).map { "\($0)" }, codes: (0..<800).map { Int32($0 / 2) })
      ])
    let joint = JointQuantiles(table, column: 0, level: 0.5)
    #expect(joint.share(0, 1))
    #expect(agrees(joint.correlation(0, 1), 0.5, relative: 1e-12))
    let effect = try joint.difference(1).difference()
    let (a, b) = (try joint.arms[0].get().standardError, try joint.arms[1].get().standardError)
    #expect(agrees(effect.standardError, (a * a + b * b - a * b).squareRoot(), relative: 1e-12))
    #expect(effect.degreesOfFreedom == 399)
    let covariance = try joint.covariance(of: [0, 1]).differencesFromFirst
    #expect(
      agrees(covariance[0, 0], effect.standardError * effect.standardError, relative: 1e-12))
  }

  /// Clusters in one arm each: arms are independent, as ever.
  @Test func clustersOfOneArmLeaveArmsIndependent() throws {
    let table = experiment(0)
    let apart = UnitTable(
      columns: table.columns, values: table.values,
      arm: Labels(
        names: ["A", "B"], codes: (table.groups[.cluster]?.codes ?? []).map { $0 % 2 }),
      groups: table.groups)
    let quantiles = try QuantileDifference(apart, column: 0, level: 0.5, arm: 1)
    let independent = QuantileDifference(quantiles.treatment, against: quantiles.control)
    #expect(try quantiles.difference() == independent.difference())
  }
}
