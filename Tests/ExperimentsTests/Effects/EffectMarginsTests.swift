import Statistics
import Testing

@testable import Experiments

@Suite struct EffectMarginsTests {
  private let effect = Effect(estimate: 0.5, standardError: 2)

  /// Φ(−1) = 0.15865525393145705.
  @Test func nonInferiorityIsAShiftedTest() {
    #expect(agrees(effect.nonInferiority(margin: -1.5), 0.15865525393145705, relative: 1e-13))
    #expect(agrees(effect.nonInferiority(margin: 2.5, .less), 0.15865525393145705, relative: 1e-13))
    #expect(effect.nonInferiority(margin: 0) == effect.pValue(.greater))
  }

  /// The 1 − 2α interval lies within the margins where both tests reject at α, and only there.
  @Test func equivalenceAgreesWithTheShorterInterval() {
    for t in [Effect(estimate: 0.2, standardError: 1, degreesOfFreedom: 9), effect] {
      for alpha in [0.01, 0.05, 0.2] {
        let interval = t.interval(confidence: 1 - 2 * alpha)
        let widened = t.equivalence(above: interval.low - 1e-6, below: interval.high + 1e-6)
        let narrowed = t.equivalence(above: interval.low + 1e-6, below: interval.high + 1)
        #expect(widened < alpha && narrowed > alpha)
      }
    }
  }
}
