@testable import Analyses
import Statistics
import Testing

@testable import Experiments

/// Effects by segment and day, against the same estimators on the segment's or days' units alone.
@Suite struct GroupEffectsTests {
  private func result(
    _ table: UnitTable, _ metrics: String..., covariates: [String] = []
  ) async throws -> AnalysisResult {
    var plan = AnalysisPlan(arm: "arm", metrics: try metrics.map { try MetricSpecification($0) })
    plan.covariates = covariates
    plan.cluster = table.groups[.cluster].map { _ in "cluster" }
    plan.segment = "segment"
    plan.day = "day"
    return try await Analysis(plan).run(table)
  }

  /// θ of all units, pooled within arms, computed from sums.
  private func slope(_ table: UnitTable) -> Double {
    var (products, squares) = (0.0, 0.0)
    for rows in table.arm.rows {
      let (x, y) = (
        Moments(rows.map { table.values[$0, 2] }), Moments(rows.map { table.values[$0, 0] })
      )
      for row in rows {
        products += (table.values[row, 2] - x.mean) * (table.values[row, 0] - y.mean)
        squares += (table.values[row, 2] - x.mean) * (table.values[row, 2] - x.mean)
      }
    }
    return products / squares
  }

  @Test func covariatesAdjustSegmentsAndDays() async throws {
    let table = groupedUnits(900, clusters: 9, arms: 3).dropping(.cluster)
    let theta = slope(table)
    let adjusted = table.adding("z") { table.values[$0, 0] - theta * table.values[$0, 2] }
    let own = try await result(table, "y", covariates: ["x"])
    let reference = try await result(adjusted, "z")
    #expect(own.segments.count == 6 && own.days.count == 8)
    for (one, other) in zip(own.segments, reference.segments) {
      #expect(one.method == "CUPED" && other.method == "Welch")
      let (effect, expected) = (try #require(one.effect), try #require(other.effect))
      #expect(agrees(effect.estimate, expected.estimate, relative: 1e-10))
      #expect(agrees(effect.standardError, expected.standardError, relative: 1e-11))
      #expect(agrees(effect.degreesOfFreedom, expected.degreesOfFreedom, relative: 1e-10))
    }
    for (one, other) in zip(own.days, reference.days) {
      #expect(one.method == "CUPED")
      #expect(agrees(one.effect.estimate, other.effect.estimate, relative: 1e-10))
      #expect(agrees(one.effect.standardError, other.effect.standardError, relative: 1e-11))
    }
    for (one, other) in zip(own.novelty, reference.novelty) {
      #expect(
        agrees(
          try #require(one.slope).standardError, try #require(other.slope).standardError,
          relative: 1e-10))
    }
    for (one, other) in zip(own.segmentTests, reference.segmentTests) {
      #expect(one.method == "Cochran's Q by Welch's F")
      #expect(agrees(try #require(one.pValue), try #require(other.pValue), relative: 1e-9))
      #expect(
        agrees(
          try #require(one.interaction).pValue, try #require(other.interaction).pValue,
          relative: 1e-9))
    }
    let plain = try await result(table, "y")
    for (one, other) in zip(own.segments, plain.segments) {
      #expect(
        try #require(one.effect).standardError < 0.75 * (try #require(other.effect).standardError))
    }
  }

  /// Fifty clusters and more take CR1, fewer the jackknife.
  @Test(arguments: [12, 70]) func clustersCountInSegmentsAndDays(clusters: Int) async throws {
    let table = groupedUnits(1_200, clusters: clusters, arms: 3)
    let found = try await result(table, "y", "y/d")
    let variance: RobustVariance = clusters < 50 ? .cr3 : .cr1
    let adjustment = Adjustment(metrics: [0, 1])
    for (metric, outcome) in [("y", Outcome.mean(of: 0)), ("y/d", .ratio(of: 0, per: 1))] {
      for (code, segment) in ["p", "q", "r"].enumerated() {
        let part = table.without { Int(table.groups[.segment]?.codes[$0] ?? 0) != code }
        let means = try JointMeans(try AdjustedMeans(part, adjustment), outcome)
        for (place, arm) in ["B", "C"].enumerated() {
          let own = try #require(
            found.segments.first { $0.metric == metric && $0.arm == arm && $0.segment == segment })
          #expect(own.method == "difference of means, \(variance.rawValue)")
          try same(own.effect, try means.effect(place + 1))
        }
      }
      for day in 0..<4 {
        let part = table.without { Int(table.groups[.day]?.codes[$0] ?? 0) > day }
        let means = try JointMeans(try AdjustedMeans(part, adjustment), outcome)
        let own = try #require(
          found.days.first { $0.metric == metric && $0.arm == "C" && $0.day == "\(day + 1)" })
        try same(own.effect, try means.effect(2))
      }
    }
    #expect(found.segmentTests.allSatisfy { $0.method == "Wald's F by cluster" })
  }

  /// y − θx is a column like any other.
  @Test(arguments: [12, 70]) func clustersAndCovariates(clusters: Int) async throws {
    let table = groupedUnits(800, clusters: clusters)
    let theta = slope(table)
    let adjusted = table.adding("z") { table.values[$0, 0] - theta * table.values[$0, 2] }
    let own = try await result(table, "y", covariates: ["x"])
    let reference = try await result(adjusted, "z")
    for (one, other) in zip(own.segments, reference.segments) {
      #expect(one.method == (clusters < 50 ? "CUPED, CR3" : "CUPED, CR1"))
      try same(one.effect, try #require(other.effect))
    }
    for (one, other) in zip(own.days, reference.days) { try same(one.effect, other.effect) }
    for (one, other) in zip(own.segmentTests, reference.segmentTests) {
      #expect(agrees(try #require(one.pValue), try #require(other.pValue), relative: 1e-8))
    }
  }

  private func same(_ own: Effect?, _ other: Effect) throws {
    let own = try #require(own)
    #expect(agrees(own.estimate, other.estimate, relative: 1e-10))
    #expect(agrees(own.standardError, other.standardError, relative: 1e-10))
    #expect(own.degreesOfFreedom == other.degreesOfFreedom)
  }

  /// A cluster with missing covariates in it is filled as the moments are.
  @Test func missingCovariatesAreFilled() async throws {
    let table = groupedUnits(600, clusters: 60)
    let gaps = UnitTable(
      columns: table.columns,
      values: Matrix(
        (0..<table.units).map { row in
          [table.values[row, 0], table.values[row, 1], row % 5 == 0 ? .nan : table.values[row, 2]]
        }), arm: table.arm, groups: table.groups)
    let clustered = try await result(gaps, "y", covariates: ["x"])
    let alone = try await result(gaps.dropping(.cluster), "y", covariates: ["x"])
    for (one, other) in zip(clustered.segments, alone.segments) {
      #expect(
        agrees(
          try #require(one.effect).estimate, try #require(other.effect).estimate, relative: 1e-12))
      // Units of a cluster are alike by a half here, so that errors differ, but not by much.
      let ratio =
        try #require(one.effect).standardError / (try #require(other.effect).standardError)
      #expect(ratio > 0.7 && ratio < 1.4)
    }
  }

  /// Where every unit is its own cluster, days are independent and the line's error the usual one.
  @Test func theSlopeOfDaysAllowsForClusters() async throws {
    let table = groupedUnits(400, clusters: 5)
    let single = UnitTable(
      columns: table.columns, values: table.values, arm: table.arm,
      groups: [
        .cluster: Labels(
          names: (0..<400).map { "\($0)" }, codes: (0..<400).map { Int32($0) }),
        .day: table.groups[.day] ?? table.arm,
      ])
    let metric = try MetricSpecification("y")
    var plan = AnalysisPlan(arm: "arm", metrics: [metric])
    plan.cluster = "cluster"
    let moments = try #require(try await MetricMoments.all(single, plan, threads: 1)[0])
    let effects = try GroupEffects(metric, moments, single).effects(by: .day)
      .map { try $0[0].get() }
    let slope = try NoveltySlope(
      days: [0, 1, 2, 3], effects: effects.map(\.effect), influences: effects.map(\.influence)
    ).slope
    let independent = try NoveltySlope(days: [0, 1, 2, 3], effects: effects.map(\.effect)).slope
    #expect(slope.estimate == independent.estimate)
    #expect(agrees(slope.standardError, independent.standardError, relative: 1e-12))
    #expect(slope.degreesOfFreedom == 399)
  }

  @Test func anArmInOneClusterOfASegmentIsSaid() async throws {
    let table = UnitTable(
      columns: ["y"], values: Matrix((0..<24).map { [Double(($0 * 7) % 11)] }),
      arm: Labels(names: ["A", "B"], codes: (0..<24).map { Int32($0 % 2) }),
      groups: [
        .cluster: Labels(
          names: ["u", "v", "w", "z"],
          codes: (0..<24).map { $0 < 12 ? Int32($0 % 4) : Int32($0 % 2) }),
        .segment: Labels(names: ["p", "q"], codes: (0..<24).map { $0 < 12 ? 0 : 1 }),
      ])
    var plan = AnalysisPlan(arm: "arm", metrics: [try MetricSpecification("y")])
    (plan.cluster, plan.segment) = ("cluster", "segment")
    let segments = try await Analysis(plan).run(table).segments
    #expect(segments[0].effect != nil)
    #expect(
      segments[1].reason == "all units of arm A in it are in one cluster, so that nothing shows how"
        + " much clusters of that arm differ")
    #expect(segments[1].units == 12)
  }
}

@Suite struct ClusteredHomogeneityTests {
  /// Two effects: the square of t with G − 1 degrees of freedom.
  @Test func twoEffectsAreATTest() throws {
    let first = [0.3, -0.2, 0.1, -0.4, 0.2]
    let second = [0.1, 0.1, -0.3, 0.2, -0.1]
    let test = try ClusteredHomogeneity([1, 2], influences: [first, second])
    let squared = zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let effect = Effect(estimate: 1, standardError: squared.squareRoot(), degreesOfFreedom: 4)
    #expect(agrees(test.pValue, effect.pValue(), relative: 1e-12))
  }

  /// Means of fifteen clusters' normal vectors: Hotelling's law is exact, and 500 p-values uniform.
  ///
  /// Seeds are fixed; a right test fails for one seed in a thousand.
  @Test func pValuesAreUniformWhereEffectsAreAlike() throws {
    let clusters = 15
    var values: [Double] = []
    for replication in 0..<500 {
      var stream = Draws(seed: 3, replication: replication).stream(
        Individual(family: 0, index: 0), Purpose("homogeneity"))
      let rows = (0..<clusters).map { _ in
        let shared = stream.normal()
        return (0..<4).map { Double($0 + 1) * stream.normal() + shared }
      }
      let columns = (0..<4).map { column in rows.map { $0[column] } }
      let means = columns.map { Moments($0).mean }
      let scale = 1 / Double(clusters * (clusters - 1)).squareRoot()
      values.append(
        try ClusteredHomogeneity(
          means,
          influences: zip(columns, means).map { own, mean in own.map { scale * ($0 - mean) } }
        ).pValue)
    }
    let sorted = values.sorted()
    let distance =
      sorted.enumerated().map { place, value in
        max(Double(place + 1) / 500 - value, value - Double(place) / 500)
      }.max() ?? 1
    // Kolmogorov's 0.999 quantile.
    #expect(distance < 1.95 / 500.0.squareRoot())
  }

  @Test func tooFewClustersAreRefused() {
    #expect(throws: NotEstimable.self) {
      try ClusteredHomogeneity([1, 2, 3], influences: [[1, 0], [0, 1], [1, 1]])
    }
    #expect(throws: NotEstimable.self) { try ClusteredHomogeneity([1], influences: [[1, 2]]) }
  }
}
