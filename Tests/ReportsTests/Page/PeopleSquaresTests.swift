import Charts
import Market
import Planning
import Testing

@testable import Reports
@testable import Takeaways

struct PeopleSquaresTests {
  /// What hunters order with their accounts is no gain, and they are no people who were won over.
  @Test func huntersAreNotWonOver() async throws {
    let scenario = SmallTown.withHunters
    let result = try await SmallTown.result(scenario)
    let leader = try #require(result.leader)
    let squares = try #require(result.peopleSquares(leader))
    #expect(squares.rows.count == scenario.market.segments.count - 1)
    #expect(squares.rows.allSatisfy { $0.name != "bonus hunters" && $0.note.hasSuffix(" people") })
    let flips = try #require(result.comparison.plans[1].difference?.flips)
    #expect(flips.map(\.segment) == squares.rows.map(\.name))
    // The sentence is of the same people.
    let won = flips.reduce(0) { $0 + $1.persuaded }
    #expect(
      squares.sentence.hasPrefix("\(Readable.number(won, decimals: won < 10 ? 1 : 0)) people"))
  }

  /// Where nearly everybody buys anyway, squares would say that nothing moves.
  @Test func littleThatMovesIsLeftOut() async throws {
    var scenario = SmallTown.scenario(plans: 2)
    scenario.plans[1] = scenario.plans[0]
    scenario.plans[1].name = "the same"
    scenario.stopping = StoppingRule(minimum: 2, maximum: 2)
    let result = try await SmallTown.result(scenario)
    let same = try #require(result.leader)
    #expect(result.peopleSquares(same) == nil)
    let played = try await SmallTown.played.value
    let leader = try #require(played.leader)
    #expect(played.peopleSquares(leader) != nil)
  }
}
