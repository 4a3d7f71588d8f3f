import RealModule
import Testing

@testable import Market

struct DailyTaskTests {
  private static let shopper = Shopper(meanBasket: 4_000, basketShape: 6)

  private static func task(_ terms: DailyTask) -> Offer {
    Offer(
      name: "check in", terms: terms, orders: .every, segments: [0, 1], window: 10..<150,
      participation: GivenMarket.weighed, effect: .lift(0))
  }

  /// c 0.9, T 7, n 3: 0.474899 (mechanisms.md); kept within 5 days 0.917530, by adding up all 32 courses of the days.
  @Test func fewFinish() {
    var terms = DailyTask(reward: 1_000, steps: 3, goesOn: 0.9, tiring: 7)
    #expect(abs(terms.finishing - 0.474899) < 1e-6)
    #expect(abs(terms.worth(to: Self.shopper) - 474.899) < 1e-3)
    #expect(abs(terms.stepsExpected - (0.9 + 0.7021711 + 0.4748991)) < 1e-6)
    (terms.missed, terms.within) = (.kept, 5)
    #expect(abs(terms.finishing - 0.9175303026582811) < 1e-12)
    #expect(abs(terms.stepsExpected - 2.913730762474283) < 1e-12)
    // In as many days as steps nothing can be missed.
    terms.within = 3
    #expect(abs(terms.finishing - 0.474899) < 1e-6)
    terms.within = nil
    #expect(terms.finishing == 1)
    terms.expected = 0.2
    #expect(terms.worth(to: Self.shopper) == 200)
    (terms.rewardIsWorth, terms.paid) = (3_000, .steps)
    #expect(abs(terms.worth(to: Self.shopper) - 1_800) < 1e-9)
  }

  @Test func nothingChangesNothing() {
    GivenMarket.expectNothing(of: Self.task(DailyTask(reward: 0, steps: 2, goesOn: 0.9)))
    var offer = Self.task(DailyTask(reward: 900, steps: 2, goesOn: 0.9))
    offer.budget = 0
    GivenMarket.expectNothing(of: offer)
  }

  /// Paid at the end or step by step: the same people take the same steps, and everybody ends in one way.
  @Test func stepsArePaidFor() {
    var terms = DailyTask(reward: 900, steps: 4, goesOn: 0.8, tiring: 20, expected: 1)
    let end = GivenMarket.plans(Self.task(terms))[1]
    #expect(end.counted(.finished) > 20)
    #expect(end.counted(.redeemed) == end.counted(.finished))
    #expect(GivenMarket.rewards(end) == 900 * end.counted(.finished))
    #expect(end.counted(.finished) + end.counted(.gaveUp) < end.counted(.taken))
    (terms.paid, terms.reward, terms.rewardIsWorth) = (.steps, 225, 225)
    let steps = GivenMarket.plans(Self.task(terms))[1]
    #expect(steps.counted(.taken) == end.counted(.taken))
    #expect(steps.counted(.redeemed) > 4 * steps.counted(.finished))
    #expect(GivenMarket.rewards(steps) == 225 * steps.counted(.redeemed))
    // Who has not bought is won by it.
    #expect(steps.ledger.total(.firstOrderReward) < 0 && steps.ledger.total(.reward) < 0)
  }

  /// Of those who begin so many finish, give up after a step and never take one: within four standard errors.
  @Test(arguments: [
    (DailyTask.MissedDay.lost, Int?.none, 0.4748991, 0.9 - 0.4748991),
    // Out of five days none is used with probability 0.1⁵.
    (.kept, 5, 0.9175303, 1 - 0.9175303 - 1e-5),
  ])
  func everybodyEndsInOneWay(
    _ missed: DailyTask.MissedDay, _ within: Int?, _ finished: Double, _ gaveUp: Double
  ) {
    var offer = Self.task(
      DailyTask(
        reward: 900, steps: 3, goesOn: 0.9, tiring: 7, missed: missed, within: within))
    offer.participation = .automatic
    let plan = GivenMarket.plans(offer, people: 4_000)[1]
    // Those who began so late that the window ends first are few.
    let taken = Double(plan.counted(.taken))
    for (count, share) in [(OfferCount.finished, finished), (.gaveUp, gaveUp)] {
      let error = (share * (1 - share) / taken).squareRoot()
      #expect(abs(Double(plan.counted(count)) / taken - share) < 4 * error + 0.005, "\(count)")
    }
  }

  /// Giving up is felt: where it takes something off satisfaction people buy less and leave sooner.
  @Test func givingUpIsFelt() {
    func orders(_ disappointment: Double) -> Int64 {
      var offer = Self.task(
        DailyTask(
          reward: 900, steps: 30, goesOn: 0.9, tiring: 10, disappointment: disappointment))
      offer.participation = .automatic
      let plan = GivenMarket.plans(offer, people: 4_000) { scenario in
        for segment in scenario.market.segments.indices {
          scenario.market.segments[segment].purchases.rateSensitivity = 1
        }
      }[1]
      #expect(plan.counted(.gaveUp) > 500)
      return plan.events.total(.repeatOrder)
    }
    #expect(orders(3) < orders(0))
  }

  /// Of 1,000 who finish each tells Poisson(2·½) others, within four standard errors; they hear it by word of mouth.
  @Test func whoFinishesTellsFriends() {
    let busy = BusyMarket.scenario(people: 1, seed: 1)
    let players = Segment(
      name: "players", size: 1_000, begins: .customers,
      purchases: PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1),
      baskets: Published.baskets, feedback: Feedback(probability: 0, influence: 2))
    var friends = players
    (friends.name, friends.size, friends.begins) = ("friends", 1_000, .prospects(aware: 0))
    func plan(_ openness: Double, goesOn: Double = 1) -> PlanOutcome {
      var offer = Self.task(DailyTask(reward: 900, steps: 2, goesOn: goesOn, openness: openness))
      (offer.segments, offer.participation) = ([0], .automatic)
      let scenario = Scenario(
        name: "shared", currency: busy.currency, start: busy.start, horizon: 160, seed: 4,
        market: MarketConditions(segments: [players, friends]),
        plans: [Plan(name: "baseline"), Plan(name: "task", offers: [offer])])
      return ToolMarket.outcome(scenario)[1]
    }
    let told = plan(0.5)
    #expect(told.counted(.finished) == 1_000)
    let letters = Double(told.counted(.letters))
    #expect(abs(letters - 1_000) < 4 * Double(1_000).squareRoot())
    // Each of 2,000 people hears of it with e^(−letters/2,000) missing out.
    let aware = Double(told.events.total(.aware, segment: 1))
    let expected = 1_000 * (1 - Double.exp(-letters / 2_000))
    #expect(abs(aware - expected) < 4 * expected.squareRoot())
    #expect(plan(0).counted(.letters) == 0 && plan(0).events.total(.aware) == 0)
    #expect(plan(0.5, goesOn: 0.5).counted(.letters) < told.counted(.letters) / 2)
  }

  @Test func budgetsHold() {
    var offer = Self.task(DailyTask(reward: 900, steps: 2, goesOn: 0.9, expected: 1))
    offer.budget = 900 * 30 + 1
    let plan = GivenMarket.plans(offer)[1]
    #expect(plan.counted(.redeemed) == 30 && plan.counted(.paid) == 900 * 30)
  }

  @Test func largerRewardsAreTakenByASuperset() throws {
    let takers = try GivenMarket.takers(
      of: [100, 300, 900, 3_000].map {
        Self.task(DailyTask(reward: $0, steps: 3, goesOn: 0.95))
      }, begins: .customers)
    #expect(takers[0] < takers[3])
  }
}
