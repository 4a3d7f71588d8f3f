import Statistics
import Testing

@Suite struct LogNormalTests {
  /// scipy 1.17.1: stats.lognorm(.7, scale=math.e ** 1.2), methods mean, var, cdf, sf, ppf, isf, median.
  @Test func agreesWithScipy() throws {
    let distribution = try LogNormal(logMean: 1.2, logStandardDeviation: 0.7)
    #expect(relativeError(distribution.mean, 4.241852142820434) < 1e-13)
    #expect(relativeError(distribution.variance, 11.377461511739119) < 1e-13)
    #expect(relativeError(distribution.median, 3.3201169227365472) < 1e-13)
    #expect(relativeError(distribution.cdf(2), 0.2345097058281546) < 1e-13)
    #expect(relativeError(distribution.upperTail(90), 1.2144209265946598e-06) < 1e-13)
    #expect(relativeError(distribution.quantile(0.3), 2.300024191916542) < 1e-13)
    #expect(relativeError(distribution.quantile(upperTail: 1e-9), 221.06679827927735) < 1e-13)
  }

  @Test func belowZeroThereIsNothing() throws {
    let distribution = try LogNormal(logMean: 0, logStandardDeviation: 1)
    #expect(distribution.cdf(0) == 0 && distribution.upperTail(-1) == 1)
    #expect(distribution.quantile(0) == 0 && distribution.quantile(1) == .infinity)
  }

  @Test func refusesWhatIsNoParameter() {
    for bad in [0, -1, .nan, .infinity] {
      #expect(throws: ParameterProblem.self) {
        try LogNormal(logMean: 0, logStandardDeviation: bad)
      }
    }
    #expect(throws: ParameterProblem.self) {
      try LogNormal(logMean: .nan, logStandardDeviation: 1)
    }
  }
}
