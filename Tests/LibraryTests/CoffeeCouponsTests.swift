import Testing

/// A coupon at 28 % of the price against one at 58 %.
///
/// Figures of the reduced model this story began with: take-up of the shallow coupon falls from .98 to .07 (ratio .01,
/// .14, .88 at 5, 50, 95 % of draws); deep for first cups pays in 95 %, for everybody in 5 %.
@Suite(.releaseOnly) struct CoffeeCoupons {
  @Test func shallowIsHardlyTakenAfterDeep() async throws {
    let story = try await Library.story("coffee-coupons")
    func takeUp(_ plan: String) -> Double {
      story.offer("taken", of: "shallow", in: plan)
        / story.offer("noticed", of: "shallow", in: plan)
    }
    #expect(takeUp("shallow for everybody") > 0.9)
    #expect(takeUp("deep, then shallow") < 0.5 * takeUp("shallow for everybody"))
  }

  @Test func deepPaysForFirstCupsOnly() async throws {
    let story = try await Library.story("coffee-coupons")
    #expect(story.chanceBetter("deep, first cup only") > 0.8)
    #expect(story.difference("deep, first cup only").low > 0)
    #expect(story.chanceBetter("deep for everybody") < 0.2)
    #expect(story.difference("deep for everybody").high < 0)
    #expect(story.chanceBetter("deep, first cup only", than: "deep for everybody") > 0.9)
  }

  /// The shallow coupon after the deep one mends nothing.
  @Test func followingUpDoesNotMendIt() async throws {
    let story = try await Library.story("coffee-coupons")
    #expect(story.difference("deep, then shallow", from: "deep for everybody").point < 0)
  }

  /// Who waits for the next coupon orders less at full price: without that the spoilt would earn more than others.
  @Test func waitingCostsOrders() async throws {
    let story = try await Library.story("coffee-coupons")
    let patient = try await Library.story(
      "coffee-coupons", changing: ["every segment.reward habit.waiting": "0"])
    #expect(
      patient.difference("deep for everybody").point > story.difference("deep for everybody").point)
  }

  /// Where people do not get used to coupons the shallow one is taken as before.
  @Test func collapseComesFromHabit() async throws {
    let story = try await Library.story(
      "coffee-coupons", changing: ["every segment.reward habit.weight": "0%"])
    #expect(
      story.offer("taken", of: "shallow", in: "deep, then shallow")
        > 0.9 * story.offer("noticed", of: "shallow", in: "deep, then shallow"))
  }
}
