import Testing

/// One guided day against three weeks of collecting that nobody finishes.
///
/// Reduced model: the day pays in 56 % of draws and beats three weeks in 89 %, it needs five times the orders of another day;
/// the shorter the collecting the more it costs, as it is paid for what people do anyway.
@Suite(.releaseOnly) struct ShoppingFestival {
  private static let name = "shopping-festival"

  @Test func oneDayBeatsThreeWeeks() async throws {
    let story = try await Library.story(Self.name)
    #expect(story.chanceBetter("one day, 20 off", than: "three weeks, 18 stamps") > 0.8)
    #expect(story.difference("one day, 10 off", from: "one day, 20 off").low > 0)
    #expect(story.difference("one day, hard to follow", from: "one day, 20 off").high < 0)
  }

  @Test func nobodyFinishesThreeWeeks() async throws {
    let story = try await Library.story(Self.name)
    func stamps(_ column: String, _ plan: String) -> Double {
      story.offer(column, of: "stamps", in: plan)
    }
    #expect(stamps("finished", "three weeks, 18 stamps") < 1)
    #expect(stamps("gave up", "three weeks, 18 stamps") > 1_000)
    #expect(story.difference("three weeks, 18 stamps").high < 0)
    #expect(
      stamps("finished", "three days, 3 stamps") > 20 * stamps("finished", "a week, 7 stamps"))
    #expect(
      story.difference("three days, 3 stamps", from: "three weeks, 18 stamps").high < 0)
  }

  @Test func theDayPaysOnlyWhereItIsLoud() async throws {
    let place = "one day, 20 off: coupons.the day.daily multipliers"
    let quiet = try await Library.story(Self.name, changing: [place: "3", "draws.maximum": "32"])
    #expect(quiet.difference("one day, 20 off").high < 0)
    let loud = try await Library.story(Self.name, changing: [place: "12", "draws.maximum": "32"])
    #expect(loud.difference("one day, 20 off").low > 0)
  }

  /// What is lost by those who give up is their goodwill: without it three weeks cost what making them costs.
  @Test func withoutGoodwillLostOnlyTheMakingIs() async throws {
    let story = try await Library.story(
      Self.name, changing: ["tasks.stamps.disappointment": "0", "draws.maximum": "32"])
    let plan = "three weeks, 18 stamps"
    let making = story[plan].spend
    #expect(abs(story.difference(plan).point + making) < 0.02 * making)
  }
}
