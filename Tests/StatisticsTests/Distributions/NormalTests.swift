import Statistics
import Testing

@Suite struct NormalTests {
  /// scipy 1.17.1: stats.norm(-3, 2.5), methods var, cdf, sf, ppf, isf.
  @Test func agreesWithScipy() throws {
    let distribution = try Normal(mean: -3, standardDeviation: 2.5)
    #expect(distribution.mean == -3 && distribution.variance == 6.25)
    #expect(relativeError(distribution.cdf(-8), 0.022750131948179195) < 1e-13)
    #expect(relativeError(distribution.upperTail(9), 7.93328151975595e-07) < 1e-13)
    #expect(relativeError(distribution.quantile(0.3), -4.3110012817701024) < 1e-13)
    #expect(relativeError(distribution.quantile(upperTail: 1e-9), 11.994517537519217) < 1e-13)
  }

  @Test func refusesWhatIsNoParameter() {
    for bad in [0, -1, .nan, .infinity] {
      #expect(throws: ParameterProblem.self) { try Normal(mean: 0, standardDeviation: bad) }
    }
    #expect(throws: ParameterProblem.self) { try Normal(mean: .infinity, standardDeviation: 1) }
  }
}
