import Statistics
import Testing

@Suite struct BetaTests {
  /// scipy 1.17.1: stats.beta(.793, 2.426), methods mean, var, cdf, sf, ppf, isf.
  @Test func agreesWithScipy() throws {
    let distribution = try Beta(a: 0.793, b: 2.426)
    #expect(relativeError(distribution.mean, 0.246349798073936) < 1e-14)
    #expect(relativeError(distribution.variance, 0.04400606187790162) < 1e-14)
    #expect(relativeError(distribution.cdf(0.2), 0.5150164049682442) < 1e-13)
    #expect(relativeError(distribution.upperTail(0.9), 0.002617655178614096) < 1e-13)
    #expect(relativeError(distribution.quantile(0.3), 0.09245138242000733) < 1e-13)
    #expect(relativeError(distribution.quantile(upperTail: 1e-5), 0.9898655490964111) < 1e-13)
  }

  @Test func outsideOfTheUnitIntervalThereIsNothing() throws {
    let distribution = try Beta(a: 2, b: 0.5)
    #expect(distribution.cdf(-0.1) == 0 && distribution.upperTail(-0.1) == 1)
    #expect(distribution.cdf(1.1) == 1 && distribution.upperTail(1.1) == 0)
  }

  /// Shapes at which both gamma variables, or both of Jöhnk's powers, underflow.
  @Test func tinyShapesGiveNumbers() throws {
    let draws = Draws(seed: 5, replication: 0)
    let pairs: [(Double, Double)] = [(1e-6, 1e-6), (1e-6, 2), (2, 1e-6), (1e-300, 1e-300)]
    for (a, b) in pairs {
      let distribution = try Beta(a: a, b: b)
      var stream = draws.stream(Individual(family: 0, index: 0), Purpose("tiny"))
      for _ in 0..<200 {
        let x = distribution.sample(&stream)
        #expect(x >= 0 && x <= 1)
      }
    }
  }

  @Test func refusesWhatIsNoParameter() {
    for bad in [0, -1, .nan, .infinity] {
      #expect(throws: ParameterProblem.self) { try Beta(a: bad, b: 1) }
      #expect(throws: ParameterProblem.self) { try Beta(a: 1, b: bad) }
    }
  }
}
