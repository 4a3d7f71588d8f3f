import RealModule
import Statistics
import Testing

@testable import Experiments

@Suite struct RelativeLiftTests {
  private let control = Moments(count: 50, mean: 10, sumOfSquaredDeviations: 49 * 16)
  private let treatment = Moments(count: 80, mean: 12, sumOfSquaredDeviations: 79 * 25)

  /// By hand: variances of the means 0.32 and 0.3125.
  @Test func deltaAndLogAgreeWithTheirFormulas() throws {
    let lift = try RelativeLift(treatment, over: control)
    #expect(agrees(lift.estimate, 0.2, relative: 1e-14))
    let delta = (0.3125 + 1.2 * 1.2 * 0.32).squareRoot() / 10
    #expect(agrees(lift.delta.standardError, delta, relative: 1e-13))
    #expect(
      lift.delta.degreesOfFreedom
        == (try Effect.difference(treatment, from: control).degreesOfFreedom))
    let log = try lift.logRatio()
    #expect(agrees(log.estimate, .log(1.2), relative: 1e-14))
    #expect(agrees(log.standardError, (0.32 / 100 + 0.3125 / 144).squareRoot(), relative: 1e-13))
    let interval = try lift.logInterval()
    #expect(agrees(1 + interval.low, .exp(log.interval().low), relative: 1e-13))
    #expect(agrees(1 + interval.high, .exp(log.interval().high), relative: 1e-13))
    #expect(try lift.logInterval(confidence: 0.95, .greater).high == .infinity)
    #expect(try lift.logInterval(confidence: 0.95, .less).low == -1)
  }

  /// At either end of Fieller's interval the treatment is just significantly different from 1 + lift times
  /// the control.
  @Test func fiellerEndsAreJustSignificant() throws {
    let lift = try RelativeLift(treatment, over: control)
    guard case .bounded(let interval) = lift.fiellerSet(confidence: 0.9) else {
      Issue.record("the control's mean is 18 errors from 0")
      return
    }
    let critical = StudentT(uncheckedDegreesOfFreedom: lift.delta.degreesOfFreedom)
      .quantile(upperTail: 0.05)
    for end in [interval.low, interval.high] {
      let ratio = 1 + end
      let distance = (12 - ratio * 10).magnitude / (0.3125 + ratio * ratio * 0.32).squareRoot()
      #expect(agrees(distance, critical, relative: 1e-12))
    }
  }

  @Test func fiellerSaysWhereItIsUnbounded() throws {
    let weak = Moments(count: 50, mean: 0.5, sumOfSquaredDeviations: 49 * 16)
    let set = try RelativeLift(treatment, over: weak).fiellerSet()
    guard case .outside = set else {
      Issue.record("the control's mean is no error from 0, but the set is \(set)")
      return
    }
    let weakest = Moments(count: 80, mean: 0.1, sumOfSquaredDeviations: 79 * 25)
    #expect(try RelativeLift(weakest, over: weak).fiellerSet() == .everything)
  }

  @Test func whatCannotBeComputedIsSaid() throws {
    let nothing = Moments(count: 50, mean: 0, sumOfSquaredDeviations: 49 * 16)
    #expect(throws: NotEstimable.self) { try RelativeLift(treatment, over: nothing) }
    let loss = Moments(count: 50, mean: -2, sumOfSquaredDeviations: 49 * 16)
    let lift = try RelativeLift(treatment, over: loss)
    #expect(throws: NotEstimable.self) { try lift.logRatio() }
    #expect(lift.estimate == -7)
    // Of two losses the ratio has a logarithm.
    #expect(try RelativeLift(loss, over: loss).logRatio().estimate == 0)
  }
}
