import Statistics
import Testing

@testable import Experiments

@Suite struct SegmentTests {
  /// By hand: effects 1 and 3 with errors 1 and 2, weights 1 and 1/4, mean 1.4, Q = 0.16 + 0.64.
  @Test func cochransQIsTheWeightedSpread() throws {
    let q = try CochranQ([
      Effect(estimate: 1, standardError: 1), Effect(estimate: 3, standardError: 2),
    ])
    #expect(agrees(q.common.estimate, 1.4, relative: 1e-15))
    #expect(agrees(q.common.standardError, 0.8.squareRoot(), relative: 1e-15))
    #expect(agrees(q.statistic, 0.8, relative: 1e-14))
    #expect(q.degreesOfFreedom == 1 && q.inconsistency == 0)
    // χ² with one degree of freedom is a squared normal variable.
    #expect(agrees(q.pValue, 2 * .normalCDF(-(0.8.squareRoot())), relative: 1e-13))
  }

  /// Three groups of 4, 6 and 3 values: SciPy 1.17.1, `f_oneway(…, equal_var=False)`.
  @Test func fewUnitsMakeErrorsUncertain() throws {
    let q = try CochranQ([
      Effect(estimate: 24.975, standardError: 2.5486516042801926, degreesOfFreedom: 3),
      Effect(estimate: 30.400000000000002, standardError: 2.83137187007759, degreesOfFreedom: 5),
      Effect(estimate: 19.23333333333333, standardError: 0.6385748020222669, degreesOfFreedom: 2),
    ])
    #expect(agrees(q.pValueOfEstimatedErrors, 0.02147652697733063, relative: 1e-10))
    #expect(q.pValue < 0.001)
    let known = try CochranQ([
      Effect(estimate: 1, standardError: 1), Effect(estimate: 3, standardError: 2),
    ])
    #expect(known.pValueOfEstimatedErrors == known.pValue)
  }

  /// numpy 2.4.6 and scipy 1.17.1: residual sums of squares with and without interaction, 16 units in three
  /// segments of two arms.
  @Test func interactionIsTheFTestOfNestedModels() throws {
    let control: [[Double]] = [[45, 37, 35], [31, 25, 46], [42, 43]]
    let treatment: [[Double]] = [[25, 45, 15], [25, 39], [14, 34, 39]]
    let test = try SegmentInteraction(
      control: control.map { Moments($0) }, treatment: treatment.map { Moments($0) })
    #expect(test.numeratorDegreesOfFreedom == 2 && test.denominatorDegreesOfFreedom == 10)
    #expect(agrees(test.statistic, 0.36178632596832017, relative: 1e-11))
    #expect(agrees(test.pValue, 0.7051840936702081, relative: 1e-11))
  }

  @Test func whatCannotBeComputedIsSaid() {
    #expect(throws: NotEstimable("there are fewer than two groups")) {
      try CochranQ([Effect(estimate: 1, standardError: 1)])
    }
    #expect(throws: NotEstimable("the error of an effect is not known")) {
      try CochranQ([Effect(estimate: 1, standardError: 1), Effect(estimate: 1, standardError: 0)])
    }
    #expect(throws: NotEstimable("a segment has no unit in an arm")) {
      try SegmentInteraction(
        control: [Moments([1, 2]), Moments()], treatment: [Moments([1, 2]), Moments([3, 4])])
    }
  }
}
