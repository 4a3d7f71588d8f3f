import Statistics
import Testing

@testable import Analyses
@testable import Experiments

/// Splits day by day: ramp-ups, changes that were meant, and faults.
struct DaySplitTests {
  /// Units by day and arm; values rise from day to day by one, and by the effect in the arm.
  private func units(_ days: [[Int]], effect: Double = 0) -> UnitTable {
    var (values, arms, codes): ([Double], [Int32], [Int32]) = ([], [], [])
    for (day, counts) in days.enumerated() {
      for (arm, count) in counts.enumerated() {
        for unit in 0..<count {
          // Evenly spread, so that arms of a day differ by the effect and next to nothing else.
          let place = (Double(unit) + 0.5) / Double(count) - 0.5
          values.append(Double(day) + place + (arm == 1 ? effect : 0))
          arms.append(Int32(arm))
          codes.append(Int32(day))
        }
      }
    }
    return UnitTable(
      columns: ["x"], values: Matrix(rows: values.count, columns: 1, elements: values),
      arm: Labels(names: ["A", "B"], codes: arms),
      groups: [
        .day: Labels(names: days.indices.map { "2026-03-0\($0 + 1)" }, codes: codes)
      ])
  }

  private func result(
    _ days: [[Int]], effect: Double = 0, change: (inout AnalysisPlan) -> Void = { _ in }
  ) async throws -> AnalysisResult {
    var plan = AnalysisPlan(
      arm: "arm", metrics: [MetricSpecification(name: "x", kind: .mean("x"))])
    plan.day = "day"
    change(&plan)
    return try await Analysis(plan).run(units(days, effect: effect))
  }

  private let ramp = [[990, 10], [900, 100], [500, 500], [510, 490], [495, 505]]

  /// All together the later days' higher values would be an effect of 1.2; within days there is the 0.25 there is.
  @Test func aRampUpIsTakenWithinDays() async throws {
    let found = try await result(ramp, effect: 0.25)
    let rampUp = try #require(found.split.rampUp)
    #expect(rampUp.planned == "2026-03-03")
    #expect(rampUp.days == 2)
    #expect(abs(rampUp.share - 110.0 / 2_000) < 1e-12)
    #expect(!found.split.isBroken)
    let effect = try #require(found.effects.first)
    #expect(abs(effect.effect.estimate - 0.25) < 0.01)
    #expect(effect.method == "ANCOVA, HC2")
    #expect(found.decisions.map(\.verdict) == [.higher])
    #expect(found.days.isEmpty)
    #expect(found.split.arms.map(\.units) == [3_395, 1_605])
    // Days as planned are expected to be split in halves, those before to be what they were.
    #expect(found.split.arms.map(\.expected) == [3_390, 1_610])
  }

  @Test func splitsThatWereMeantToChangeAreTakenSo() async throws {
    let found = try await result(ramp) {
      $0.splitFrom = [
        SplitPeriod(day: "2026-03-01", inOrder: [99, 1]),
        SplitPeriod(day: "2026-03-02", split: ["A": 90, "B": 10]),
        SplitPeriod(day: "2026-03-03", inOrder: [50, 50]),
      ]
    }
    #expect(!found.split.isBroken)
    #expect(found.split.rampUp == nil)
    #expect(abs(found.effects[0].effect.estimate) < 0.01)
    #expect(found.decisions.map(\.verdict) == [.unclear])
    // One day's split is not what was said.
    let wrong = try await result(ramp) {
      $0.splitFrom = [SplitPeriod(day: "2026-03-02", inOrder: [50, 50])]
    }
    #expect(wrong.split.isBroken)
  }

  /// Halves in all, but not day by day: χ² = 2·80²/500 each of four days.
  @Test func aDayThatIsNotSplitAsMeantIsNamed() async throws {
    let found = try await result([[580, 420], [420, 580], [500, 500], [580, 420], [420, 580]])
    #expect(!found.split.isBroken)
    #expect(found.split.rampUp == nil)
    let days = try #require(found.split.days)
    #expect(days.isUneven)
    // SciPy 1.17.1: chi2.sf(102.4, 5), and five times chi2.sf(25.6, 1).
    #expect(abs((days.pValue ?? 0) / 1.648_357_757e-20 - 1) < 1e-8)
    #expect(abs((days.worst?.pValue ?? 0) / 2.100_196_988e-6 - 1) < 1e-8)
    #expect(
      found.cautions.contains { if case .unevenDay = $0 { true } else { false } })
    let even = try await result([[510, 490], [495, 505], [500, 500]])
    #expect(try !#require(even.split.days).isUneven)
  }

  /// A share that is wrong on every day is a fault and no ramp-up, and so is an arm that began too large.
  @Test func faultsAreNoRampUps() async throws {
    let steady = try await result([[450, 550], [455, 545], [445, 555], [450, 550]])
    #expect(steady.split.isBroken)
    #expect(steady.split.rampUp == nil)
    let large = try await result([[100, 900], [500, 500], [505, 495], [498, 502]])
    #expect(large.split.isBroken)
    #expect(large.split.rampUp == nil)
  }

  /// What needs all days together cannot tell the days' differences from an effect.
  @Test func whatCannotBeTakenWithinDaysStops() async throws {
    let looks = try await result(ramp) { $0.sequential = .obrienFleming }
    #expect(looks.split.isBroken)
    #expect(looks.cautions.contains(.splitsChange))
    #expect(looks.decisions.isEmpty)
    await #expect(throws: PlanProblem.self) {
      _ = try await result(ramp) {
        $0.sequential = .obrienFleming
        $0.splitFrom = [SplitPeriod(day: "2026-03-02", inOrder: [50, 50])]
      }
    }
    await #expect(throws: PlanProblem.self) {
      _ = try await result(ramp) {
        $0.splitFrom = [SplitPeriod(day: "2026-03-02", inOrder: [50, 25, 25])]
      }
    }
  }

  /// A quantile takes all days together, and says nothing of units of one day.
  @Test func quantilesAreNotTakenOverDays() async throws {
    let found = try await result(ramp) {
      $0.metrics = [MetricSpecification(name: "median(x)", kind: .quantile("x", 0.5))]
    }
    #expect(found.effects.isEmpty)
    #expect(found.decisions.map(\.verdict) == [.notEstimable])
  }

  @Test(arguments: [
    ("banana", "“banana” is no day such as 2026-03-05, from which on a split could hold"),
    ("12/31/2026", "“12/31/2026” is no day such as 2026-03-05, from which on a split could hold"),
    ("2026-04-01", "the split from 2026-04-01 on begins after the last day, 2026-03-05"),
    ("2026/3/3", "two splits begin on 2026-03-03"),
  ])
  func daysOfSplitsAreRead(day: String, reason: String) async throws {
    await #expect(throws: PlanProblem(reason, key: "split-from")) {
      _ = try await result(ramp) {
        $0.splitFrom = ["2026-03-03", day].map { SplitPeriod(day: $0, inOrder: [50, 50]) }
      }
    }
  }
}
