import Testing

/// Whom to write to after how much silence: cheap messages pay after any, dear calls only where few are merely slow.
///
/// Reduced model: messages at .05 pay at every silence (98 % of draws) and the best is within luck; at 3 a call all lose,
/// after 15 days 2.4 times as much as after three usual gaps; of those written to .47 had left after 15 days, .71 after 180.
@Suite(.releaseOnly) struct WinBackStory {
  private static let name = "win-back"

  @Test func aPushPaysAfterAnySilence() async throws {
    let story = try await Library.story(Self.name)
    for plan in ["push after 15 days", "push after 60 days", "push after 3 usual gaps"] {
      #expect(story.chanceBetter(plan) > 0.8, "\(plan)")
    }
    let apart = story.difference("push after 60 days", from: "push after 3 usual gaps").point
    #expect(abs(apart) < 0.2 * story.difference("push after 60 days").point)
  }

  @Test func longerSilenceFindsThoseWhoHaveLeft() async throws {
    let story = try await Library.story(Self.name)
    func hadLeft(_ plan: String) -> Double {
      story.offer("came back", of: "push", in: plan) / story.offer("taken", of: "push", in: plan)
    }
    #expect(hadLeft("push after 3 usual gaps") > 1.5 * hadLeft("push after 15 days"))
    #expect(hadLeft("push after 60 days") > hadLeft("push after 15 days"))
  }

  @Test func whereAContactCostsSilenceDecides() async throws {
    let story = try await Library.story(Self.name)
    #expect(story.difference("call after 15 days").high < 0)
    #expect(story.difference("call after 3 usual gaps", from: "call after 15 days").low > 0)
    #expect(story.difference("push after 3 usual gaps", from: "call after 3 usual gaps").low > 0)
  }

  @Test func aCallPaysOnceItIsCheap() async throws {
    let story = try await Library.story(
      Self.name, changing: ["call after 3 usual gaps: win-backs.call.cost": "0.5 CNY"])
    #expect(story.difference("call after 3 usual gaps").low > 0)
  }

  @Test func writingMoreOftenIsReadLessAndBringsNothing() async throws {
    let story = try await Library.story(Self.name)
    func list(_ column: String, _ plan: String) -> Double {
      story.offer(column, of: "list", in: plan)
    }
    #expect(
      list("messages opened", "the list every 3 days")
        < 0.8 * list("messages opened", "the list alone"))
    #expect(list("left", "the list every 3 days") > 1.5 * list("left", "the list alone"))
    #expect(
      story.difference("the list every 3 days").high
        < 0.3 * story.difference("push after 60 days").point)
  }
}
