import Statistics
import Testing

@Suite struct ExponentialTests {
  /// scipy 1.17.1: stats.expon(scale=1 / .35), methods mean, var, cdf, sf, ppf, isf.
  @Test func agreesWithScipy() throws {
    let distribution = try Exponential(rate: 0.35)
    #expect(relativeError(distribution.mean, 2.857142857142857) < 1e-14)
    #expect(relativeError(distribution.variance, 8.16326530612245) < 1e-14)
    #expect(relativeError(distribution.cdf(1e-12), 3.4999999999993873e-13) < 1e-14)
    #expect(relativeError(distribution.upperTail(90), 2.0879679116459336e-14) < 1e-13)
    #expect(relativeError(distribution.quantile(0.3), 1.0190712683963785) < 1e-14)
    #expect(relativeError(distribution.quantile(upperTail: 1e-200), 1315.7629102823119) < 1e-14)
  }

  @Test func outsideThereIsNothing() throws {
    let distribution = try Exponential(rate: 2)
    #expect(distribution.cdf(-1) == 0 && distribution.upperTail(-1) == 1)
    #expect(distribution.quantile(0) == 0 && distribution.quantile(1) == .infinity)
    #expect(distribution.quantile(1.5).isNaN && distribution.quantile(upperTail: -1).isNaN)
  }

  @Test func refusesWhatIsNoRate() {
    for bad in [0, -1, .nan, .infinity] {
      #expect(throws: ParameterProblem.self) { try Exponential(rate: bad) }
    }
  }
}
