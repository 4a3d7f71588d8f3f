import Statistics
import Testing

@testable import Experiments

@Suite struct SwitchbackTests {
  /// Two cities, two windows; the first minute after each switch is wild.
  private func day(arms: [Int32] = [0, 0, 1, 1, 1, 1, 0, 0]) -> Switchback {
    Switchback(
      observations: UnitTable(
        columns: ["wait"],
        values: Matrix([[99], [4], [99], [7], [99], [9], [99], [2]]),
        arm: Labels(names: ["old", "new"], codes: arms)),
      place: Labels(names: ["north", "south"], codes: [0, 0, 0, 0, 1, 1, 1, 1]),
      window: Labels(names: ["morning", "evening"], codes: [0, 0, 1, 1, 0, 0, 1, 1]),
      sinceStart: [0, 30, 0, 30, 0, 30, 0, 30])
  }

  @Test func aCellIsAPlaceDuringAWindow() throws {
    let cells = try day().cells(burnIn: 10)
    #expect(cells.values == Matrix([[4], [7], [9], [2]]))
    #expect(cells.arm.codes == [0, 1, 1, 0])
    #expect(cells.groups[.cluster]?.codes == [0, 0, 1, 1])
    #expect(cells.groups[.stratum]?.codes == [0, 1, 0, 1])
    #expect(try day().cells(burnIn: 0).values == Matrix([[51.5], [53], [54], [50.5]]))
  }

  /// (7 + 9)/2 − (4 + 2)/2 = 5, with s² = 2 in both arms: √(2/2 + 2/2).
  @Test func cellsAreComparedLikeUnits() throws {
    let cells = try day().cells(burnIn: 10)
    let means = try AdjustedMeans(
      UnitTable(columns: cells.columns, values: cells.values, arm: cells.arm),
      Adjustment(metrics: [0]))
    let effect = try means.effect(arm: 1, metric: 0)
    #expect(effect.estimate == 5)
    #expect(agrees(effect.standardError, 2.0.squareRoot(), relative: 1e-14))
    #expect(agrees(effect.degreesOfFreedom, 2, relative: 1e-14))
  }

  @Test func whatIsNoSwitchbackIsRefused() {
    #expect(throws: NotEstimable.self) { _ = try day().cells(burnIn: 31) }
    #expect(throws: NotEstimable.self) {
      _ = try day(arms: [0, 1, 1, 1, 1, 1, 0, 0]).cells(burnIn: 10)
    }
  }
}

@Suite struct IntraclassCorrelationTests {
  private let pairs = Labels(names: ["u", "v", "w"], codes: [0, 0, 1, 1, 2, 2])
  private let one = Labels(names: ["A"], codes: [0, 0, 0, 0, 0, 0])

  /// By hand: between (8), within (1/2), so ρ = 7.5/8.5 and the design effect 1 + ρ.
  @Test func agreesWithTheAnalysisOfVariance() throws {
    let icc = try IntraclassCorrelation([1, 2, 3, 4, 5, 6], clusters: pairs, arm: one)
    #expect(agrees(icc.estimate, 7.5 / 8.5, relative: 1e-14))
    #expect(icc.effectiveSize == 2)
    #expect(agrees(icc.designEffect, 1 + 7.5 / 8.5, relative: 1e-14))
  }

  @Test func anEffectIsNotTakenForLikeness() throws {
    let clusters = Labels(
      names: ["a", "b", "c", "d"], codes: [0, 0, 1, 1, 2, 2, 3, 3])
    let arms = Labels(names: ["A", "B"], codes: [0, 0, 0, 0, 1, 1, 1, 1])
    let icc = try IntraclassCorrelation(
      [1, 2, 1, 2, 101, 102, 101, 102], clusters: clusters, arm: arms)
    // Nothing between clusters of an arm: the least value, −1/(m − 1).
    #expect(agrees(icc.estimate, -1, relative: 1e-12))
  }

  @Test func whatDoesNotShowLikenessIsRefused() {
    let alone = Labels(names: ["u"], codes: [0, 0, 0, 0, 0, 0])
    let single = Labels(names: (0..<6).map { "\($0)" }, codes: [0, 1, 2, 3, 4, 5])
    for clusters in [alone, single] {
      #expect(throws: NotEstimable.self) {
        _ = try IntraclassCorrelation([1, 2, 3, 4, 5, 6], clusters: clusters, arm: one)
      }
    }
    #expect(throws: NotEstimable.self) {
      _ = try IntraclassCorrelation([1, 1, 1, 1, 1, 1], clusters: pairs, arm: one)
    }
  }
}

@Suite struct InterferenceCheckTests {
  @Test func theDifferenceOfTwoEstimatesIsTheInterference() {
    let check = InterferenceCheck(
      byUnit: Effect(estimate: 2, standardError: 3, degreesOfFreedom: 10),
      byCluster: Effect(estimate: 5, standardError: 4, degreesOfFreedom: 20))
    #expect(check.interference.estimate == 3)
    #expect(check.interference.standardError == 5)
    #expect(agrees(check.interference.degreesOfFreedom, 625 / (8.1 + 12.8), relative: 1e-14))
    #expect(agrees(check.varianceRatio, 16.0 / 9, relative: 1e-14))
  }
}
