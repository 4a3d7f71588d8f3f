import Statistics
import Testing

@testable import Experiments

/// Shares with few events.
struct BoschlooTests {
  static func shares(_ a: Int, _ m: Int, _ b: Int, _ n: Int) throws -> ProportionDifference {
    ProportionDifference(
      try Proportion(successes: Double(b), trials: Double(n)),
      from: try Proportion(successes: Double(a), trials: Double(m)))
  }

  /// SciPy 1.17.1, `boschloo_exact` with n = 256, which looks for the worst share on a grid and may miss a little.
  @Test(arguments: [
    (0, 3, 3, 3, 0.031250000000000014), (1, 20, 8, 20, 0.009320655783380814),
    (0, 30, 2, 30, 0.36629401528511313), (0, 100, 6, 100, 0.020459473077704016),
    (2, 50, 9, 40, 0.01106957352672891), (30, 30, 25, 30, 0.027408407509929594),
    (1, 150, 7, 40, 8.488899986197065e-05), (3, 12, 9, 14, 0.05273965704662785),
    (0, 5, 0, 9, 1), (0, 100, 0, 100, 1),
  ])
  func agreesWithSciPy(a: Int, m: Int, b: Int, n: Int, pValue: Double) throws {
    let own = BoschlooTest(try Self.shares(a, m, b, n)).pValue
    #expect(abs(own / pValue - 1) < 2e-3, "\(own)")
  }

  /// The interval leaves out 0 exactly where the p-value is small, and is the mirror image of the arms exchanged.
  @Test func intervalsAgreeWithPValues() throws {
    for (m, n) in [(3, 3), (4, 6)] {
      for a in 0...m {
        for b in 0...n {
          let test = BoschlooTest(try Self.shares(a, m, b, n))
          for confidence in [0.8, 0.95] {
            let interval = test.interval(confidence: confidence)
            #expect(interval.contains(0) == (test.pValue > 1 - confidence))
          }
          let turned = BoschlooTest(try Self.shares(b, n, a, m)).interval(confidence: 0.9)
          let interval = test.interval(confidence: 0.9)
          #expect(abs(turned.low + interval.high) < 1e-4 && abs(turned.high + interval.low) < 1e-4)
        }
      }
    }
  }

  /// Whatever the two shares are, at least 95 of 100 intervals hold their difference: summed over all tables.
  @Test(arguments: [(6, 6), (4, 11)])
  func intervalsHold(m: Int, n: Int) throws {
    var intervals: [[Interval]] = []
    for a in 0...m {
      intervals.append(
        try (0...n).map { b in
          BoschlooTest(try Self.shares(a, m, b, n)).interval(confidence: 0.95)
        })
    }
    for own in [0.01, 0.1, 0.35, 0.5, 0.8] {
      for other in [0.02, 0.2, 0.5, 0.75, 0.97] {
        let (first, second) = (
          BinomialChances(trials: m, probability: own),
          BinomialChances(trials: n, probability: other)
        )
        var held = 0.0
        for (i, one) in first.chances.enumerated() {
          for (j, two) in second.chances.enumerated() {
            let interval = intervals[first.first + i][second.first + j]
            if interval.contains(other - own) { held += one * two }
          }
        }
        #expect(held >= 0.95 - 1e-9, "\(own) \(other)")
      }
    }
  }

  /// None of 100 twice still tells how large a difference may be: no less than one share's exact interval has it
  /// (Clopper and Pearson: 1 − 0.025^(1/100) = 3.6 %), and not much more.
  @Test func noneInEitherArm() throws {
    let interval = BoschlooTest(try Self.shares(0, 100, 0, 100)).interval(confidence: 0.95)
    #expect(interval.high > 0.0362 && interval.high < 0.05, "\(interval)")
    #expect(abs(interval.low + interval.high) < 1e-6, "\(interval)")
  }
}
