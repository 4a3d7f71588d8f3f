import Testing

@testable import Statistics

@Suite struct BinomialTests {
  /// mpmath 1.3.0, mp.dps = 60: the incomplete beta integral (as in IncompleteBetaTests) at 1 − p with
  /// shapes n − k, k + 1, and at p with shapes k + 1, n − k;
  /// exp(loggamma(n+1) - loggamma(k+1) - loggamma(n-k+1) + k*log(p) + (n-k)*log(1-p)).
  static let values: [(Int, Double, Int, Double, Double, Double)] = [
    (1, 0.3, 0, 0.7, 0.3, 0.7),
    (10, 0.3, 0, 0.028247524900000005, 0.9717524751, 0.028247524900000005),
    (10, 0.3, 3, 0.6496107184000001, 0.3503892816, 0.266827932),
    (10, 0.3, 9, 0.9999940951, 5.9048999999999975e-06, 0.00013778099999999996),
    (100, 0.8, 40, 2.515819199533422e-18, 1.0, 2.1066042532140996e-18),
    (100, 0.8, 80, 0.5398386299354266, 0.4601613700645733, 0.09930021480882469),
    (100, 0.8, 99, 0.9999999997962964, 2.0370359763344975e-10, 5.092589940836242e-09),
    (1000, 0.01, 0, 4.317124741065824e-05, 0.9999568287525893, 4.317124741065824e-05),
    (1000, 0.01, 10, 0.5830408033010982, 0.4169591966989018, 0.12574021112620737),
    (1000, 0.01, 60, 1.0, 2.8610388950683897e-28, 1.557724094505364e-27),
    (1000, 0.4, 250, 1.2880973267252918e-23, 1.0, 6.4824400524738266e-24),
    (1000, 0.4, 400, 0.5137298582871435, 0.48627014171285654, 0.025744818801482515),
    (1000, 0.4, 600, 1.0, 1.2350210922376386e-37, 1.5575357664610846e-37),
    (1000000, 0.3, 290000, 1.57355489937845e-106, 1.0, 7.402515691699037e-108),
    (1000000, 0.3, 300000, 0.5004933190666793, 0.49950668093332073, 0.0008705631546366808),
    (1000000, 0.3, 303000, 0.9999999999695626, 3.043739478028792e-11, 4.4655166303017027e-13),
    (1000000, 1e-06, 0, 0.3678792572316451, 0.6321207427683548, 0.3678792572316451),
    (1000000, 1e-06, 1, 0.7357588823429153, 0.2642411176570847, 0.3678796251112702),
    (1000000, 1e-06, 12, 0.9999999999364064, 6.359354931997773e-11, 7.679711136606869e-10),
  ]

  @Test func agreesWithMpmath() throws {
    for (trials, probability, count, lower, upper, mass) in Self.values {
      let distribution = try Binomial(trials: trials, probability: probability)
      let name = "\(trials), \(probability), \(count)"
      #expect(relativeError(distribution.cdf(count), lower) < 1e-12, "\(name)")
      #expect(relativeError(distribution.upperTail(count), upper) < 1e-12, "\(name)")
      #expect(relativeError(distribution.probability(of: count), mass) < 1e-12, "\(name)")
    }
  }

  @Test func quantileIsTheFirstCountThatReachesTheProbability() throws {
    for (trials, probability) in [(1, 0.3), (10, 0.9), (1000, 0.01), (1_000_000, 0.4)] {
      let distribution = try Binomial(trials: trials, probability: probability)
      for p in [1e-12, 0.025, 0.3, 0.5, 0.8, 0.975] {
        let count = distribution.quantile(p)
        #expect(distribution.cdf(count) >= p * (1 - 1e-15))
        #expect(count == 0 || distribution.cdf(count - 1) < p)
      }
      #expect(distribution.quantile(0) == 0 && distribution.quantile(1) == trials)
    }
  }

  @Test func certaintiesAreCertain() throws {
    var stream = Draws(seed: 1, replication: 0)
      .stream(Individual(family: 0, index: 0), Purpose("edge"))
    let never = try Binomial(trials: 50, probability: 0)
    let always = try Binomial(trials: 50, probability: 1)
    #expect(never.sample(&stream) == 0 && always.sample(&stream) == 50)
    #expect(never.cdf(0) == 1 && never.probability(of: 0) == 1 && never.probability(of: 1) == 0)
    #expect(always.cdf(49) == 0 && always.probability(of: 50) == 1 && always.upperTail(49) == 1)
    #expect(never.quantile(0.9) == 0 && always.quantile(0.1) == 50)
    #expect(try Binomial(trials: 0, probability: 0.3).sample(&stream) == 0)
  }

  @Test func beyondTheTrialsThereIsNothing() throws {
    let distribution = try Binomial(trials: 4, probability: 0.25)
    #expect(distribution.cdf(-1) == 0 && distribution.upperTail(-1) == 1)
    #expect(distribution.cdf(4) == 1 && distribution.upperTail(4) == 0)
    #expect(distribution.probability(of: -1) == 0 && distribution.probability(of: 5) == 0)
    #expect(distribution.mean == 1 && distribution.variance == 0.75)
  }

  @Test func refusesWhatIsNoParameter() {
    #expect(throws: ParameterProblem.self) { try Binomial(trials: -1, probability: 0.5) }
    for probability in [-0.1, 1.1, .nan] {
      #expect(throws: ParameterProblem.self) { try Binomial(trials: 3, probability: probability) }
    }
  }
}
