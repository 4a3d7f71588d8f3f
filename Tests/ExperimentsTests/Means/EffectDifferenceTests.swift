import Statistics
import Testing

@testable import Experiments

/// Student's sleep data: R 4.3's `t.test(extra ~ group, data = sleep)`, digits from scipy 1.17.1.
@Suite struct EffectDifferenceTests {
  private let control = Moments([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0])
  private let treatment = Moments([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])

  @Test func welchAgrees() throws {
    let effect = try Effect.difference(treatment, from: control)
    #expect(agrees(effect.statistic, 1.8608134674868526, relative: 1e-13))
    #expect(agrees(effect.degreesOfFreedom, 17.776473516178488, relative: 1e-13))
    #expect(agrees(effect.pValue(), 0.0793941401873583, relative: 1e-12))
    #expect(agrees(effect.interval().low, -0.20548323071171137, relative: 1e-11))
    #expect(agrees(effect.interval().high, 3.3654832307117104, relative: 1e-12))
  }

  @Test func studentAgrees() throws {
    let effect = try Effect.difference(treatment, from: control, variances: .equal)
    #expect(agrees(effect.statistic, 1.8608134674868524, relative: 1e-13))
    #expect(effect.degreesOfFreedom == 18)
    #expect(agrees(effect.pValue(), 0.07918671421593822, relative: 1e-12))
    #expect(effect.asymptotic.degreesOfFreedom == .infinity)
  }

  /// scipy 1.17.1: 2 * t.sf(35, 17.776473516178488).
  @Test func tailsAreNotLostToRounding() throws {
    let exact = try Effect.difference(treatment, from: control)
    let far = Effect(
      estimate: 35, standardError: 1, degreesOfFreedom: exact.degreesOfFreedom)
    #expect(far.pValue() > 0 && far.pValue() < 1e-16)
  }

  @Test func whatCannotBeComputedIsSaid() {
    #expect(throws: NotEstimable("an arm has fewer than two units")) {
      try Effect.difference(Moments([1]), from: control)
    }
    #expect(throws: NotEstimable("the metric does not vary in either arm")) {
      try Effect.difference(Moments([2, 2, 2]), from: Moments([1, 1]))
    }
    #expect(throws: NotEstimable("the values are too large to be computed with")) {
      try Effect.difference(Moments([.infinity, 2]), from: control)
    }
  }

  /// One arm without variation is no obstacle: the other's variance is all there is.
  @Test func oneConstantArmIsEnough() throws {
    let effect = try Effect.difference(treatment, from: Moments([1, 1, 1]))
    #expect(agrees(effect.degreesOfFreedom, 9, relative: 1e-14))
    #expect(agrees(effect.standardError, try #require(treatment.standardError), relative: 1e-14))
  }
}
