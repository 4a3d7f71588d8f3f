import RealModule
import Statistics
import Testing

@testable import Analyses
@testable import Experiments

/// Sequential rules where errors are estimated from few units.
struct SmallSequentialTests {
  private static let y: [Double] = [1, 5.5, 2, 4.5, 4, 7]
  private static let arm = [0, 1, 0, 1, 0, 1]

  private func effect(
    _ change: @Sendable (inout AnalysisPlan) -> Void
  ) async throws -> EffectEstimate {
    let result = try await WrittenExperiment.result(
      ["y"], [("y", Self.y)], arm: Self.arm, change: change)
    return try #require(result.effects.first)
  }

  @Test(arguments: [SequentialRule.obrienFleming, .pocock])
  func oneLookAtTheEndIsWelch(rule: SequentialRule) async throws {
    let welch = try await effect { _ in }
    let own = try await effect {
      $0.sequential = rule
      $0.looks = 1
    }
    // Found by halving on a logarithmic scale, 24 times from 28.
    #expect(own.adjustedPValue.isApproximatelyEqual(to: welch.pValue, relativeTolerance: 4e-6))
    #expect(own.interval.low.isApproximatelyEqual(to: welch.interval.low, relativeTolerance: 1e-9))
  }

  @Test(arguments: [6.0, 20, 5_000])
  func aSequenceIsNeverNarrowerThanWelch(units: Double) async throws {
    let welch = try await effect { _ in }
    let own = try await effect {
      $0.sequential = .asymptotic
      $0.plannedUnits = units
    }
    #expect(own.interval.width >= welch.interval.width)
    #expect(own.adjustedPValue >= welch.pValue)
  }

  /// An effect that is large on the first days and gone on the last: the rule was crossed, and says when.
  @Test func anEarlierCrossingIsSaid() async throws {
    var (y, arm, day) = ([Double](), [Int32](), [Int32]())
    for unit in 0..<400 {
      let own = Int32(unit % 2)
      y.append(Double((unit * 7) % 13) + (unit < 200 ? 6 : -6) * Double(own))
      arm.append(own)
      day.append(Int32(unit / 100))
    }
    var plan = AnalysisPlan(arm: "arm", metrics: [try MetricSpecification("y")])
    plan.day = "day"
    plan.sequential = .pocock
    plan.looks = 4
    let result = try await Analysis(plan).run(
      UnitTable(
        columns: ["y"], values: Matrix(rows: 400, columns: 1, elements: y),
        arm: Labels(names: ["A", "B"], codes: arm),
        groups: [.day: Labels(names: ["1", "2", "3", "4"], codes: day)]))
    let effect = try #require(result.effects.first)
    let crossing = try #require(effect.crossing)
    #expect(crossing.day == "1")
    #expect(crossing.interval.low > 0)
    #expect(effect.interval.contains(0))
    #expect(result.decisions.map(\.verdict) == [.higher])
  }
}
