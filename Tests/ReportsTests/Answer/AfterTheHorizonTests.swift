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

  /// What goes back later counts with a residual of none, too, and is not said to be what people do then.
  @Test func whatGoesBackLaterIsSaidToBeThat() async throws {
    var scenario = SmallTown.scenario(plans: 2)
    (scenario.market.residualDays, scenario.market.runOff) = (0, RunOff())
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].baskets.returns = Returns(share: 0.5, after: 20)
    }
    scenario.stopping = StoppingRule(minimum: 4, maximum: 4)
    let result = try await SmallTown.result(scenario)
    let leader = try #require(result.leader)
    #expect(try #require(leader.parts).afterwards != 0)
    let words = try #require(result.afterTheHorizon(leader))
    #expect(words.contains("goes back later") && !words.contains("left out"))
    var alone = scenario
    alone.plans = [scenario.plans[0]]
    let text = Answer(try await SmallTown.result(alone)).text()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("afterwards from what of its orders goes back or is paid later"))
  }
}
