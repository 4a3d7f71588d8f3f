import Testing

/// A child's toy against a parent's dearer gadget.
///
/// Figures of the reduced model this story began with: 48 against 281 CNY of rewards a pupil (the toy is cheaper in 98 %
/// of draws); on profit without a budget it wins in 15 % only, with 2,000 CNY for rewards in 77 %, and at about 10,000
/// CNY the two are even.
@Suite(.releaseOnly) struct K12Course {
  private static func rewardsAPupil(_ plan: String, _ story: Story) -> Double {
    story.offer("reward cost (CNY)", of: "poster", in: plan)
      / (story[plan]["acquired customers"] - story["no poster"]["acquired customers"])
  }

  @Test func toysCostLessAPupil() async throws {
    let story = try await Library.story("k12-course")
    #expect(
      2 * Self.rewardsAPupil("toy for the child", story)
        < Self.rewardsAPupil("gadget for the parents", story))
  }

  @Test func toysWinOnASmallBudget() async throws {
    let story = try await Library.story("k12-course")
    #expect(story.chanceBetter("toys for 2000 CNY", than: "gadgets for 2000 CNY") > 0.6)
    #expect(story.difference("toys for 2000 CNY", from: "gadgets for 2000 CNY").low > 0)
  }

  /// What does not follow: pupils are worth so much that without a budget the gadget brings more.
  @Test func gadgetsWinWithoutABudget() async throws {
    let story = try await Library.story("k12-course")
    #expect(story.chanceBetter("gadget for the parents", than: "toy for the child") > 0.8)
    #expect(story.difference("gadget for the parents", from: "toy for the child").low > 0)
    // The flip: with 20,000 CNY it is the gadgets in most markets, whatever is spent on toys.
    let place = "gadgets for 2000 CNY: invitations.poster.budget"
    let rich = try await Library.story("k12-course", changing: [place: "20000 CNY"])
    #expect(rich.chanceBetter("gadgets for 2000 CNY", than: "toy for the child") > 0.6)
  }

  /// 98 % and 96 % of draws in the reduced model.
  @Test func trustBringsPupils() async throws {
    let story = try await Library.story("k12-course")
    #expect(
      story.chanceBetter("toy, the school's head writes", than: "toy for the child") > 0.8)
    #expect(story.chanceBetter("toy, 2000 did it last year", than: "toy for the child") > 0.8)
  }
}
