import Statistics
import Testing

@testable import Experiments

@Suite struct PosteriorTests {
  /// mpmath 1.3.0, 40 digits: E[max(Z − z, 0)].
  @Test(arguments: [
    (2, 0.0084907026168296375), (4, 7.1452584324056668e-6), (10, 7.474560254589328e-25),
    (30, 1.6319567340914012e-199),
  ])
  func lossesKeepTheirPrecisionFarOut(z: Double, excess: Double) throws {
    let posterior = try EffectPosterior(Effect(estimate: 2 * z, standardError: 2))
    #expect(agrees(posterior.expectedLoss.ofArm, 2 * excess, relative: 1e-12))
    #expect(agrees(posterior.expectedLoss.ofControl, 2 * (z + excess), relative: 1e-12))
    #expect(posterior.chanceToLose > 0)
  }

  /// A prior as sure as the data is worth as much: the mean lies in the middle.
  @Test func priorsWeighByTheirPrecision() throws {
    let posterior = try EffectPosterior(
      Effect(estimate: 3, standardError: 2), prior: EffectPrior(mean: 1, standardDeviation: 2))
    #expect(posterior.mean == 2)
    #expect(agrees(posterior.standardDeviation, 2.0.squareRoot(), relative: 1e-15))
    let prior = EffectPrior(mean: 0.1, standardDeviation: 0.3)
    #expect(prior.absolute(controlMean: -4) == EffectPrior(mean: 0.4, standardDeviation: 1.2))
    #expect(prior.absolute(controlMean: 4).relative(controlMean: 4) == prior)
    #expect(throws: NotEstimable.self) {
      try EffectPosterior(Effect(estimate: 1, standardError: 0))
    }
  }

  /// mpmath 1.3.0, 40 digits, by the finite sum for whole shapes; losses from shifted chances.
  @Test(arguments: [
    (50.0, 52.0, 52.0, 50.0, 0.61077052268783944, 0.038724304339344153),
    (200, 100, 100, 200, 7.4751638671896764e-17, 3.6270057958821218e-19),
    (3, 1001, 6, 900, 0.88710511100650507, 0.0038045336540631766),
  ])
  func proportions(a: Double, b: Double, c: Double, d: Double, chance: Double, loss: Double) {
    let both = ProportionPosteriors(control: .init(a: a, b: b), arm: .init(a: c, b: d))
    #expect(agrees(both.chanceToWin, chance, relative: 1e-11))
    #expect(agrees(both.chanceToLose, 1 - chance, relative: 1e-11))
    #expect(agrees(both.expectedLoss.ofControl, loss, relative: 1e-10))
    let gain = both.expectedLoss.ofControl - both.expectedLoss.ofArm
    #expect(abs(gain - (both.arm.mean - both.control.mean)) < 1e-13)
  }

  /// Without data each is as likely the better, whatever the shapes; Beta(½, ½) peaks at both ends.
  @Test func equalShapesAreEven() {
    for shape in [0.01, 0.5, 1, 7, 1e4, 1e6] {
      let shapes = ProportionPosteriors.Shapes(a: shape, b: shape)
      let both = ProportionPosteriors(control: shapes, arm: shapes)
      #expect(agrees(both.chanceToWin, 0.5, relative: 1e-10))
    }
  }

  /// Means ten thousand spreads apart leave a chance too small for a double, not an endless sum.
  @Test func shapesFarApart() {
    let both = ProportionPosteriors(
      control: .init(a: 1e6, b: 1e3), arm: .init(a: 1e3, b: 1e6))
    #expect(both.chanceToWin >= 0 && both.chanceToWin < 1e-300)
    #expect(agrees(both.chanceToLose, 1, relative: 1e-10))
  }
}
