import Statistics
import Testing

@testable import Experiments

/// Large arms with few events.
struct MidPFisherTests {
  /// SciPy 1.17.1: `fisher_exact` less half of the chance of the tables as likely as the one seen, from `hypergeom`: of
  /// arms of one size there are two.
  @Test(arguments: [
    (100, 100_000, 6, 1_000, 0.0003894627325824736), (0, 1_000, 3, 1_000, 0.12481240620310154),
    (2, 5_000, 11, 4_000, 0.0025290495266162257), (995, 1_000, 2_990, 3_000, 0.46621080185381303),
    (7, 300, 1, 300, 0.03797152728089845), (7, 300, 1, 301, 0.022559951982393633),
    (0, 250, 6, 250, 0.015158143859207957),
  ])
  func agreesWithSciPy(a: Int, m: Int, b: Int, n: Int, pValue: Double) throws {
    let test = MidPFisherTest(try BoschlooTests.shares(a, m, b, n))
    #expect(agrees(test.pValue, pValue, relative: 1e-7))
    let interval = test.interval(confidence: 0.95)
    #expect(interval.contains(0) == (pValue > 0.05))
    #expect(interval.contains(Double(b) / Double(n) - Double(a) / Double(m)))
  }

  /// Intervals of two rare shares hold about as often as they should, summed over all tables.
  @Test func intervalsHold() throws {
    let (m, n) = (900, 300)
    var held = 0.0
    let (own, other) = (0.004, 0.012)
    let first = BinomialChances(trials: m, probability: own)
    let second = BinomialChances(trials: n, probability: other)
    for (i, one) in first.chances.enumerated() where one > 1e-4 {
      for (j, two) in second.chances.enumerated() where two > 1e-4 {
        let interval = MidPFisherTest(
          try BoschlooTests.shares(first.first + i, m, second.first + j, n)
        ).interval(confidence: 0.95)
        if interval.contains(other - own) { held += one * two }
      }
    }
    // Mid-p tests err about as often as they say, not at most as often.
    #expect(held > 0.94 && held < 0.985, "\(held)")
  }

  @Test func noneInEitherArm() throws {
    let test = MidPFisherTest(try BoschlooTests.shares(0, 1_000, 0, 3_000))
    #expect(test.pValue == 1)
    let interval = test.interval(confidence: 0.95)
    #expect(interval.low < -0.002 && interval.low > -0.006, "\(interval)")
    #expect(interval.high > 0.0007 && interval.high < 0.002, "\(interval)")
  }
}
