import Testing

/// Sales tactics stop paying once the price war has begun; the closed loop of feedback pays in it.
///
/// What is said of shares of draws in comments is what reduced models of the story gave, written before it.
@Suite(.releaseOnly) struct Restaurant {
  /// A cut pays before the war and never in it: the sign flips in 77 %.
  @Test func thePriceCutFlips() async throws {
    let story = try await Library.story("restaurant")
    #expect(story.difference("price cut before the war").low > 0)
    #expect(story.difference("price cut in the war").high < 0)
    #expect(story.chanceBetter("price cut before the war", than: "price cut in the war") > 0.9)
  }

  /// Touts and flyers pay in 65 % before the war, in 21 % in it, and are always worse in it.
  @Test func toutsAndFlyersFlip() async throws {
    let story = try await Library.story("restaurant")
    let (before, war) = (
      "touts, flyers and platform before the war", "touts, flyers and platform in the war"
    )
    #expect(story.difference(war, from: before).high < 0)
    #expect(story.chanceBetter(before, than: war) > 0.9)
    #expect(story.difference(war).high < 0)
    #expect(story.difference(before).point > 0 && story.chanceBetter(before) > 0.5)
    #expect(story.chanceBetter(war) < 0.4)
  }

  /// The loop pays in 83 %, beats touts and flyers in 93 %, and calls add to it in 94 %.
  @Test func theClosedLoopPays() async throws {
    let story = try await Library.story("restaurant")
    let loop = "the closed loop"
    #expect(story.difference(loop).low > 0 && story.chanceBetter(loop) > 0.8)
    for plan in story.plans.dropLast() {
      #expect(story.chanceBetter(loop, than: plan) > 0.8, "\(plan)")
    }
    #expect(story.difference("calls and better dishes").low > 0)
  }

  /// Who is brought to a table of three pays for the dish: with nobody new at it the group and its dish earn less.
  @Test func companionsPayForTheDish() async throws {
    let story = try await Library.story("restaurant")
    let (group, dish) = ("stall, content, group and dish", "three come and one dish is free")
    // Half a stranger a table, of whom some have been guests before.
    let brought =
      story.offer("companions", of: dish, in: group) / story.offer("redeemed", of: dish, in: group)
    #expect(brought > 0.2 && brought < 0.6)
    let alone = try await Library.story(
      "restaurant", changing: ["assumptions.strangers at a table of three.value": "0.001..0.002"])
    #expect(story.difference(group).point > alone.difference(group).point)
    #expect(
      story[group]["acquired customers"] > alone[group]["acquired customers"])
  }

  /// Without the war even a cut of the same days pays: it is the war that turns it.
  @Test func peaceTurnsTheCutBack() async throws {
    let peace = try await Library.story(
      "restaurant",
      changing: [
        "assumptions.visits in the war.value": "99%..101%",
        "assumptions.offers across the street.value": "0.1%..0.2%",
      ])
    #expect(peace.difference("price cut in the war").low > 0)
  }

  /// A loop whose dishes hardly get better is no more than its stall: zero at 3.5 % of what is left a cycle.
  @Test func feedbackThatChangesNothingDoesNotPay() async throws {
    let idle = try await Library.story(
      "restaurant", changing: ["assumptions.dishes get better.value": "0.5%..2%"])
    #expect(idle.difference("calls and better dishes").high < 0)
    #expect(idle.chanceBetter("calls and better dishes") < 0.2)
  }
}
