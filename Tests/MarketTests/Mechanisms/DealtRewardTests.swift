import Testing

@testable import Market

/// Invitations whose reward is a draw.
struct DealtRewardTests {
  private static func plan(_ terms: Invitation, people: Int = 4_000) -> PlanOutcome {
    var offer = ToolMarket.invitation
    offer.terms = terms
    return ToolMarket.outcome(ToolMarket.scenario([offer], people: people))[1]
  }

  /// By hand: (.9·30 + .1·330)·1.1 = 66 a reward, of which two are expected.
  @Test func worthIsTheMeanAndTheTasteForChance() {
    let terms = Invitation(
      reward: 0, expected: 0.5,
      dealt: LuckyDraw([.init(3_000, chance: 0.9), .init(33_000, chance: 0.1)], taste: 0.1))
    let shopper = Shopper(meanBasket: 5_000, basketShape: 6, influence: 4)
    #expect(abs(terms.worth(to: shopper) - 2 * 6_600) < 1e-3)
    // What a reward is said to be worth it is, however it is drawn.
    var said = terms
    said.rewardIsWorth = 100
    #expect(abs(said.worth(to: shopper) - 200) < 1e-6)
  }

  /// A draw of one amount is that amount, to the last byte.
  @Test func whatIsCertainIsNoDraw() {
    let fixed = Self.plan(Invitation(reward: 2_000, friends: 2, expected: 0.9, welcome: 500))
    let dealt = Self.plan(
      Invitation(
        reward: 0, friends: 2, expected: 0.9, dealt: LuckyDraw([.init(2_000, chance: 1)]),
        dealtWelcome: LuckyDraw([.init(500, chance: 1)])))
    #expect(fixed.counted(.redeemed) > 20 && fixed.counted(.paid) > 0)
    #expect(fixed.ledger == dealt.ledger && fixed.events == dealt.events)
    #expect(fixed.tally.offers == dealt.tally.offers)
  }

  /// As many friends follow as for the mean, and each reward is a draw of its own: two amounts alone, their mean within
  /// four standard errors.
  @Test func eachRewardIsDrawn() {
    let (low, high, chance) = (1_000.0, 11_000.0, 0.1)
    var offer = ToolMarket.invitation
    func plan(_ terms: Invitation) -> PlanOutcome {
      offer.terms = terms
      (offer.participation, offer.orders) = (.automatic, .every)
      return ToolMarket.outcome(ToolMarket.scenario([offer], people: 8_000))[1]
    }
    let dealt = plan(
      Invitation(
        reward: 0, expected: 0.9,
        dealt: LuckyDraw([
          .init(Int64(low), chance: 1 - chance), .init(Int64(high), chance: chance),
        ])))
    let fixed = plan(Invitation(reward: 2_000, expected: 0.9))
    let count = Double(dealt.counted(.redeemed))
    #expect(count > 300)
    #expect(dealt.counted(.redeemed) == fixed.counted(.redeemed))
    let mean = Double(dealt.counted(.paid)) / count
    let error = (high - low) * (chance * (1 - chance) / count).squareRoot()
    #expect(abs(mean - 2_000) < 4 * error)
    #expect(dealt.counted(.paid) % 1_000 == 0)
    #expect(GivenMarket.rewards(dealt) == dealt.counted(.paid))
  }

  private func invitation(_ keys: String, plan: String = "") throws -> Invitation? {
    let scenario = try Sample.resolve([
      "plans:": """
      invitations:
        bring one: {\(keys), usual success: 10%, window: day 1..30, attention: {chance: 40%}}
      plans:
      """,
      "coupons:": "invitations:",
      "second visit: {value: 10 CNY, orders: second, window: day 1..30, attention: {chance: 40%}}":
        "bring one: {\(plan)}",
    ])
    return scenario.plans[1].offers[0].terms as? Invitation
  }

  /// A draw may be shared, each of both with one of their own; what a plan writes takes the place of what it is instead of.
  @Test func drawsAreWrittenLikeLuckyDraws() throws {
    let draw = "amounts: [10 CNY, 50 CNY], chances: [50%, 10%], taste for chance: 10%"
    let alone = try #require(try invitation(draw))
    #expect(
      alone.dealt == LuckyDraw([.init(1_000, chance: 0.5), .init(5_000, chance: 0.1)], taste: 0.1))
    #expect(alone.dealtWelcome == nil && alone.welcome == 0)
    let shared = try #require(try invitation("\(draw), inviter gets: 33.333%"))
    #expect(shared.dealt?.prizes.map(\.amount) == [333, 1_667])
    #expect(shared.dealtWelcome?.prizes.map(\.amount) == [667, 3_333])
    let instead = try #require(try invitation("reward: 20 CNY, welcome: 5 CNY", plan: draw))
    #expect(instead.dealt == alone.dealt && instead.welcome == 500 && instead.reward == 0)
    let part = try #require(
      try invitation("reward: 20 CNY, welcome: 5 CNY", plan: "\(draw), inviter gets: 50%"))
    #expect(part.welcome == 0 && part.dealt?.most == 2_500)
    let fixed = try #require(try invitation("\(draw), inviter gets: 50%", plan: "reward: 20 CNY"))
    #expect(fixed.dealt == nil && fixed.dealtWelcome == nil && fixed.reward == 2_000)
    // What a plan begins anew it has to write whole.
    #expect(throws: (any Error).self) {
      try invitation("reward: 20 CNY", plan: "shared: 20 CNY")
    }
    #expect(throws: (any Error).self) {
      try invitation("reward: 20 CNY", plan: "amounts: [10 CNY]")
    }
  }

  @Test func aBetterLikedDrawIsTakenByASuperset() throws {
    let draws: [(Int64, Double)] = [(100, -0.5), (100, 0), (100, 0.5), (1_000, 0.5)]
    let offers = draws.map { amount, taste in
      var offer = ToolMarket.invitation
      offer.terms = Invitation(
        reward: 0, expected: 0.9,
        dealt: LuckyDraw(
          [.init(amount, chance: 0.5), .init(2 * amount, chance: 0.2)], taste: taste))
      return offer
    }
    let takers = try GivenMarket.takers(
      of: offers, begins: .customers, feedback: Feedback(influence: 2))
    #expect(takers[0] < takers[3])
  }
}
