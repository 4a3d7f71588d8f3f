@testable import Analyses
import RealModule
import Statistics
import Testing

@testable import Experiments

/// Relative intervals are as wide for arms and looks as those of the effects.
@Suite struct RelativeIntervalsTests {
  /// Three arms of 40 units with means about 10, 11 and 12.
  private func effects(
    _ change: (inout AnalysisPlan) -> Void
  ) async throws -> [EffectEstimate] {
    let values = (0..<120).map { unit -> Double in
      let level = 10 + unit % 3
      return Double(level + unit * 7 % 5)
    }
    return try await WrittenExperiment.result(
      ["x"], [("x", values)], arm: (0..<120).map { $0 % 3 }, change: change
    ).effects
  }

  private func reach(_ effect: EffectEstimate) throws -> (Double, Double) {
    guard case .interval(let estimate, let interval, "log ratio") = effect.relative else {
      throw NotEstimable("not the log ratio's")
    }
    // On the scale of logarithms the interval is symmetric.
    let center = Double.log(onePlus: estimate)
    return (
      center - .log(onePlus: interval.low), Double.log(onePlus: interval.high) - center
    )
  }

  /// Both intervals are so many standard errors wide, for nearly the same degrees of freedom.
  @Test(arguments: [CorrectionRule.dunnett, .none])
  func correctedForArms(rule: CorrectionRule) async throws {
    let alone = try await effects { $0.correction = .none }
    let corrected = try await effects { $0.correction = rule }
    for (one, all) in zip(alone, corrected) {
      let (below, above) = try reach(all)
      #expect(agrees(below, above, relative: 1e-9))
      let wider = all.interval.halfWidth / one.interval.halfWidth
      #expect(rule == .none ? wider == 1 : wider > 1.1)
      #expect(agrees(above / (try reach(one)).1, wider, relative: 1e-4))
    }
  }

  @Test(arguments: SequentialRule.allCases)
  func correctedForLooks(rule: SequentialRule) async throws {
    let alone = try await effects { $0.correction = .none }
    // A quarter of the units planned: the bounds are far out.
    let looking = try await effects {
      $0.correction = .none
      $0.sequential = rule
      $0.plannedUnits = 480
    }
    for (one, all) in zip(alone, looking) {
      let wider = all.interval.halfWidth / one.interval.halfWidth
      #expect(wider > 1.1)
      #expect(agrees(try reach(all).1 / (try reach(one)).1, wider, relative: 1e-2))
    }
  }
}
