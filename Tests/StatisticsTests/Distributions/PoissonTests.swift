import Testing

@testable import Statistics

@Suite struct PoissonTests {
  /// mpmath 1.3.0, mp.dps = 60: the incomplete gamma functions Q(k + 1, mean) and P(k + 1, mean) as in
  /// IncompleteGammaTests; exp(k * log(mean) - mean - loggamma(k + 1)).
  static let values: [(mean: Double, count: Int, lower: Double, upper: Double, mass: Double)] = [
    (0.5, 0, 0.6065306597126334, 0.3934693402873666, 0.6065306597126334),
    (0.5, 3, 0.9982483774437092, 0.0017516225562908237, 0.012636055410679864),
    (0.5, 20, 1.0, 5.7923258736968566e-27, 2.3775421711883457e-25),
    (3, 0, 0.049787068367863944, 0.950212931632136, 0.049787068367863944),
    (3, 2, 0.42319008112684353, 0.5768099188731565, 0.22404180765538775),
    (3, 3, 0.6472318887822313, 0.35276811121776874, 0.22404180765538775),
    (3, 10, 0.9997076630493527, 0.00029233695064733654, 0.0008101511794681432),
    (3, 60, 1.0, 1.310781552697333e-56, 2.536395582213329e-55),
    (30, 5, 2.2573487463962842e-08, 0.9999999774265126, 1.8949186511901354e-08),
    (30, 30, 0.5483515125779114, 0.4516484874220886, 0.07263452647159149),
    (30, 70, 0.9999999998592936, 1.4070644039383037e-10, 1.9554573027121488e-10),
    (1000, 700, 6.933009901726415e-24, 1.0, 2.0957369143803183e-24),
    (1000, 1000, 0.508409367168506, 0.491590632831494, 0.012614611348721499),
    (1000, 1300, 1.0, 5.280526026820459e-20, 1.606560638609706e-20),
    (1000000.0, 970000, 5.16702739460631e-200, 1.0, 1.5517751981821198e-201),
    (1000000.0, 1000000, 0.5002659614862837, 0.49973403851371634, 0.00039894224715624404),
    (1000000.0, 1005000, 0.9999997081107533, 2.9188924670030267e-07, 1.5141581028614221e-09),
  ]

  @Test func agreesWithMpmath() throws {
    for (mean, count, lower, upper, mass) in Self.values {
      let distribution = try Poisson(mean: mean)
      #expect(relativeError(distribution.cdf(count), lower) < 1e-12, "\(mean), \(count)")
      #expect(relativeError(distribution.upperTail(count), upper) < 1e-12, "\(mean), \(count)")
      #expect(relativeError(distribution.probability(of: count), mass) < 1e-12)
    }
  }

  @Test func quantileIsTheFirstCountThatReachesTheProbability() throws {
    for mean in [0.01, 0.5, 3, 30, 1000, 1e6] {
      let distribution = try Poisson(mean: mean)
      for p in [1e-12, 0.025, 0.3, 0.5, 0.8, 0.975, 1 - 1e-12] {
        let count = distribution.quantile(p)
        #expect(distribution.cdf(count) >= p * (1 - 1e-15))
        #expect(count == 0 || distribution.cdf(count - 1) < p)
      }
      let count = distribution.quantile(upperTail: 1e-100)
      #expect(distribution.upperTail(count) <= 1e-100 && distribution.upperTail(count - 1) > 1e-100)
    }
  }

  @Test func nothingIsExpectedOfMeanZero() throws {
    let distribution = try Poisson(mean: 0)
    var stream = Draws(seed: 1, replication: 0)
      .stream(Individual(family: 0, index: 0), Purpose("edge"))
    #expect(distribution.sample(&stream) == 0)
    #expect(distribution.cdf(0) == 1 && distribution.upperTail(0) == 0)
    #expect(distribution.probability(of: 0) == 1 && distribution.probability(of: 1) == 0)
    #expect(distribution.quantile(0.999) == 0)
  }

  @Test func belowZeroThereIsNothing() throws {
    let distribution = try Poisson(mean: 2)
    #expect(distribution.cdf(-1) == 0 && distribution.upperTail(-1) == 1)
    #expect(distribution.probability(of: -1) == 0)
    #expect(distribution.mean == 2 && distribution.variance == 2)
  }

  @Test func refusesWhatIsNoMean() {
    for mean in [-1, .nan, .infinity, 1e17] {
      #expect(throws: ParameterProblem.self) { try Poisson(mean: mean) }
    }
  }
}
