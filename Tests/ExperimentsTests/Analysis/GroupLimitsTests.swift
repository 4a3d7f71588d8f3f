@testable import Analyses
import Statistics
import Testing

@testable import Experiments

@Suite struct GroupLimitsTests {
  /// So many groups of four units, two an arm.
  private func table(_ role: UnitTable.Role, groups: Int, arms: Int = 2) -> UnitTable {
    let units = groups * 2 * arms
    return UnitTable(
      columns: ["revenue", "age"],
      values: Matrix(
        rows: units, columns: 2, elements: (0..<2 * units).map { Double(($0 * 7919) % 1009) }),
      arm: Labels(
        names: (0..<arms).map { "arm \($0)" }, codes: (0..<units).map { Int32($0 % arms) }),
      groups: [
        role: Labels(
          names: (0..<groups).map { "\($0)" }, codes: (0..<units).map { Int32($0 / (2 * arms)) })
      ])
  }

  private func plan(_ role: UnitTable.Role) throws -> AnalysisPlan {
    var plan = AnalysisPlan(arm: "arm", metrics: [try MetricSpecification("revenue")])
    switch role {
    case .segment: plan.segment = "town"
    case .stratum: plan.stratum = "town"
    case .day: plan.day = "town"
    case .cluster: plan.cluster = "town"
    }
    return plan
  }

  private func problem(_ plan: AnalysisPlan, _ table: UnitTable) async -> PlanProblem? {
    do throws(PlanProblem) {
      _ = try await Analysis(plan).run(table)
      return nil
    } catch {
      return error
    }
  }

  /// The most groups there may be are compared, each.
  @Test func tenThousandSegments() async throws {
    let result = try await Analysis(plan(.segment)).run(table(.segment, groups: 10_000))
    #expect(result.segments.count == 10_000)
    #expect(result.segments.allSatisfy { $0.effect != nil && $0.units == 4 })
    #expect(result.segmentTests[0].pValue != nil)
  }

  @Test(arguments: [UnitTable.Role.stratum, .day]) func tenThousandGroups(_ role: UnitTable.Role)
    async throws
  {
    let result = try await Analysis(plan(role)).run(table(role, groups: 10_000))
    #expect(result.effects.count == 1)
    if role == .day { #expect(result.days.count == 10_000) }
  }

  @Test(arguments: [UnitTable.Role.segment, .stratum, .day])
  func moreAreRefusedInWords(_ role: UnitTable.Role) async throws {
    let problem = try #require(await problem(plan(role), table(role, groups: 10_001)))
    #expect(problem.key == role.rawValue)
    #expect(problem.reason.contains("column town (--\(role.rawValue)) has 10,001 different"))
    #expect(problem.reason.contains("at most 10,000"))
    #expect(problem.reason.contains("; give "))
  }

  /// Clusters are what is randomised: there may be as many as units.
  @Test func clustersAreNotLimited() async throws {
    let result = try await Analysis(plan(.cluster)).run(table(.cluster, groups: 20_000))
    #expect(result.effects.count == 1)
  }

  @Test func segmentsTimesArmsTimesMetrics() async throws {
    var plan = try plan(.segment)
    plan.metrics.append(try MetricSpecification("age"))
    let problem = try #require(
      await problem(plan, table(.segment, groups: 5_001, arms: 21)))
    #expect(problem.reason.contains("5,001 different segments"))
    #expect(problem.reason.contains("200,040 effects"))
    #expect(problem.reason.contains("at most 200,000"))
  }

  @Test func strataInARegression() async throws {
    var plan = try plan(.stratum)
    plan.covariates = ["age"]
    let problem = try #require(await problem(plan, table(.stratum, groups: 1_001)))
    #expect(problem.reason.contains("1,001 different strata"))
    #expect(problem.reason.contains("at most 1,000 can enter a regression"))
  }

  /// Segments of few clusters each cost what their clusters do, whatever others there are.
  @Test func manySegmentsOfManyClusters() async throws {
    let (groups, units) = (10_000, 80_000)
    var plan = try plan(.segment)
    plan.cluster = "household"
    let segments = table(.segment, groups: groups)
    let result = try await Analysis(plan).run(
      UnitTable(
        columns: segments.columns,
        values: Matrix(
          rows: units, columns: 2, elements: (0..<2 * units).map { Double($0 * $0 % 1009) }),
        arm: Labels(names: ["a", "b"], codes: (0..<units).map { Int32($0 % 2) }),
        groups: [
          .segment: Labels(
            names: (0..<groups).map { "\($0)" }, codes: (0..<units).map { Int32($0 / 8) }),
          .cluster: Labels(
            names: (0..<units / 2).map { "\($0)" }, codes: (0..<units).map { Int32($0 / 2) }),
        ]))
    #expect(result.segments.count == groups)
    #expect(result.segments.allSatisfy { $0.effect != nil })
    #expect(result.segmentTests[0].reason != nil)
  }
}
