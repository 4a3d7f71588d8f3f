import Statistics
import Testing

@testable import Experiments

@Suite struct AdjustedMeansTests {
  /// Without covariates HC2 is s₁²/n₁ + s₀²/n₀, and its degrees of freedom are Welch's.
  @Test func withoutCovariatesItIsWelch() throws {
    let table = simulatedUnits(300)
    let means = try AdjustedMeans(table, Adjustment(metrics: [0], variances: [.hc2]))
    let arms = (0..<3).map { arm in
      Moments((0..<300).filter { table.arm.codes[$0] == arm }.map { table.values[$0, 0] })
    }
    let effect = try means.effect(arm: 2, metric: 0)
    let (a, b) = (try #require(arms[0].standardError), try #require(arms[2].standardError))
    let (v, w) = (a * a, b * b)
    #expect(agrees(effect.estimate, arms[2].mean - arms[0].mean, relative: 1e-12))
    #expect(agrees(effect.standardError, (v + w).squareRoot(), relative: 1e-12))
    let freedom =
      (v + w) * (v + w)
      / (v * v / Double(arms[0].count - 1) + w * w / Double(arms[2].count - 1))
    #expect(agrees(effect.degreesOfFreedom, freedom, relative: 1e-12))
  }

  /// Ψ of the population's effect written out unit by unit from its definition.
  @Test func theInfluenceOnThePopulationIsWhatItIsDefinedAs() throws {
    let table = simulatedUnits(200)
    let adjustment = Adjustment(
      metrics: [0], covariates: [1, 2, 3], estimand: .population, variances: [.hc0, .cr0])
    let means = try AdjustedMeans(table, adjustment)
    let overall = (1...3).map { column in
      Moments((0..<200).map { table.values[$0, column] }).mean
    }
    var influence = Matrix(rows: 200, columns: 3)
    for arm in 0..<3 {
      let rows = (0..<200).filter { table.arm.codes[$0] == arm }
      let fit = try LeastSquares(
        design: Matrix(
          rows.map { row in [1] + (0..<3).map { table.values[row, $0 + 1] - overall[$0] } }),
        outcomes: Matrix(rows.map { [table.values[$0, 0]] }))
      #expect(agrees(means.means[arm, 0], fit.coefficients[0, 0], relative: 1e-12))
      for (place, row) in rows.enumerated() {
        for j in 0..<4 {
          influence[row, arm] +=
            fit.inverseCrossProduct[0, j] * fit.design[place, j] * fit.residuals[place, 0]
        }
      }
      for row in 0..<200 {
        for j in 0..<3 {
          influence[row, arm] +=
            fit.coefficients[j + 1, 0] * (table.values[row, j + 1] - overall[j]) / 200
        }
      }
    }
    var sums = Matrix(rows: 12, columns: 3)
    for row in 0..<200 { for arm in 0..<3 { sums[row % 12, arm] += influence[row, arm] } }
    for (variance, expected) in [(RobustVariance.hc0, influence.gram), (.cr0, sums.gram)] {
      let found = try means.covariance(variance)
      for (value, reference) in zip(found.elements, expected.elements) {
        #expect(agrees(value, reference, relative: 1e-10))
      }
    }
  }

  /// Every cluster really left out, and everything estimated again.
  @Test(arguments: [Slopes.perArm, .common])
  func theJackknifeLeavesClustersOut(slopes: Slopes) throws {
    let table = simulatedUnits(240, clusters: 8)
    let adjustment = Adjustment(
      metrics: [0], covariates: [1, 2], slopes: slopes, estimand: .population,
      variances: [.jackknife, .cr3])
    let means = try AdjustedMeans(table, adjustment)
    #expect(means.preferred == .cr3)
    var changes = Matrix(rows: 8, columns: 3)
    for cluster in 0..<8 {
      var other = adjustment
      other.variances = [.hc0]
      let rest = try AdjustedMeans(table.without { $0 % 8 == cluster }, other)
      for arm in 0..<3 { changes[cluster, arm] = rest.means[arm, 0] - means.means[arm, 0] }
    }
    let found = try means.covariance(.jackknife)
    for (value, reference) in zip(found.elements, changes.gram.elements) {
      #expect(agrees(value, reference * 7 / 8, relative: 1e-9))
    }
    let factor = 8.0 / 7 * (8.0 / 7) * 239 / Double(means.degreesOfFreedom)
    let ratio = try means.covariance(.cr3)[1, 1] / found[1, 1]
    #expect(agrees(ratio, factor, relative: 1e-12))
  }

  /// A covariate twice, a sum of others and a constant add nothing and must change nothing.
  @Test(arguments: [Slopes.perArm, .common])
  func covariatesThatOthersImplyAreDropped(slopes: Slopes) throws {
    let table = simulatedUnits(300)
    let wide = UnitTable(
      columns: table.columns + ["again", "sum", "constant"],
      values: Matrix(
        (0..<300).map { row in
          let x = (0..<4).map { table.values[row, $0] }
          return x + [x[1] * 3, x[1] + x[2], 0.1]
        }), arm: table.arm, groups: table.groups)
    for variance in [RobustVariance.hc0, .hc2, .hc3, .cr1, .cr3] {
      let plain = try AdjustedMeans(
        table, Adjustment(metrics: [0], covariates: [1, 2], slopes: slopes, variances: [variance]))
      let means = try AdjustedMeans(
        wide,
        Adjustment(
          metrics: [0], covariates: [1, 2, 4, 5, 6], slopes: slopes, variances: [variance]))
      #expect(means.dropped.allSatisfy { $0.count == 3 && $0.contains("constant") })
      #expect(means.degreesOfFreedom == plain.degreesOfFreedom)
      let (a, b) = (
        try plain.effect(arm: 1, metric: 0), try means.effect(arm: 1, metric: 0)
      )
      #expect(agrees(a.estimate, b.estimate, relative: 1e-11))
      #expect(agrees(a.standardError, b.standardError, relative: 1e-11))
    }
  }

  /// Nearly the same covariate twice spans what the covariate and their difference span.
  @Test func nearDependenceCostsFewDigits() throws {
    let table = simulatedUnits(300)
    let near = simulatedUnits(300) { values, _ in values[2] = values[1] + 1e-5 * values[2] }
    let adjustment = Adjustment(metrics: [0], covariates: [1, 2], variances: [.hc2])
    let apart = try AdjustedMeans(table, adjustment).effect(arm: 1, metric: 0)
    let means = try AdjustedMeans(near, adjustment)
    #expect(means.dropped == [[], [], []])
    let close = try means.effect(arm: 1, metric: 0)
    #expect(agrees(apart.estimate, close.estimate, relative: 1e-9))
    #expect(agrees(apart.standardError, close.standardError, relative: 1e-9))
  }

  /// A level of 10⁸ leaves eight digits of values of order 1, and the effect keeps them.
  @Test func aHighLevelCostsNoMoreDigitsThanItMust() throws {
    let level = 1e8
    let table = simulatedUnits(300) { values, _ in
      for j in values.indices { values[j] = (values[j] * 1024).rounded() / 1024 }
    }
    let high = simulatedUnits(300) { values, _ in
      for j in values.indices { values[j] = (values[j] * 1024).rounded() / 1024 + level }
    }
    let adjustment = Adjustment(metrics: [0], covariates: [1, 2, 3], variances: [.hc2, .cr1])
    for variance in adjustment.variances {
      let one = try AdjustedMeans(table, adjustment).effect(arm: 1, metric: 0, variance)
      let two = try AdjustedMeans(high, adjustment).effect(arm: 1, metric: 0, variance)
      #expect((one.estimate - two.estimate).magnitude < 1e-7)
      #expect(agrees(one.standardError, two.standardError, relative: 1e-7))
    }
  }

  @Test func missingCovariatesBecomeMeansWithAnIndicator() throws {
    let table = simulatedUnits(300) { values, row in
      if row % 7 == 0 { (values[1], values[2]) = (.nan, .nan) }
      if row % 11 == 0 { values[3] = .nan }
    }
    let means = try AdjustedMeans(
      table, Adjustment(metrics: [0], covariates: [1, 2, 3], variances: [.hc2]))
    #expect(means.covariates == ["a", "b", "c", "a missing", "c missing"])
    let explicit = UnitTable(
      columns: table.columns + ["one", "other"],
      values: Matrix(
        (0..<300).map { row in
          let x = (0..<4).map { table.values[row, $0] }
          // Beside its indicator any constant does.
          return x.map { $0.isNaN ? 17 : $0 } + [row % 7 == 0 ? 1 : 0, row % 11 == 0 ? 1 : 0]
        }), arm: table.arm, groups: table.groups)
    let plain = try AdjustedMeans(
      explicit, Adjustment(metrics: [0], covariates: [1, 2, 3, 4, 5], variances: [.hc2]))
    let (a, b) = (try means.effect(arm: 2, metric: 0), try plain.effect(arm: 2, metric: 0))
    #expect(agrees(a.estimate, b.estimate, relative: 1e-11))
    #expect(agrees(a.standardError, b.standardError, relative: 1e-11))
  }

  @Test func unitsWithoutAMetricAreLeftOutAndCounted() throws {
    let table = simulatedUnits(300) { values, row in if row % 5 == 0 { values[0] = .nan } }
    let adjustment = Adjustment(metrics: [0], covariates: [1], variances: [.hc2])
    let means = try AdjustedMeans(table, adjustment)
    let rest = try AdjustedMeans(table.without { $0 % 5 == 0 }, adjustment)
    #expect(means.leftOut.reduce(0, +) == 60)
    #expect(means.units == rest.units)
    #expect(
      agrees(
        try means.effect(arm: 1, metric: 0).estimate,
        try rest.effect(arm: 1, metric: 0).estimate, relative: 1e-12))
  }

  @Test func threadsDoNotShow() async throws {
    let table = simulatedUnits(2_000)
    for estimand in Estimand.allCases {
      let adjustment = Adjustment(
        metrics: [0, 3], covariates: [1, 2], estimand: estimand, variances: [.hc2, .cr1])
      let alone = try AdjustedMeans(table, adjustment)
      let together = try await AdjustedMeans.estimate(table, adjustment, threads: 2)
      for variance in adjustment.variances {
        #expect(try alone.covariance(variance) == together.covariance(variance))
      }
      #expect(alone.means == together.means)
    }
  }

  /// Parts passed over apart and added in order.
  @Test func partsAddUp() throws {
    let table = simulatedUnits(30_000)
    let adjustment = Adjustment(
      metrics: [0], covariates: [1, 2], estimand: .population, variances: [.hc2, .cr1])
    var blocks = try UnitBlocks(table, adjustment)
    blocks.rowsPerPart = UnitBlocks.rowsPerBlock
    #expect(blocks.parts.count == 4)
    var moments = blocks.moments(of: 0..<0)
    for part in blocks.parts { moments.merge(blocks.moments(of: part)) }
    let plan = try InfluencePlan(blocks, moments, adjustment)
    var sums = InfluenceSums(plan)
    for part in blocks.parts { sums += InfluenceSums.pass(plan, part) }
    let whole = try AdjustedMeans(table, adjustment)
    for variance in adjustment.variances {
      let found = try sums.covariance(variance, plan)
      for (a, b) in zip(found.elements, try whole.covariance(variance).elements) {
        #expect(agrees(a, b, relative: 1e-11))
      }
    }
  }

  @Test func resultsArriveInOrder() async {
    var seen: [Int] = []
    await inOrder(Array(0..<50), threads: 3) {
      $0
    } _: {
      seen.append($0)
    }
    #expect(seen == Array(0..<50))
  }

  /// The population's effect of arm C is 0.6.
  ///
  /// Over 400 draws of 240 units a 95 % interval must cover it
  /// in 370 to 390 (the 1 in 100 bounds are 369 and 391); the sample's variance covers it about 3 in 4 times.
  @Test func thePopulationsEffectIsCoveredAsOftenAsClaimed() throws {
    var (population, sample) = (0, 0)
    for replication in 0..<400 {
      let table = simulatedUnits(240, replication: replication)
      for estimand in Estimand.allCases {
        let means = try AdjustedMeans(
          table,
          Adjustment(
            metrics: [0], covariates: [1, 2, 3], estimand: estimand, variances: [.hc2]))
        let interval = try means.effect(arm: 2, metric: 0).interval()
        let covers = interval.low <= 0.6 && 0.6 <= interval.high
        if estimand == .population { population += covers ? 1 : 0 }
        if estimand == .sample { sample += covers ? 1 : 0 }
      }
    }
    #expect((369...391).contains(population))
    #expect(sample < 340)
  }

  @Test func whatCannotBeEstimatedIsRefused() throws {
    let table = simulatedUnits(60, clusters: 6)
    func reason(_ table: UnitTable, _ adjustment: Adjustment) -> String {
      do {
        _ = try AdjustedMeans(table, adjustment)
        return ""
      } catch { return error.reason }
    }
    let plain = Adjustment(metrics: [0])
    #expect(
      reason(
        UnitTable(
          columns: table.columns, values: table.values, arm: table.arm,
          groups: [.cluster: Labels(names: ["v"], codes: [Int32](repeating: 0, count: 60))]),
        plain
      ).contains("one cluster"))
    #expect(
      reason(
        UnitTable(
          columns: table.columns, values: table.values, arm: table.arm,
          groups: [.cluster: Labels(names: ["A", "B", "C"], codes: table.arm.codes)]), plain
      ).contains("all units of arm A are in one cluster"))
    #expect(reason(table.without { table.arm.codes[$0] == 1 }, plain).contains("arm B"))
    #expect(
      reason(table, Adjustment(metrics: [0], groups: [.stratum])).contains("no stratum"))
    var alone = table
    alone = UnitTable(
      columns: alone.columns, values: alone.values, arm: alone.arm, groups: [:])
    #expect(reason(alone, Adjustment(metrics: [0], variances: [.cr1])).contains("no clusters"))
    let single = simulatedUnits(60) { values, row in values[1] = row == 3 ? 1 : 0 }
    #expect(
      reason(
        single, Adjustment(metrics: [0], covariates: [1], variances: [.hc2])
      ).contains("HC1"))
    let constant = simulatedUnits(60) { values, _ in values[0] = 2.5 }
    let means = try AdjustedMeans(constant, Adjustment(metrics: [0], variances: [.hc2]))
    #expect(throws: NotEstimable.self) { _ = try means.effect(arm: 1, metric: 0) }
  }

  @Test func fewClustersAreWarnedOf() throws {
    let table = simulatedUnits(60, clusters: 2)
    let means = try AdjustedMeans(table, Adjustment(metrics: [0], variances: [.cr1]))
    #expect(means.warnings.count == 1)
    #expect(try means.effect(arm: 1, metric: 0).degreesOfFreedom == 1)
  }
}
