import RealModule
import Statistics
import Testing

@testable import Experiments

@Suite struct DunnettTests {
  /// λ = 0.3, 0.6 and 0.9, for a control's variance of 1.
  private let uneven = [0.3, 0.6, 0.9].map { 1 / ($0 * $0) - 1 }

  /// mpmath 1.3.0, 30 digits, the integral over U by Gauss–Legendre panels of width ⅛.
  @Test func tailsKeepTheirPrecisionFarOut() throws {
    let both = try Dunnett(controlVariance: 1, armVariances: uneven)
    #expect(agrees(both.upperTail(12), 1.0658892672317826e-32, relative: 1e-10))
    let above = try Dunnett(controlVariance: 1, armVariances: uneven, alternative: .greater)
    #expect(agrees(above.upperTail(12), 5.3294463361589128e-33, relative: 1e-10))
    #expect(agrees(above.upperTail(-1), 0.98036465635470846, relative: 1e-12))
    let below = try Dunnett(controlVariance: 1, armVariances: uneven, alternative: .less)
    #expect(below.adjustedPValue(-12) == above.adjustedPValue(12))
  }

  /// mpmath 1.3.0, 20 digits, both integrals by tanh-sinh quadrature: 3.1102496050e-9.
  @Test func tailsOfFewDegreesOfFreedom() throws {
    let law = try Dunnett(controlVariance: 1, armVariances: [1, 1], degreesOfFreedom: 8)
    #expect(agrees(law.upperTail(30), 3.11024960497e-9, relative: 1e-10))
  }

  @Test(arguments: [1, 3.5, 40, 1e5, Double.infinity])
  func oneArmHasStudentsLaw(degreesOfFreedom: Double) throws {
    let law = try Dunnett(
      controlVariance: 2, armVariances: [3], degreesOfFreedom: degreesOfFreedom)
    for t in [0.01, 0.7, 2, 5, 25] {
      let effect = Effect(estimate: t, standardError: 1, degreesOfFreedom: degreesOfFreedom)
      #expect(agrees(law.upperTail(t), effect.pValue(), relative: 1e-11))
    }
  }

  /// A control known without error makes the arms independent: 1 − (1 − p)^k.
  @Test func armsAreIndependentOfAKnownControl() throws {
    let law = try Dunnett(controlVariance: 0, armVariances: [1, 2, 3, 4])
    let single = Effect(estimate: 2.5, standardError: 1).pValue()
    #expect(
      agrees(law.upperTail(2.5), -.expMinusOne(4 * .log(onePlus: -single)), relative: 1e-12))
  }

  @Test func criticalValuesBelongToTheirTails() throws {
    for alternative in Alternative.allCases {
      let law = try Dunnett(
        controlVariance: 1, armVariances: uneven, degreesOfFreedom: 12, alternative: alternative)
      for confidence in [0.2, 0.8, 0.999] {
        let critical = law.criticalValue(confidence: confidence)
        #expect(agrees(law.upperTail(critical), 1 - confidence, relative: 1e-9))
      }
    }
  }

  @Test func whatHasNoVarianceIsSaid() {
    #expect(throws: NotEstimable.self) { try Dunnett(controlVariance: 1, armVariances: [1, 0]) }
    #expect(throws: NotEstimable.self) { try Dunnett(controlVariance: 1, armVariances: []) }
    #expect(throws: NotEstimable.self) {
      try Dunnett(controlVariance: .nan, armVariances: [1])
    }
    #expect(throws: NotEstimable.self) {
      try Dunnett(controlVariance: 1, armVariances: [1], degreesOfFreedom: 0)
    }
  }
}
