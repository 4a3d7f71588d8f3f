import Statistics
import Testing

@testable import Experiments

@Suite struct NoveltySlopeTests {
  /// Effects on a line, whatever their errors, have its slope; errors 1, 2, 1 by hand.
  @Test func lineIsFound() throws {
    let errors = [1.0, 2, 1]
    let novelty = try NoveltySlope(
      days: [3, 4, 7],
      effects: zip([3.0, 4, 7], errors).map { day, error in
        Effect(estimate: 10 - 0.5 * day, standardError: error)
      })
    #expect(agrees(novelty.slope.estimate, -0.5, relative: 1e-14))
    #expect(agrees(novelty.start, 10, relative: 1e-14))
    // Weights 1, 1/4, 1 have mean day 44/9, and Σ w·(day − mean)² = 74 / 9.
    #expect(agrees(novelty.slope.standardError, (9.0 / 74).squareRoot(), relative: 1e-13))
    #expect(novelty.heterogeneity.degreesOfFreedom == 2)
  }

  @Test func oneDayIsSaid() {
    let effect = Effect(estimate: 1, standardError: 1)
    #expect(throws: NotEstimable("there are fewer than two days")) {
      try NoveltySlope(days: [2, 2], effects: [effect, effect])
    }
  }
}
