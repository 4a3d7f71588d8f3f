import Statistics
import Testing

@Suite struct ProportionTests {
  /// scipy 1.17.1: stats.binomtest(k, n).proportion_ci(c, method='wilson').
  static let wilson:
    [(successes: Double, trials: Double, confidence: Double, low: Double, high: Double)] = [
      (0, 10, 0.95, 0, 0.27753279986288926),
      (0, 10, 0.99, 0, 0.39885409330490806),
      (3, 10, 0.95, 0.10779126740630102, 0.6032218525388546),
      (3, 10, 0.99, 0.07956631652306578, 0.6799753207988974),
      (10, 10, 0.95, 0.7224672001371109, 1),
      (812, 1000, 0.95, 0.7866068125887821, 0.8350052901162314),
      (812, 1000, 0.99, 0.7781566122308579, 0.8417305008694163),
    ]

  @Test func wilsonAgreesWithScipy() throws {
    for (successes, trials, confidence, low, high) in Self.wilson {
      let proportion = try Proportion(successes: successes, trials: trials)
      let interval = proportion.wilsonInterval(confidence: confidence)
      #expect(relativeError(interval.low, low) < 1e-14)
      #expect(relativeError(interval.high, high) < 1e-14)
      #expect(interval.contains(proportion.estimate))
    }
  }

  @Test func tiesCountHalf() throws {
    let proportion = try Proportion(successes: 2.5, trials: 5)
    let interval = proportion.wilsonInterval(confidence: 0.9)
    #expect(proportion.estimate == 0.5)
    #expect((interval.low + interval.high - 1).magnitude < 1e-15)
  }

  @Test func refusesWhatIsNoShare() {
    for (successes, trials) in [(0, 0), (-1, 5), (6, 5), (.nan, 5), (1, .infinity)]
      as [(Double, Double)]
    {
      #expect(throws: ParameterProblem.self) {
        try Proportion(successes: successes, trials: trials)
      }
    }
  }
}
