import RealModule
import Statistics
import Testing

@testable import Market

/// The law against cases computed by hand, quantiles of t by SciPy 1.17.1.
@Suite struct PredictionTests {
  private func prediction(
    _ values: [Double], k: Int = 1, perDraw: Int? = nil
  ) throws -> Prediction {
    try #require(
      ReplicationDesign(standsFor: k, replicationsPerDraw: perDraw).prediction(of: values))
  }

  private func expect(_ interval: Interval, _ center: Double, _ halfWidth: Double) {
    #expect(abs(interval.low - (center - halfWidth)) < 1e-9)
    #expect(abs(interval.high - (center + halfWidth)) < 1e-9)
  }

  /// Mean 4, s² 12.5: V = 12.5·(1/k + 1/5), t of 4 degrees of freedom.
  @Test func replicationsAlone() throws {
    let values = [1, 2, 3, 4, 10.0]
    let one = try prediction(values)
    expect(one.interval, 4, 10.753125654090153)
    #expect(abs(one.chance(above: 0) - 0.8199745761878888) < 1e-12)
    #expect(one.sources == nil)
    let many = try prediction(values, k: 100)
    expect(many.interval, 4, 4.498355197537658)
    #expect(abs(many.chance(above: 0) - 0.9654841679976323) < 1e-12)
  }

  /// With means 2, 4, 11 M = 67/3; w = 10/3, V = M·4/3 + w/2 = 283/9, df = 2.2255.
  @Test func drawsOfTwoReplications() throws {
    let values = [1, 3, 4, 4, 9, 13.0]
    let one = try prediction(values, perDraw: 2)
    #expect(abs(one.mean - 17 / 3) < 1e-12)
    expect(one.interval, 17 / 3, 21.929523688077392)
    let sources = try #require(one.sources)
    #expect(abs(sources.luck - 10 / 3) < 1e-12)
    #expect(abs(sources.ignorance - 62 / 3) < 1e-12)
    #expect(abs(sources.ignoranceShare - 62.0 / 72) < 1e-12)
    // √(2/3)·w, and √(2/2·M² + 2/3·(w/2)²).
    #expect(abs(sources.luckError - 10 / 3 * (2.0 / 3).squareRoot()) < 1e-12)
    #expect(abs(sources.ignoranceError - 22.37474) < 1e-4)
    let estimate = MeasureReader(ReplicationDesign(replicationsPerDraw: 2)).mean(values)
    // t of 2 degrees of freedom times √(M/3).
    expect(try #require(estimate.precision), 17 / 3, 11.739576815953107)
    #expect(estimate.replications == 6)
  }

  /// With means 2, 3, 2 M = 1/3 is below w/R = 1; V = w/k + w/6 with 5 degrees of freedom.
  @Test func nothingButLuckShows() throws {
    let one = try prediction([1, 3, 2, 4, 3, 1], perDraw: 2)
    expect(one.interval, 7 / 3, 3.926628613960648)
    #expect(one.sources?.ignorance == 0 && one.sources?.ignoranceShare == 0)
    expect(
      try prediction([0, 4, 1, 6, 3, 7, 2, 4], k: 1_000, perDraw: 2).interval, 3.375,
      2.317753982427885)
  }

  /// M 1.6 just above w/R = 1.5 and k = 1,000: with luck taken off, V would have 0.03 degrees of freedom, and
  /// the interval more than all the atoms of the universe.
  @Test func luckTakenOffLeavesAnIntervalOneCanRead() throws {
    let means = [-1.0, 0, 1].map { $0 * 1.6.squareRoot() }
    let values = means.flatMap { mean in [-1.5, 1.5].map { mean + $0 / 1.5.squareRoot() } }
    let interval = try prediction(values, k: 1_000, perDraw: 2).interval
    let within = Double(3)
    let whole = 1.6 * 4 / 3 + within / 1_000
    expect(
      interval, 0, try StudentT(degreesOfFreedom: 2).quantile(upperTail: 0.025) * whole.squareRoot()
    )
  }

  /// One replication a draw: nothing is known of luck alone, nor needed for k = 1.
  @Test func drawsOfOneReplication() throws {
    let values = [1, 2, 3, 4, 10.0]
    #expect(
      try prediction(values, perDraw: 1).interval == prediction(values).interval)
    #expect(try prediction(values, perDraw: 1).sources == nil)
    #expect(
      try prediction(values, k: 50, perDraw: 1).interval == prediction(values).interval)
  }

  /// Two replications: t of one degree of freedom, 12.7 times √1.5 standard deviations.
  @Test func twoReplicationsSayLittleAndThatTheyAreTwo() throws {
    let interval = try prediction([0, 1]).interval
    #expect(abs(interval.halfWidth - 12.706204736 * (1.5 * 0.5).squareRoot()) < 1e-6)
    #expect(MeasureReader(ReplicationDesign()).mean([0, 1]).replications == 2)
    #expect(ReplicationDesign().prediction(of: [1]) == nil)
    #expect(ReplicationDesign(replicationsPerDraw: 2).prediction(of: [1, 2]) == nil)
  }

  @Test func whatNeverVariesIsCertain() throws {
    for perDraw in [nil, 2] {
      let same = try prediction([3, 3, 3, 3], perDraw: perDraw)
      #expect(same.interval == Interval(low: 3, high: 3))
      #expect(same.chance(above: 2) == 1 && same.chance(above: 3) == 0.5)
      #expect(same.chance(above: 3, equal: 1) == 1 && same.chance(above: 4) == 0)
    }
  }

  /// From 32 draws on the replications of draws are the law too, as skewed as what is not known: a cost that is
  /// open over a factor of a hundred never becomes a gain.
  @Test func manyDrawsAreTheirOwnLaw() throws {
    let costs = (0..<64).map { -Double.pow(100, Double($0 / 2) / 31) }
    let all = try prediction(costs, perDraw: 2)
    #expect(all.isOwnSample)
    // Orders 1.625 and 63.375 of 64, where pairs are alike: all but the ends.
    #expect(all.interval.high <= -1 && all.interval.low >= -100)
    #expect(all.chance(above: 0) < 1.0 / 64)
    // Fewer draws, or customers who stand for more, do not tell the shape.
    #expect(try !prediction(Array(costs.prefix(62)), perDraw: 2).isOwnSample)
    #expect(try !prediction(costs, k: 10, perDraw: 2).isOwnSample)
    #expect(try prediction(Array(costs.prefix(62)), perDraw: 2).interval.high > 0)
  }

  /// 200 values i²/100: numpy 2.4.6, quantile(x, [.025, .975], method="weibull").
  @Test func twoHundredReplicationsSpeakForThemselves() throws {
    let values = (1...200).map { Double($0 * $0) / 100 }
    let interval = try prediction(values.reversed()).interval
    #expect(abs(interval.low - 0.25275) < 1e-12 && abs(interval.high - 384.06225) < 1e-9)
    // One fewer, or customers that stand for two: Student's t again.
    for other in [try prediction(Array(values.dropLast())), try prediction(values, k: 2)] {
      let interval = other.interval
      #expect(abs(interval.high + interval.low - 2 * other.mean) < 1e-9)
    }
  }

  /// "From" lies above 0 where, and only where, more than 97.5 % of markets do.
  @Test(arguments: [(12, 1, nil), (40, 500, nil), (64, 1, 2), (250, 1, nil)])
  func chancesAgreeWithIntervals(count: Int, k: Int, perDraw: Int?) throws {
    var stream = Draws(seed: 3, replication: 0)
      .stream(Individual(family: 0, index: UInt32(count)), Purpose("test"))
    let values = (0..<count).map { _ in stream.normal() }
    for shift in stride(from: 0, through: 4, by: 0.05) {
      let shifted = try prediction(values.map { $0 + shift }, k: k, perDraw: perDraw)
      #expect((shifted.interval.low > 0) == (shifted.chance(above: 0) > 0.975))
    }
  }

  /// Replications without a value are left out, and their draws are known less well.
  @Test func missingValuesAreLeftOut() throws {
    let some = try prediction([1, 3, .nan, 4, .nan, .nan, 9, 13, 2, 2], perDraw: 2)
    #expect(abs(some.mean - 19.0 / 4) < 1e-12)
    #expect(
      try prediction([1, .nan, 2, 3, 4, 10]).interval == prediction([1, 2, 3, 4, 10]).interval)
  }

  /// Of draws with standard deviation 2 and luck with 3 the parts come out as 4 and 9 over 400 studies.
  ///
  /// They scatter as their stated errors say. Fixed seed; 4 standard errors fail once in 16,000 seeds, and the
  /// spread of 400 values is known to 3.5 %.
  @Test func knowsLuckFromIgnorance() throws {
    let draws = Draws(seed: 17, replication: 0)
    var (luck, ignorance) = (Moments(), Moments())
    var (luckError, ignoranceError) = (Moments(), Moments())
    for study in 0..<400 {
      var stream = draws.stream(
        Individual(family: 1, index: UInt32(study)), Purpose("components"))
      let values = (0..<64).flatMap { _ in
        let assumed = 2 * stream.normal()
        return (0..<3).map { _ in assumed + 3 * stream.normal() }
      }
      let sources = try #require(try prediction(values, k: 9, perDraw: 3).sources)
      luck.add(9 * sources.luck)
      luckError.add(9 * sources.luckError)
      ignorance.add(sources.ignorance)
      ignoranceError.add(sources.ignoranceError)
    }
    for (found, error, truth) in [(luck, luckError, 9.0), (ignorance, ignoranceError, 4)] {
      #expect(abs(found.mean - truth) < 4 * (try #require(found.standardError)))
      #expect(abs(try #require(found.standardDeviation) / error.mean - 1) < 0.14)
    }
  }
}

/// The quantiles of a prediction, against published ones and against its own chances.
struct PredictionQuantileTests {
  /// Student's t with 4 degrees of freedom: 2.776445 at 97.5 % (Abramowitz and Stegun, table 26.10).
  @Test func fewReplicationsAreStudentsT() throws {
    let values = [1.0, 2, 3, 4, 5]
    let law = try #require(ReplicationDesign(standsFor: 1).prediction(of: values))
    let scale = (law.interval.high - law.mean) / 2.776445
    #expect(abs(law.quantile(0.975) - law.interval.high) < 1e-9)
    #expect(abs(law.quantile(0.5) - 3) < 1e-12)
    // 1.533206 at 90 %.
    #expect(abs(law.quantile(0.9) - law.mean - 1.533206 * scale) < 1e-4)
    #expect(abs(law.quantile(0.1) + law.quantile(0.9) - 2 * law.mean) < 1e-9)
    for share in [0.01, 0.2, 0.5, 0.77, 0.99] {
      #expect(abs(law.chance(above: law.quantile(share)) - (1 - share)) < 1e-9)
    }
  }

  /// Of 399 replications the k-th in order lies at k/400.
  @Test func manyReplicationsAreThemselves() throws {
    let values = (1...399).map(Double.init)
    let law = try #require(ReplicationDesign(standsFor: 1).prediction(of: values))
    #expect(law.isOwnSample)
    for k in [1.0, 10, 200, 398.5] { #expect(abs(law.quantile(k / 400) - k) < 1e-9) }
    #expect(law.quantile(0.0001) == 1 && law.quantile(0.9999) == 399)
  }
}
