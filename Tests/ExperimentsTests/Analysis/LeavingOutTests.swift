import Statistics
import Testing

@testable import Analyses
@testable import Experiments

/// Arms left out, and splits by order.
struct LeavingOutTests {
  private func result(
    _ change: (inout AnalysisPlan) -> Void
  ) async throws -> AnalysisResult {
    let arm = (0..<62).map { $0 < 60 ? $0 % 2 : 2 }
    return try await WrittenExperiment.result(
      ["y"], [("y", arm.indices.map { Double(($0 * 7) % 5) })], arm: arm, change: change)
  }

  @Test func anArmIsAsIfItWereNotThere() async throws {
    let without = try await result { $0.without = ["C"] }
    #expect(without.split.arms.map(\.units) == [30, 30])
    #expect(!without.split.isBroken)
    #expect(without.effects.map(\.arm) == ["B"])
    #expect(without.counts.notes == ["The arm “C” is left out as asked: 2 units."])
    #expect(try await result { _ in }.split.isBroken)
  }

  @Test func onlyArmsThatAreThereAndNotTheControl() async throws {
    await #expect(throws: PlanProblem.self) { try await result { $0.without = ["A"] } }
    let problem = await #expect(throws: PlanProblem.self) {
      try await result { $0.without = ["c"] }
    }
    #expect(problem?.key == "without")
  }

  @Test func sharesInTheOrderOfTheArms() async throws {
    let split = try await result {
      $0.splitInOrder = [30, 30, 2]
    }.split
    #expect(split.arms.map(\.expected) == [30, 30, 2])
    await #expect(throws: PlanProblem.self) { try await result { $0.splitInOrder = [50, 50] } }
  }
}
