@testable import Analyses
import Statistics
import Testing

@testable import Experiments

/// An arm that says nothing does not silence the others.
@Suite struct SmallArmsTests {
  private func result(
    _ table: UnitTable, _ change: (inout AnalysisPlan) -> Void
  ) async throws -> AnalysisResult {
    var plan = AnalysisPlan(arm: "arm", metrics: [try MetricSpecification("y")])
    change(&plan)
    return try await Analysis(plan).run(table)
  }

  /// Arms A, B and C of 40 units, and D of few.
  private func table(few: Int) -> UnitTable {
    let whole = groupedUnits(200, clusters: 20, arms: 3)
    var left = few
    let arms = Labels(
      names: ["A", "B", "C", "D"],
      codes: whole.arm.codes.map { code in
        guard left > 0, code == 2 else { return code }
        left -= 1
        return 3
      })
    return UnitTable(
      columns: whole.columns, values: whole.values, arm: arms,
      groups: whole.groups.filter { $0.key == .cluster })
  }

  @Test(
    arguments: [
      (1, "arm D has fewer than two units"),
      (2, "arm D has 2 units, not more than its 2 coefficients"),
    ]
  )
  func theOthersAreAnalysed(few: Int, reason: String) async throws {
    let table = table(few: few).dropping(.cluster)
    let own = try await result(table) { $0.covariates = ["x"] }
    #expect(own.effects.map(\.arm) == ["B", "C"])
    #expect(own.notEstimable.map(\.arm) == ["D"])
    #expect(own.notEstimable.first?.reason == reason)
    #expect(
      own.correction == .dunnett(isResampled: false, hasFallenBack: false))
    let without = table.keeping(arms: [0, 1, 2])
    let reference = try await result(without) { $0.covariates = ["x"] }
    for (one, other) in zip(own.effects, reference.effects) {
      #expect(one == other)
    }
  }

  @Test func oneClusterInAnArm() async throws {
    let whole = groupedUnits(200, clusters: 20, arms: 3)
    let codes = zip(whole.arm.codes, whole.groups[.cluster]?.codes ?? []).map {
      $1 == 4 ? 2 : $0 == 2 ? 1 : $0
    }
    let table = UnitTable(
      columns: whole.columns, values: whole.values,
      arm: Labels(names: ["A", "B", "C"], codes: codes), groups: whole.groups)
    let own = try await result(table) { $0.cluster = "cluster" }
    #expect(own.effects.map(\.arm) == ["B"])
    #expect(
      own.notEstimable.first?.reason == "all units of arm C are in one cluster, so that nothing"
        + " shows how much clusters of that arm differ")
  }

  @Test func cupedAndWelchToo() async throws {
    let table = table(few: 1).dropping(.cluster)
    for covariates in [["x"], []] {
      let own = try await result(table) {
        $0.covariates = covariates
        $0.adjustment = .cuped
      }
      #expect(own.effects.map(\.arm) == ["B", "C"])
      #expect(own.notEstimable.first?.reason == "an arm has fewer than two units")
      #expect(own.correction == .dunnett(isResampled: false, hasFallenBack: false))
    }
  }

  /// C has no denominator.
  @Test(arguments: AdjustmentRule.allCases) func aZeroDenominatorIsOneArmsOwn(
    rule: AdjustmentRule
  ) async throws {
    let whole = groupedUnits(200, clusters: 20, arms: 3).dropping(.cluster)
    let table = UnitTable(
      columns: whole.columns,
      values: Matrix(
        (0..<200).map { row in
          [
            whole.values[row, 0], whole.arm.codes[row] == 2 ? 0 : 1 + Double(row % 3),
            whole.values[row, 2],
          ]
        }), arm: whole.arm, groups: whole.groups.filter { $0.key == .segment })
    let own = try await result(table) {
      $0.metrics = [MetricSpecification(name: "y/d", kind: .ratio("y", per: "d"))]
      $0.covariates = ["x"]
      $0.segment = "segment"
      $0.adjustment = rule
    }
    #expect(own.effects.map(\.arm) == ["B"])
    #expect(own.notEstimable.map(\.reason) == ["the denominator's mean is 0 in an arm"])
    #expect(own.segments.filter { $0.effect != nil }.map(\.arm) == ["B", "B", "B"])
  }

  @Test func aControlTooSmallSilencesAll() async throws {
    let table = table(few: 1).dropping(.cluster)
    let own = try await result(table.keeping(arms: [3, 0, 1])) { $0.covariates = ["x"] }
    #expect(own.effects.isEmpty)
    #expect(Set(own.notEstimable.map(\.reason)) == ["arm D has fewer than two units"])
  }
}
