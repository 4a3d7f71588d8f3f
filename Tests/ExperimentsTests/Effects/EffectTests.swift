import Statistics
import Testing

@testable import Experiments

@Suite struct EffectTests {
  /// mpmath 1.3.0, 40 digits: 2·∫ of the normal density beyond 22.426080045280724.
  @Test func tailsAreNotLostToRounding() {
    let effect = Effect(estimate: 22.426080045280724, standardError: 1)
    #expect(agrees(effect.pValue(), 2.1911307570022948e-111, relative: 1e-10))
    #expect(effect.pValue() > 0)
    #expect(effect.pValue(.greater) == effect.pValue() / 2)
    #expect(effect.pValue(.less) == 1)
  }

  /// R 4.3: qt(0.975, 7) = 2.364624251592785, qt(0.95, 7) = 1.894578605090006.
  @Test func intervalsAreOpenOnOneSideWhereTheTestIs() {
    let effect = Effect(estimate: 1, standardError: 2, degreesOfFreedom: 7)
    let both = effect.interval()
    #expect(agrees(both.high, 1 + 2 * 2.364624251592785, relative: 1e-12))
    #expect(agrees(both.low, 1 - 2 * 2.364624251592785, relative: 1e-12))
    let above = effect.interval(confidence: 0.95, .greater)
    #expect(agrees(above.low, 1 - 2 * 1.894578605090006, relative: 1e-12))
    #expect(above.high == .infinity)
    #expect(effect.interval(confidence: 0.95, .less).low == -.infinity)
  }
}
