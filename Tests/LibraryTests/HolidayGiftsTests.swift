import Testing

/// Gifts at holidays: cost up, expectation up, customers not.
///
/// Reduced model: gifts lose in 100 % of draws, of a coupon after them .92 as many are taken, and visits for 14 days after
/// each gift would have to be 1.88 times as many. Here they go also to who has left, so that it takes more.
@Suite(.releaseOnly) struct HolidayGifts {
  private static let name = "holiday-gifts"

  @Test func costMoreThanTheyBringTheDearerTheMore() async throws {
    let story = try await Library.story(Self.name)
    #expect(story.chanceBetter("gifts of 8") < 0.05)
    #expect(story.difference("gifts of 15", from: "gifts of 8").high < 0)
    #expect(story["gifts of 15"]["reward cost"] > 1.7 * story["gifts of 8"]["reward cost"])
  }

  @Test func bringNoCustomers() async throws {
    let story = try await Library.story(Self.name)
    for plan in ["gifts of 8", "gifts of 15"] {
      #expect(story[plan]["acquired customers"] == story["no gifts"]["acquired customers"])
      #expect(story[plan]["orders"] < 1.1 * story["no gifts"]["orders"])
    }
  }

  @Test func makePeopleExpectMore() async throws {
    let story = try await Library.story(Self.name)
    func taken(_ plan: String) -> Double { story.offer("taken", of: "autumn coupon", in: plan) }
    #expect(taken("gifts of 8 and the coupon") < 0.99 * taken("a coupon of 8"))
    #expect(taken("gifts of 15 and the coupon") < 0.97 * taken("gifts of 8 and the coupon"))
  }

  @Test func aCouponForAnOrderComesToAboutNothing() async throws {
    let story = try await Library.story(Self.name)
    let gifts = story.difference("gifts of 8")
    #expect(abs(story.difference("a coupon of 8").point) < 0.05 * abs(gifts.point))
    #expect(story.chanceBetter("a coupon of 8", than: "gifts of 8") > 0.95)
  }

  @Test func payOnceVisitsTripleAfterEach() async throws {
    let story = try await Library.story(
      Self.name, changing: ["gifts of 8: holiday gifts.gifts.goodwill": "3"])
    #expect(story.difference("gifts of 8").low > 0)
  }
}
