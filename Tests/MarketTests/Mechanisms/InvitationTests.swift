import RealModule
import Testing

@testable import Market

struct InvitationTests {
  /// By summing the Poisson law: E⌊n/3⌋ at mean 3 and E[min(1, ⌊n/3⌋)] are mechanisms.md's .664603 and .576810.
  @Test func worthWeighsHowManyFollow() {
    let three = Invitation(reward: 15_800, friends: 3, expected: 1)
    var once = three
    once.times = 1
    #expect(abs(three.rewards(mean: 3) - 0.664603) < 1e-6)
    #expect(abs(once.rewards(mean: 3) - 0.576810) < 1e-6)
    // For one friend and for twenty are different offers, whatever the amount.
    func worth(_ friends: Int) -> Double {
      Invitation(reward: 15_800, friends: friends, expected: 0.5).worth(
        to: Shopper(meanBasket: 5_000, basketShape: 6, influence: 4))
    }
    // P(n ≥ 1) + P(n ≥ 2) + … is the mean, 2.
    #expect(abs(worth(1) - 15_800 * 2) < 1e-3)
    #expect(worth(20) < 0.01)
    #expect(
      Invitation(reward: 1, expected: 1).worth(
        to: Shopper(meanBasket: 1, basketShape: 1, influence: 0)) == 0)
  }

  /// A toy for 30 that is worth 90 to a child is weighed as 90 and paid as 30.
  @Test func rewardsMayBeWorthMoreThanTheyCost() throws {
    let shopper = Shopper(meanBasket: 5_000, basketShape: 6, influence: 4)
    let toy = Invitation(reward: 3_000, rewardIsWorth: 9_000, friends: 3, expected: 0.5)
    let money = Invitation(reward: 9_000, friends: 3, expected: 0.5)
    #expect(toy.worth(to: shopper) == money.worth(to: shopper))
    var offer = ToolMarket.invitation
    offer.terms = Invitation(
      reward: 3_000, rewardIsWorth: 9_000, friends: 2, expected: 0.9, deadline: 200)
    let played = ToolMarket.outcome(ToolMarket.scenario([offer], people: 4_000))[1]
    offer.terms = Invitation(reward: 9_000, friends: 2, expected: 0.9, deadline: 200)
    let dear = ToolMarket.outcome(ToolMarket.scenario([offer], people: 4_000))[1]
    #expect(played.counted(.redeemed) > 20)
    #expect(played.counted(.redeemed) == dear.counted(.redeemed))
    #expect(3 * played.counted(.paid) == dear.counted(.paid))
  }

  /// Rewards are paid for every so many followers of one person, no oftener than is said.
  @Test(arguments: [(1, nil), (2, nil), (1, 1)] as [(Int, Int?)])
  func rewardsFollowFollowers(_ friends: Int, _ times: Int?) throws {
    var offer = ToolMarket.invitation
    offer.terms = Invitation(
      reward: 2_000, friends: friends, times: times, expected: 0.9, deadline: 200)
    offer.participation = .automatic
    let plan = ToolMarket.outcome(ToolMarket.scenario([offer], people: 4_000))[1]
    let (followed, paid) = (plan.counted(.followed), plan.counted(.redeemed))
    #expect(followed > 100 && paid > 20)
    #expect(plan.counted(.paid) == 2_000 * paid)
    // Word of the last followers may be under way as the horizon ends.
    if friends == 1, times == nil {
      #expect(followed - paid < followed / 20)
    } else {
      #expect(paid * Int64(friends) < followed)
    }
  }

  /// What inviting costs is part of what customers cost, and theirs is the source.
  @Test func invitedPeopleHaveTheirSource() throws {
    let scenario = ToolMarket.scenario([ToolMarket.invitation])
    #expect(scenario.sources.further == ["invitation"])
    #expect(BusyMarket.scenario(people: 10, seed: 1).sources.further.isEmpty)
    let plan = ToolMarket.outcome(scenario)[1]
    let source = scenario.sources.named("invitation")
    let ledger = plan.ledger
    #expect(plan.events.total(.aware, source: source) > 0)
    let rewards = -ledger.total(.firstOrderReward, source: source)
    #expect(rewards > 0 && rewards <= plan.counted(.paid))
  }

  /// Inviters and friends who know nothing, try at once and buy if they are told, all at one rate.
  private static func circle(_ offer: Offer) -> PlanOutcome {
    let busy = BusyMarket.scenario(people: 1, seed: 1)
    let tight = 1e8
    var inviters = Segment(
      name: "inviters", size: 400, begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight / 0.1, lapseA: 1e-9, lapseB: 1, firstLapse: 0),
      baskets: Published.baskets, feedback: Feedback(influence: 3))
    inviters.trial = .atOnce
    inviters.decision = .always
    var friends = inviters
    (friends.name, friends.size, friends.begins) = ("friends", 100_000, .prospects(aware: 0))
    var scenario = Scenario(
      name: "circle", currency: busy.currency, start: busy.start, horizon: 40, seed: 9,
      market: MarketConditions(segments: [inviters, friends]), plans: [Plan(name: "baseline")])
    var made = offer
    (made.segments, made.window, made.participation) = ([0], 0..<40, .automatic)
    scenario.plans.append(Plan(name: "invite", offers: [made]))
    return ToolMarket.outcome(scenario)[1]
  }

  /// Of friends who try a share buys that the invitation says itself, within four standard errors.
  @Test func invitationsConvince() throws {
    var offer = ToolMarket.invitation
    offer.terms = Invitation(reward: 100, expected: 0.5, convinces: 0.3)
    let plan = Self.circle(offer)
    let (trials, bought) = (
      Double(plan.events.total(.trial)), Double(plan.events.total(.firstOrder))
    )
    #expect(trials > 1_000)
    #expect(abs(bought / trials - 0.3) < 4 * (0.3 * 0.7 / trials).squareRoot())
  }

  /// Where every claim is refused and all are lost by it, neither inviters nor friends order any more; inviters alone
  /// where no more than one of both is told.
  @Test func refusalsLoseBothSides() throws {
    var offer = ToolMarket.invitation
    offer.terms = Invitation(reward: 100, expected: 0.5)
    func orders(loses: Double, of segment: Int) -> Double {
      offer.screening = Screening(refuses: 1, loses: loses)
      let plan = Self.circle(offer)
      #expect(plan.counted(.refused) > 1_000 && plan.counted(.paid) == 0)
      return Double(plan.events.total(.repeatOrder, segment: segment))
    }
    let (kept, lost) = (
      (0..<2).map { orders(loses: 0, of: $0) }, (0..<2).map { orders(loses: 1, of: $0) }
    )
    // Invited on day 1, refused on day 2, told on day 3: of 40 days some 3 are left, and all for whom nobody came.
    #expect(lost[0] < kept[0] * 0.2)
    #expect(lost[1] < kept[1] * 0.2)
  }

  /// After the deadline nobody's coming counts any more.
  @Test func deadlinesEnd() throws {
    func followed(_ days: Int) -> Int64 {
      var offer = ToolMarket.invitation
      offer.terms = Invitation(reward: 20_000, expected: 0.9, deadline: days)
      return ToolMarket.outcome(ToolMarket.scenario([offer]))[1].counted(.followed)
    }
    #expect(followed(1) < followed(30))
    #expect(followed(30) < followed(300))
  }

  /// What friends would have done anyway is judged by the friends: of those who come by no other way, nobody.
  @Test func deadWeightIsThatOfFriends() throws {
    let scenario = Scenario(
      name: "friends", currency: BusyMarket.scenario(people: 1, seed: 1).currency,
      start: BusyMarket.scenario(people: 1, seed: 1).start, horizon: 60, seed: 2,
      market: MarketConditions(segments: [
        Segment(
          name: "customers", size: 200, begins: .customers,
          purchases: PurchaseHabits(shape: 1, rate: 10, lapseA: 1, lapseB: 9),
          baskets: Published.baskets, feedback: Feedback(influence: 2)),
        Segment(
          name: "strangers", size: 4_000, begins: .prospects(aware: 0),
          purchases: PurchaseHabits(shape: 1, rate: 10, lapseA: 1, lapseB: 9),
          baskets: Published.baskets, trial: Trial(hazard: 0.5, pause: 10), decision: .always),
      ]),
      plans: [
        Plan(name: "none"),
        Plan(
          name: "friends",
          offers: [
            Offer(
              name: "bring one", terms: Invitation(reward: 500, expected: 1), orders: .repeats,
              segments: [0], window: 0..<60, participation: .automatic, effect: .lift(0))
          ]),
      ])
    let plan = try #require(Simulation(scenario).replication(0)).plans[1]
    #expect(plan.figures[.redemptions, 0] > 50)
    #expect(plan.figures[.deadWeight, 0] == 0)
  }

  /// Where a reward takes many friends, or a budget ends it, only as many redemptions count as there are; of friends who
  /// would all have come anyway, all of them.
  @Test(arguments: [(1, Int64?.none), (2, Int64?.none), (1, Int64?.some(6_000))])
  func deadWeightIsNoMoreThanRedemptions(_ friends: Int, budget: Int64?) {
    var offer = ToolMarket.invitation
    offer.terms = Invitation(reward: 2_000, friends: friends, expected: 0.5, welcome: 500)
    offer.budget = budget
    let figures = ToolMarket.outcome(ToolMarket.scenario([offer]))[1].figures
    let (redeemed, anyway) = (figures[.redemptions, 0], figures[.deadWeight, 0])
    #expect(redeemed > 0 && abs(figures[.judged, 0] - redeemed) < 1e-9 * redeemed)
    #expect(anyway > 0 && anyway < redeemed)
  }
}
