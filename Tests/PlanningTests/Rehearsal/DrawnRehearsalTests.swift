import Market
import Statistics
import Testing

@testable import Planning

/// Rehearsals in markets of which something is not known.
@Suite struct DrawnRehearsalTests {
  private let central = QuietMarket.scenario(people: 200)

  /// A coupon that triples purchases at some draws, and changes none but costs a tenth at the others.
  private func draws(_ lifts: [Double], budget: Int64? = nil) -> DrawnScenarios {
    DrawnScenarios(
      lifts.map { QuietMarket.scenario(people: 200, budget: budget, lift: $0) },
      replicationsPerDraw: 2, minimum: lifts.count, maximum: lifts.count)
  }

  private func rehearsal(
    _ draws: DrawnScenarios?, rehearsals: Int = 120, threads: Int = 2
  ) throws -> Rehearsal {
    let design = try RehearsalDesign(
      central, arms: [0, 1], days: 20, metric: .contribution, looks: 2, rehearsals: rehearsals)
    return try Rehearsal(design, draws: draws, threads: threads)
  }

  @Test func theRightPlanIsThatOfTheDraw() async throws {
    let draws = draws([3, 1, 3, 3])
    let result = try await rehearsal(draws).run()
    #expect(result.draws == 4)
    // Markets take turns at the draws; as many experiments in each.
    for (place, row) in result.rows.enumerated() where place > 0 {
      #expect(row.replication % 4 == row.draw)
    }
    #expect(result.decision.right.map(\.value) == [0.25, 0.75])
    #expect(result.decision.best == 1)
    // Nobody who always chose the better one on average would be right as often as the test.
    let rights = [1, 0, 1, 1]
    let wrong = result.rows.filter { $0.chosen != rights[$0.draw] }.count
    #expect(abs(result.decision.wrong.value - Double(wrong) / 120) < 1e-12)
    #expect(result.decision.wrong.value < 0.25)
    #expect(result.decision.expectedLoss.value >= 0)
  }

  /// Where all draws are alike they are the scenario itself: the same experiments, with errors by draw.
  @Test func drawsThatAreAlikeAreTheScenario() async throws {
    let known = try await rehearsal(nil).run()
    let drawn = try await rehearsal(draws([2, 2, 2, 2])).run()
    #expect(known.draws == nil && drawn.draws == 4)
    #expect(known.rows.map(\.salt) == drawn.rows.map(\.salt))
    #expect(
      known.rows.map { $0.comparisons[0].effect } == drawn.rows.map { $0.comparisons[0].effect })
    #expect(abs(known.decision.lead.value - drawn.decision.lead.value) < 1e-6)
  }

  @Test func threadsChangeNothing() async throws {
    let draws = draws([3, 1, 2], budget: 40_000)
    let one = try await rehearsal(draws, rehearsals: 24, threads: 1).run()
    let three = try await rehearsal(draws, rehearsals: 24, threads: 3).run()
    #expect(one.couplings == [.budgets])
    #expect(one.decision.wrong == three.decision.wrong)
    #expect(one.decision.profits == three.decision.profits)
    #expect(
      one.rows.map { $0.comparisons[0].effect } == three.rows.map { $0.comparisons[0].effect })
  }

  /// Sixteen draws at a time are stratified; with few rehearsals there are few draws.
  @Test func drawsComeInWholeBlocks() async throws {
    let many = draws(Array(repeating: 2, count: 40))
    #expect(try await rehearsal(many, rehearsals: 80).run().draws == 32)
    #expect(try await rehearsal(many, rehearsals: 10).run().draws == 5)
  }
}
