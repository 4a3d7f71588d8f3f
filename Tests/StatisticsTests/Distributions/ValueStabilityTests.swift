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
      "uniform", [0.1707942922235185, 0.10833556797727828, 0.17981442802198877],
      sum: 9963.734034011426
    ) { $0.uniform() }
    expect(
      "exponential", [0.8096291796691767, 3.4601321414543067, 0.7745182980760383],
      sum: 20237.43048105198
    ) { $0.exponential() }
    expect(
      "normal", [0.8836031902997152, 0.23561330581022769, 0.3004556883322477],
      sum: -172.95100306502263
    ) { $0.normal() }
  }

  @Test func gamma() throws {
    let large = try Gamma(shape: 3.74, rate: 15.44)
    expect(
      "gamma", [0.3142837547391753, 0.17618780455056698, 0.2657351260811598],
      sum: 4826.785466248219
    ) { large.sample(&$0) }
    let small = try Gamma(shape: 0.243, rate: 4.414)
    expect(
      "gamma.small", [0.02410024802604659, 0.025457345154029525, 0.07795543721906777],
      sum: 1081.9489289724845
    ) { small.sample(&$0) }
  }

  @Test func beta() throws {
    let mixed = try Beta(a: 0.793, b: 2.426)
    expect(
      "beta", [0.6790664826699214, 0.32010622670911026, 0.042859947345957314],
      sum: 4960.337423079965
    ) { mixed.sample(&$0) }
    let small = try Beta(a: 0.4, b: 0.7)
    expect(
      "beta.small", [0.16897137818529595, 0.6231190197847042, 0.66594846997198],
      sum: 7299.845973643636
    ) { small.sample(&$0) }
  }

  @Test func scaledDraws() throws {
    let exponential = try Exponential(rate: 0.35)
    expect(
      "Exponential", [2.2372107838871376, 7.738777510940601, 2.615365792917969],
      sum: 57117.429160101856
    ) { exponential.sample(&$0) }
    let normal = try Normal(mean: -3, standardDeviation: 2.5)
    expect(
      "Normal", [-4.281236892397229, -0.28140664163472495, -4.459097801677591],
      sum: -60249.55022508657
    ) { normal.sample(&$0) }
    let logNormal = try LogNormal(logMean: 1.2, logStandardDeviation: 0.7)
    expect(
      "LogNormal", [3.4485787079954835, 1.215455388298275, 7.824671377981373],
      sum: 84872.51093124859
    ) { logNormal.sample(&$0) }
  }

  @Test func counts() throws {
    let searched = try Poisson(mean: 2.5)
    expect("poisson.search", [1, 5, 2], sum: 50_039) { Double(searched.sample(&$0)) }
    let rejected = try Poisson(mean: 43)
    expect("poisson.rejection", [45, 50, 42], sum: 860_090) { Double(rejected.sample(&$0)) }
    let few = try Binomial(trials: 12, probability: 0.3)
    expect("binomial.search", [3, 5, 3], sum: 71_982) { Double(few.sample(&$0)) }
    let many = try Binomial(trials: 400, probability: 0.2)
    expect("binomial.rejection", [80, 83, 85], sum: 1_599_867) { Double(many.sample(&$0)) }
    let likely = try Binomial(trials: 60, probability: 0.7)
    expect("binomial.reflected", [36, 43, 41], sum: 839_782) { Double(likely.sample(&$0)) }
    let decision = try Bernoulli(probability: 0.3)
    expect("bernoulli", [0, 0, 0], sum: 5_987) { decision.sample(&$0) ? 1 : 0 }
  }
}
