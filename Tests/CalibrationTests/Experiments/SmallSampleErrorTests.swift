import RealModule
import Statistics
import Testing

@testable import Analyses
@testable import Experiments

/// How often methods for few units, repeated values and rare events see an effect where there is none: printed
/// by method and size, and never above what they promise.
@Suite(.releaseOnly) struct SmallSampleErrorTests {
  private func atMost(_ name: String, _ share: Double, nominal: Double = 0.05) {
    let error = (nominal * (1 - nominal) / Double(Repeated.experiments)).squareRoot()
    print("\(name): \(share), at most \(nominal)")
    #expect(share < nominal + 3.5 * error, "\(name): \(share)")
  }

  /// Two looks, halfway and at the end, at bounds taken to Student's law.
  @Test(arguments: [3, 5, 10, 50])
  func plannedLooks(units: Int) throws {
    for (name, spending) in [
      ("O'Brien–Fleming", ErrorSpending.obrienFleming), ("Pocock", .pocock),
    ] {
      let early = max(2, units / 2)
      let looks = [Double(early) / Double(units), 1]
      let design = try GroupSequentialDesign(looks: looks, boundary: .spending(spending))
      let share = try Repeated.shares(of: 1) { draws in
        let effects = try [early, units].map { count in
          try Effect.difference(
            draws.moments(arm: 1, units: count) { $0.normal() },
            from: draws.moments(arm: 0, units: count) { $0.normal() })
        }
        return [
          zip(effects, design.bounds).contains { $0.statistic.magnitude >= $0.studentised($1) }
        ]
      }[0]
      atMost("\(name) on Student's scale, two looks, \(units) an arm", share)
    }
  }

  /// Medians and upper quantiles of values that repeat.
  @Test(arguments: [20, 100, 500])
  func quantilesInSteps(units: Int) throws {
    let laws: [(name: String, level: Double, draw: @Sendable (inout DrawStream) -> Double)] = [
      ("Poisson(1.678), median", 0.5, { stream in Self.poisson(1.678, &stream) }),
      ("Poisson(1.678), 90 %", 0.9, { stream in Self.poisson(1.678, &stream) }),
      ("ratings 1–5, median", 0.5, { (($0.uniform() * 5).rounded(.down)) + 1 }),
      ("90 % zeros, 90 %", 0.9, { $0.uniform() < 0.9 ? 0 : 1 + ($0.uniform() * 9).rounded(.down) }),
      ("normal, median", 0.5, { $0.normal() }),
    ]
    for law in laws {
      let share = try Repeated.shares(of: 1) { draws in
        let arms = (0..<2).map { arm in
          (0..<units).map { index -> Double in
            var stream = draws.unit(index, arm: arm)
            return law.draw(&stream)
          }
        }
        let test = OrderStatistics(
          try #require(SortedSample(arms[1])), against: try #require(SortedSample(arms[0])),
          level: law.level)
        return [!test.interval(confidence: 0.95).contains(0)]
      }[0]
      atMost("order statistics, \(law.name), \(units) an arm", share)
    }
  }

  private static func poisson(_ mean: Double, _ stream: inout DrawStream) -> Double {
    var (count, product) = (0.0, stream.uniform())
    while product > .exp(-mean) {
      count += 1
      product *= stream.uniform()
    }
    return count
  }

  /// Few events, summed over all tables: nothing is simulated.
  @Test func rareEvents() throws {
    for (m, n, chance) in [(3, 3, 0.5), (10, 10, 0.1), (20, 40, 0.05), (60, 60, 0.02)] {
      let (first, second) = (
        BinomialChances(trials: m, probability: chance),
        BinomialChances(trials: n, probability: chance)
      )
      var (exact, mid) = (0.0, 0.0)
      for (i, one) in first.chances.enumerated() where one > 1e-6 {
        for (j, two) in second.chances.enumerated() where two > 1e-6 {
          let shares = ProportionDifference(
            try Proportion(successes: Double(second.first + j), trials: Double(n)),
            from: try Proportion(successes: Double(first.first + i), trials: Double(m)))
          if BoschlooTest(shares).pValue <= 0.05 { exact += one * two }
          if MidPFisherTest(shares).pValue <= 0.05 { mid += one * two }
        }
      }
      print("Boschloo, \(m) against \(n) at \(chance): \(exact), at most 0.05")
      print("mid-p Fisher, \(m) against \(n) at \(chance): \(mid), about 0.05 at most")
      #expect(exact <= 0.05)
      // Mid-p tests are not exact: they may err a little more often where counts are few.
      #expect(mid < 0.06)
    }
  }
}
