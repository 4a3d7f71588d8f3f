import Testing

/// One-to-one talks with the first thousand fans pay by what is learnt and told, not by orders.
///
/// Reduced models of the story: talks for their orders alone pay in 3 % of draws, and never change the sign by whom
/// comes first at a thousand members; a talk would have to cost a half of what it does.
@Suite(.releaseOnly) struct CommunityLaunch {
  @Test func ordersDoNotPayForTalks() async throws {
    let story = try await Library.story("community-launch")
    #expect(story.difference("a talk for everybody").high < 0)
    #expect(story.chanceBetter("a talk for everybody") < 0.2)
    // It is not that talks do nothing.
    #expect(story["a talk for everybody"]["orders"] > 1.1 * story["the group by itself"]["orders"])
  }

  @Test func whatIsLearntAndToldPays() async throws {
    let story = try await Library.story("community-launch")
    let (served, learnt, told) = (
      "a talk for everybody", "talks we learn from", "talks learnt from and told"
    )
    #expect(story.difference(learnt, from: served).low > 0)
    #expect(story.chanceBetter(learnt, than: served) > 0.8)
    #expect(story.difference(told, from: learnt).low > 0)
    #expect(story.chanceBetter(told, than: learnt) > 0.9)
    #expect(story.difference(told).low > 0)
  }

  /// Where there is time for fewer talks than are asked for, leaders and who orders again come before who asks first.
  @Test func rankBeatsWhoAsksFirst() async throws {
    let story = try await Library.story("community-launch")
    let (rank, first) = ("twenty talks, by rank", "twenty talks, who asks first")
    #expect(story.difference(rank, from: first).low > 0)
    #expect(story.chanceBetter(rank, than: first) > 0.8)
    let talks = story.offer("talked to", of: "talks", in: rank)
    #expect(abs(talks / story.offer("talked to", of: "talks", in: first) - 1) < 0.02)
    #expect(story.offer("turned away", of: "talks", in: rank) > 0.3 * talks)
  }

  /// At a sixth of the wage talks pay by orders alone: zero at 90 CNY a day.
  @Test func cheapTalksPayByOrders() async throws {
    let flipped = try await Library.story(
      "community-launch",
      changing: ["a talk for everybody: fixed costs.an operator": "50 CNY per day"])
    #expect(flipped.difference("a talk for everybody").low > 0)
  }
}
