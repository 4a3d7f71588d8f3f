import RealModule
import Statistics
import Testing

@testable import Experiments

@Suite struct ConfidenceSequenceTests {
  /// The p-value is the α whose interval just touches 0, with g kept.
  @Test(arguments: Alternative.allCases)
  func pValuesInvertIntervals(alternative: Alternative) {
    let sequence = ConfidenceSequence(alpha: 0.05, units: 2000, alternative: alternative)
    let effect = Effect(estimate: alternative == .less ? -3.4 : 3.4, standardError: 1)
    let p = sequence.pValue(effect, units: 900)
    let touching = ConfidenceSequence(
      alpha: p, mixture: sequence.mixture, alternative: alternative)
    let interval = touching.interval(effect, units: 900)
    let edge = alternative == .less ? interval.high : interval.low
    #expect(abs(edge) < 1e-12)
  }

  @Test func farOutTheyAreNoZeros() {
    let sequence = ConfidenceSequence(units: 2000, alternative: .greater)
    let effect = Effect(estimate: 30, standardError: 1)
    let p = sequence.pValue(effect, units: 2000)
    #expect(p > 0 && p < 1e-150)
    #expect(sequence.pValue(Effect(estimate: -30, standardError: 1), units: 2000) == 1)
  }

  @Test func theTightestIsTighterThanItsNeighbours() {
    let tightest = ConfidenceSequence.tightest(alpha: 0.01, units: 300)
    for factor in [0.9, 1.1] {
      let other = ConfidenceSequence(alpha: 0.01, mixture: tightest.mixture * factor)
      #expect(tightest.multiplier(units: 300) < other.multiplier(units: 300))
    }
  }

  /// Later looks never take back what an earlier one has shown.
  @Test func theLeastPValueStays() {
    let sequence = ConfidenceSequence(units: 1000)
    let looks = sequence.looks([
      (Effect(estimate: 4, standardError: 1), 500), (Effect(estimate: 0, standardError: 1), 900),
    ])
    #expect(looks[1].pValue == looks[0].pValue)
    #expect(looks[0].pValue < 0.05)
    #expect(looks[1].interval.contains(0))
  }

  /// The error rate of looking at every unit up to the 2,000th, by simulation: at most 5 %.
  ///
  /// 400 paths: the 99.9 % quantile of a binomial share of 5 % is 8.5 %.
  @Test func everyLookTogetherKeepsTheErrorRate() {
    let sequence = ConfidenceSequence(units: 500)
    let draws = Draws(seed: 3, replication: 0)
    let widths = (1...2000).map { sequence.multiplier(units: Double($0)) / Double($0).squareRoot() }
    let missed = (0..<400).count { path in
      var stream = draws.stream(
        Individual(family: 1, index: UInt32(path)), Purpose("confidence sequence"))
      var sum = 0.0
      for unit in 1...2000 {
        sum += stream.normal()
        if (sum / Double(unit)).magnitude > widths[unit - 1] { return true }
      }
      return false
    }
    #expect(Double(missed) / 400 < 0.085)
  }
}
