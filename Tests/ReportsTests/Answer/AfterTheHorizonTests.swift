import Market
import Testing

@testable import Reports
@testable import Takeaways

struct AfterTheHorizonTests {
  /// What rests on the time after the horizon is said with how long that is, and both parts are the table's.
  @Test func saysHowMuchAndForHowLong() async throws {
    let result = try await SmallTown.played.value
    let leader = try #require(result.leader)
    let words = try #require(result.afterTheHorizon(leader))
    #expect(words.contains("over the 1 year that the file counts (residual)"))
    let parts = try #require(leader.parts)
    #expect(parts.within > 0 && parts.afterwards > 0)
    let share = Int((parts.afterwards / (parts.within + parts.afterwards) * 100).rounded())
    #expect(words.contains(#/ \+[\d,.]+ EUR falls within the horizon and \+[\d,.]+ EUR after it /#))
    #expect(words.contains(" after it (\(share)% of it): "))
    // It stands with the other things to know, and not in the first screen.
    let answer = Answer(result)
    func flat(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(flat(answer.text(showsMore: true)).contains(words))
    #expect(!flat(answer.text()).contains("falls within the horizon"))
  }

  @Test func nothingIsSaidWhereNothingCountsAfterwards() async throws {
    var scenario = SmallTown.scenario(plans: 2)
    (scenario.market.residualDays, scenario.market.runOff) = (0, RunOff())
    scenario.stopping = StoppingRule(minimum: 4, maximum: 4)
    let result = try await SmallTown.result(scenario)
    let leader = try #require(result.leader)
    #expect(result.afterTheHorizon(leader) == nil)
  }
}
