import Statistics
import Testing

/// Value-stability tests: our own draws, recorded once.
///
/// They do not say that the draws are right (the calibration tests do) but that they have not moved: a
/// changed value here changes every user's results for the same seed. Each record is three draws, and
/// the sum of the first four draws of 5,000 individuals, enough for every path through a sampler. The
/// tolerance is for mathematical libraries that round the last digit of exp and log otherwise.
@Suite struct ValueStabilityTests {
  private static let draws = Draws(seed: 20_261_112, replication: 3)

  private func expect(
    _ purpose: String, _ first: [Double], sum: Double,
    at location: SourceLocation = #_sourceLocation, sample: (inout DrawStream) -> Double
  ) {
    var stream = Self.draws.stream(Individual(family: 17, index: 4), Purpose(purpose))
    for value in first {
      #expect(relativeError(sample(&stream), value) < 1e-14, sourceLocation: location)
    }
    var total = 0.0
    for index in 0..<5_000 as Range<UInt32> {
      var stream = Self.draws.stream(Individual(family: 17, index: index), Purpose(purpose))
      for _ in 0..<4 { total += sample(&stream) }
    }
    // The rounding of 20,000 additions.
    #expect(relativeError(total, sum) < 1e-12, sourceLocation: location)
  }

  @Test func standardDraws() {
    expect(
      "uniform", [0.7760886435259949, 0.9914624564580884, 0.7282906627334998],
      sum: 9991.372995371421
    ) { $0.uniform() }
    expect(
      "exponential", [0.8598718983880238, 0.41182511095177177, 0.1779480550646829],
      sum: 20002.65239149032
    ) { $0.exponential() }
    expect(
      "normal", [1.0613435297066267, -0.44007823117627753, -0.09963977736658748],
      sum: -124.05821713725037
    ) { $0.normal() }
  }

  @Test func gamma() throws {
    let large = try Gamma(shape: 3.74, rate: 15.44)
    expect(
      "gamma", [0.14894734854748634, 0.111988612006023, 0.4831833296486746],
      sum: 4834.884216369372
    ) { large.sample(&$0) }
    let small = try Gamma(shape: 0.243, rate: 4.414)
    expect(
      "gamma.small", [5.406682152556282e-08, 0.014525390818622506, 0.02195646618978851],
      sum: 1099.4195388913672
    ) { small.sample(&$0) }
  }

  @Test func beta() throws {
    let mixed = try Beta(a: 0.793, b: 2.426)
    expect(
      "beta", [0.02765067221877073, 0.05551372395837339, 0.8749191037905776],
      sum: 4970.226233777122
    ) { mixed.sample(&$0) }
    let small = try Beta(a: 0.4, b: 0.7)
    expect(
      "beta.small", [0.02466807603323736, 0.30606127860219856, 0.49342017651323605],
      sum: 7285.40862525049
    ) { small.sample(&$0) }
  }

  @Test func scaledDraws() throws {
    let exponential = try Exponential(rate: 0.35)
    expect(
      "Exponential", [0.3753129817029069, 1.9913415032027755, 0.13192310168339885],
      sum: 56134.5269881644
    ) { exponential.sample(&$0) }
    let normal = try Normal(mean: -3, standardDeviation: 2.5)
    expect(
      "Normal", [-1.2852685715953949, -4.96664612447204, -4.427362966305125],
      sum: -59685.88327800495
    ) { normal.sample(&$0) }
    let logNormal = try LogNormal(logMean: 1.2, logStandardDeviation: 0.7)
    expect(
      "LogNormal", [3.334861766566721, 2.5438283462008093, 4.136921297425845],
      sum: 85046.86500505748
    ) { logNormal.sample(&$0) }
  }

  @Test func counts() throws {
    let searched = try Poisson(mean: 2.5)
    expect("poisson.search", [2, 1, 2], sum: 50_278) { Double(searched.sample(&$0)) }
    let rejected = try Poisson(mean: 43)
    expect("poisson.rejection", [45, 49, 46], sum: 859_658) { Double(rejected.sample(&$0)) }
    let few = try Binomial(trials: 12, probability: 0.3)
    expect("binomial.search", [2, 8, 4], sum: 72_063) { Double(few.sample(&$0)) }
    let many = try Binomial(trials: 400, probability: 0.2)
    expect("binomial.rejection", [83, 73, 94], sum: 1_598_694) { Double(many.sample(&$0)) }
    let likely = try Binomial(trials: 60, probability: 0.7)
    expect("binomial.reflected", [44, 38, 42], sum: 839_638) { Double(likely.sample(&$0)) }
    let decision = try Bernoulli(probability: 0.3)
    expect("bernoulli", [1, 0, 1], sum: 6_000) { decision.sample(&$0) ? 1 : 0 }
  }
}
