@testable import Analyses
import Statistics
import Testing

@testable import Experiments

/// Effects by the bootstrap, against resamples drawn by NumPy and rules written out.
@Suite struct BootstrappingTests {
  private func skewed(
    _ metrics: String..., rule: BootstrapRule = .poisson, resamples: Int = 4_000
  ) async throws -> [EffectEstimate] {
    try await WrittenExperiment.result(
      metrics, WrittenExperiment.skewed.columns, arm: WrittenExperiment.skewed.arm
    ) {
      $0.resampling.bootstrap = rule
      $0.resampling.resamples = resamples
    }.effects
  }

  /// numpy 2.4.6, a million Poisson resamples: 0.27121 to 1.72470, p = 0.006806.
  ///
  /// Of 4,000 resamples a quantile's place in standard errors of the effect scatters by 0.043, a p-value of
  /// 0.0068 by 0.0018; four times that fails by chance once in 15,000.
  @Test func meansHaveBootstrapT() async throws {
    let effect = try #require(try await skewed("revenue").first)
    #expect(effect.method == "Poisson bootstrap-t")
    #expect(agrees(effect.effect.estimate, 0.97393017667376, relative: 1e-6))
    let slack = 4 * 0.043 * 0.365
    #expect((effect.interval.low - 0.27121).magnitude < slack)
    #expect((effect.interval.high - 1.72470).magnitude < slack)
    #expect((effect.pValue - 0.006806).magnitude < 0.0073)
  }

  /// numpy 2.4.6, a million Poisson resamples: 0.10397 to 0.86073, p = 0.0125; the errors as above.
  @Test func ratiosHavePercentiles() async throws {
    let effect = try #require(try await skewed("revenue/sessions").first)
    #expect(effect.method == "Poisson bootstrap, percentile")
    #expect(agrees(effect.effect.estimate, 0.48165085662032425, relative: 1e-6))
    let slack = 4 * 0.043 * 0.193
    #expect((effect.interval.low - 0.10397).magnitude < slack)
    #expect((effect.interval.high - 0.86073).magnitude < slack)
    #expect((effect.pValue - 0.0125).magnitude < 0.01)
  }

  /// By Davison and Hinkley's rule written out: of 99 resamples 1 … 99 and 95 % confidence, the second and
  /// the last but one; of these, none below 0.
  @Test func intervalsAndPValuesAgree() throws {
    let means = Matrix(rows: 99, columns: 1, elements: (1...99).map { Double($0) })
    let resampled = ResampledMeans(
      arms: ["A"], metrics: ["x"], observed: [50], means: means,
      sizes: Matrix(rows: 99, columns: 1))
    func effect(less shift: Double) throws -> ResampledEffect {
      try ResampledEffect(try BootstrapDistribution(resampled) { $0[0] - shift })
    }
    #expect(
      try effect(less: 0).interval(confidence: 0.95) == Interval(low: 2, high: 98))
    #expect(try effect(less: 0).interval(confidence: 0.98) == Interval(low: 1, high: 99))
    #expect(throws: NotEstimable.self) { try effect(less: 0).interval(confidence: 0.99) }
    #expect(try effect(less: 0).pValue == 0.02)
    for shift in stride(from: -2.5, through: 102.5, by: 1) {
      let effect = try effect(less: shift)
      let interval = try effect.interval(confidence: 0.95)
      #expect((effect.pValue <= 0.05) == (interval.low > 0 || interval.high < 0), "\(shift)")
    }
    #expect(try effect(less: 50.5).pValue == 1)
  }

  /// Of normal values, moved so that the arms' means lie exactly so far apart, Dunnett's exact p-values, from Welch's
  /// variances; three errors of 2,000 resamples, to which those of the raw p-values come; fails by chance once in a
  /// hundred seeds.
  @Test func armsAreCorrectedTogether() async throws {
    var values: [Double] = []
    var arms: [Int] = []
    let draws = Draws(seed: 11, replication: 0)
    for unit in 0..<450 {
      var stream = draws.stream(
        Individual(family: 0, index: UInt32(unit)), Purpose("test.bootstrap"))
      let arm = unit % 3
      values.append(Normal.standard.sample(&stream))
      arms.append(arm)
    }
    for (arm, mean) in [0, 0.2, -0.22].enumerated() {
      let own = arms.indices.filter { arms[$0] == arm }
      let drawn = own.reduce(0) { $0 + values[$1] } / Double(own.count)
      for unit in own { values[unit] += mean - drawn }
    }
    func effects(_ bootstrap: BootstrapRule?) async throws -> [EffectEstimate] {
      try await WrittenExperiment.result(["x"], [("x", values)], arm: arms) {
        $0.correction = .dunnett
        $0.resampling.bootstrap = bootstrap
        $0.resampling.resamples = bootstrap == nil ? nil : 2_000
      }.effects
    }
    for (own, exact) in zip(try await effects(.poisson), try await effects(nil)) {
      #expect(own.adjustedPValue > own.pValue)
      #expect(agrees(own.adjustedPValue, exact.adjustedPValue, relative: 0.35))
      #expect(
        agrees(own.interval.halfWidth, exact.interval.halfWidth, relative: 0.08))
      #expect(
        (own.adjustedPValue <= 0.05) == (own.interval.low > 0 || own.interval.high < 0))
    }
  }

  @Test func theSameSeedGivesTheSameFigures() async throws {
    let first = try await skewed("revenue", "sessions", rule: .bucket, resamples: 200)
    #expect(first == (try await skewed("revenue", "sessions", rule: .bucket, resamples: 200)))
    #expect(first[0].method == "bucket bootstrap, percentile")
  }

  /// Units without a value take no part, and a metric without any is none the worse for them.
  @Test func missingValuesAreLeftOut() async throws {
    let (columns, arm) = WrittenExperiment.skewed
    var revenue = columns[0].values
    revenue[3] = .nan
    let result = try await WrittenExperiment.result(
      ["revenue", "sessions"], [("revenue", revenue), columns[1]], arm: arm
    ) {
      $0.resampling.bootstrap = .poisson
      $0.resampling.resamples = 200
    }
    let known = revenue.prefix(60).filter { !$0.isNaN }
    #expect(
      agrees(
        result.effects[0].controlValue, known.reduce(0, +) / Double(known.count), relative: 1e-12))
    let whole = try await skewed("sessions", resamples: 200)
    #expect(result.effects[1].interval == whole[0].interval)
  }

  /// A third arm of a single unit is not estimable; the second still is.
  @Test func aTinyArmSpoilsNoOther() async throws {
    let (columns, arm) = WrittenExperiment.skewed
    let result = try await WrittenExperiment.result(
      ["revenue"], [("revenue", columns[0].values + [4])], arm: arm + [2]
    ) {
      $0.resampling.bootstrap = .poisson
      $0.resampling.resamples = 200
    }
    #expect(result.effects.map(\.arm) == ["B"])
    #expect(result.notEstimable.map(\.reason) == ["an arm has fewer than two units"])
  }

  @Test(arguments: [BootstrapRule.poisson, .bucket])
  func nothingThatVariesIsSaidSo(rule: BootstrapRule) async throws {
    let ones = [Double](repeating: 0.1, count: 40)
    let result = try await WrittenExperiment.result(
      ["x", "x/y"], [("x", ones), ("y", ones.map { 3 * $0 })], arm: (0..<40).map { $0 % 2 }
    ) { $0.resampling.bootstrap = rule }
    #expect(result.effects.isEmpty)
    #expect(
      Set(result.notEstimable.map(\.reason)) == ["the metric does not vary in either arm"])
  }

  /// Forty clusters of four alike: the error is that of twenty cluster means in either arm, where units
  /// would seem half as uncertain; of 1,000 resamples it scatters by 2 %, of so few clusters by more.
  @Test func bucketsKeepClustersWhole() async throws {
    let levels = (0..<40).map { Double($0 * 17 % 40) }
    let cluster = (0..<160).map { $0 / 4 }
    let values = cluster.indices.map { levels[cluster[$0]] + Double($0 % 4) / 100 }
    let result = try await WrittenExperiment.result(
      ["x"], [("x", values)], arm: cluster.map { $0 % 2 }, cluster: cluster
    ) { $0.resampling.bootstrap = .bucket }
    let effect = try #require(result.effects.first)
    #expect(effect.method == "bucket bootstrap of clusters, percentile")
    let spreads = [0, 1].map { arm in
      Moments(stride(from: arm, to: 40, by: 2).map { levels[$0] }).variance ?? .nan
    }
    let error = ((spreads[0] + spreads[1]) / 20).squareRoot()
    #expect(agrees(effect.effect.standardError, error, relative: 0.12))
    #expect(result.cautions.contains(.fewResampledClusters(20, anArm: true, enough: 25)))
  }

  /// Two clusters an arm: one resample in seven draws nothing of it.
  @Test func tooFewClustersAreSaidSo() async throws {
    let cluster = (0..<40).map { $0 / 10 }
    let result = try await WrittenExperiment.result(
      ["x"], [("x", cluster.indices.map { Double($0 % 7) })], arm: cluster.map { $0 % 2 },
      cluster: cluster
    ) { $0.resampling.bootstrap = .bucket }
    #expect(result.effects.isEmpty)
    #expect(result.notEstimable.first?.reason.contains("nothing of an arm was drawn") == true)
  }
}
