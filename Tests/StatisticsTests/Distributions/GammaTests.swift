import Statistics
import Testing

@Suite struct GammaTests {
  /// scipy 1.17.1: stats.gamma(3.74, scale=1 / 15.44), methods mean, var, cdf, sf, ppf, isf, pdf.
  @Test func agreesWithScipy() throws {
    let distribution = try Gamma(shape: 3.74, rate: 15.44)
    #expect(relativeError(distribution.mean, 0.24222797927461145) < 1e-14)
    #expect(relativeError(distribution.variance, 0.015688340626594008) < 1e-14)
    #expect(relativeError(distribution.density(0.2), 3.5373250629409454) < 1e-13)
    #expect(relativeError(distribution.density(1.5), 1.6950557714890496e-06) < 1e-13)
    #expect(distribution.density(0) == 0 && distribution.density(-1) == 0)
    #expect(relativeError(distribution.cdf(0.2), 0.42735144537242126) < 1e-13)
    #expect(relativeError(distribution.upperTail(0.6), 0.013100384363967365) < 1e-13)
    #expect(relativeError(distribution.quantile(0.3), 0.16453676554695496) < 1e-13)
    #expect(relativeError(distribution.quantile(upperTail: 1e-9), 1.8475873472249211) < 1e-13)
  }

  @Test func belowZeroThereIsNothing() throws {
    let distribution = try Gamma(shape: 0.5, rate: 2)
    #expect(distribution.cdf(-1) == 0 && distribution.upperTail(-1) == 1)
    #expect(distribution.cdf(0) == 0 && distribution.upperTail(0) == 1)
  }

  @Test func refusesWhatIsNoParameter() {
    for bad in [0, -1, .nan, .infinity] {
      #expect(throws: ParameterProblem.self) { try Gamma(shape: bad, rate: 1) }
      #expect(throws: ParameterProblem.self) { try Gamma(shape: 1, rate: bad) }
    }
    let problem = #expect(throws: ParameterProblem.self) { try Gamma(shape: -2, rate: 1) }
    #expect(problem?.description == "shape is -2.0, it must be positive and finite")
  }

  @Test func theUncheckedWayGivesTheSameDraws() throws {
    let draws = Draws(seed: 5, replication: 0)
    for shape in [0.243, 1, 6.25] {
      let checked = try Gamma(shape: shape, rate: 3)
      let unchecked = Gamma(uncheckedShape: shape, rate: 3)
      var first = draws.stream(Individual(family: 0, index: 0), Purpose("x"))
      var second = first
      for _ in 0..<100 { #expect(checked.sample(&first) == unchecked.sample(&second)) }
    }
  }
}
