import Testing

@testable import Market

struct PointsTests {
  private static let tiers = [
    LoyaltyTier(name: "silver", threshold: 10_000, earning: 1.5),
    LoyaltyTier(name: "gold", threshold: 40_000, earning: 2),
  ]

  private static func card(_ terms: PointsProgramme, window: Range<Int> = 0..<200) -> Offer {
    Offer(
      name: "card", terms: terms, orders: .every, segments: [0, 1], window: window,
      participation: .automatic, effect: .lift(0))
  }

  @Test func pointsAreWholeAndRoundedDown() {
    let terms = PointsProgramme(earned: 0.01, block: 100, off: 500, tiers: Self.tiers)
    #expect(terms.points(for: 2_999, in: 0) == 29)
    #expect(terms.points(for: 2_999, in: 1) == 44)
    #expect(terms.points(for: 2_999, in: 2) == 59)
    // 0.07 times 100 is 7.000000000000001 in doubles, 0.07 times 1,500 is 105 and must not be 104.
    let sevens = PointsProgramme(earned: 0.07, block: 1, off: 1)
    for paid in 1...3_000 {
      #expect(sevens.points(for: Int64(paid), in: 0) == Int64(paid * 7 / 100))
    }
    #expect(terms.worth(to: Shopper(meanBasket: 4_000, basketShape: 1)) == 200)
    #expect(Self.tiers.indices.map { terms.tier(spending: Self.tiers[$0].threshold) } == [1, 2])
    #expect(terms.tier(spending: 9_999) == 0)
  }

  /// What is owed is the worth of all points in whole minor units, whatever was booked on the way.
  @Test func roundingNeverAddsUp() {
    let terms = PointsProgramme(earned: 1, block: 7, off: 3)
    var (accounts, owed, all) = (PointsAccounts(terms), Int64(0), Int64(0))
    for step in 0..<1_000 {
      let (index, points) = (step * 7 % 10, Int64(step * 31 % 23))
      owed += accounts.change(index, by: points, among: 10)
      all += points
      #expect(owed == all * 3 / 7)
    }
    for index in accounts.holders {
      owed += accounts.change(index, by: -accounts.balance(index), among: 10)
    }
    #expect(owed == 0)
  }

  /// 1 + 1·(5/25)·(80/100)² and its kin, by Python 3.
  @Test func nearRewardsDrawOn() {
    var terms = PointsProgramme(earned: 0.01, block: 100, off: 500, pull: 1)
    func factor(_ balance: Int64, spending: Int64 = 0, tier: Int = 0, rate: Double = 0.1)
      -> Double
    {
      terms.gradient(
        balance: balance, spending: spending, tier: tier, meanBasket: 2_500, rate: rate)
    }
    #expect(factor(0) == 1)
    #expect(abs(factor(80) - 1.128) < 1e-12)
    #expect(abs(factor(250) - 1.1388888888888888) < 1e-12)
    terms.tiers = Self.tiers
    // 2.00 to the tier are less than 20.00 to the block; 60.00 are more.
    #expect(abs(factor(80, spending: 9_800) - 1.19208) < 1e-12)
    #expect(abs(factor(80, spending: 4_000) - 1.128) < 1e-12)
    // Nothing above the highest tier.
    #expect(abs(factor(80, spending: 90_000, tier: 2) - 1.128) < 1e-12)
    (terms.pull, terms.halfRate, terms.tiers) = (2, 1.0 / 30, [])
    #expect(abs(factor(50) - 1.025) < 1e-12)
    // Where no order earns a point only a tier comes nearer: 1 + 1·(5/25)·(50/100)².
    (terms.earned, terms.pull, terms.halfRate) = (0, 1, nil)
    #expect(factor(80) == 1)
    terms.tiers = Self.tiers
    #expect(abs(factor(80, spending: 5_000) - 1.05) < 1e-12)
    #expect(factor(80, spending: 90_000, tier: 2) == 1)
    // Nor in a tier that multiplies by nothing.
    (terms.earned, terms.tiers) = (0.01, [LoyaltyTier(name: "none", threshold: 1, earning: 0)])
    #expect(factor(80, spending: 1, tier: 1) == 1)
  }

  /// Orders that go back take the points they earned with them, and bring back those they were paid with.
  @Test(arguments: [true, false]) func returnsCancelPoints(_ isClawedBack: Bool) throws {
    let terms = PointsProgramme(earned: 0.013, block: 40, off: 300, expiry: 50, atStart: 25)
    var offer = Self.card(terms)
    offer.clawsBack = isClawedBack
    var scenario = ToolMarket.scenario([offer])
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].baskets.returns = Returns(share: 0.4, after: 6)
    }
    let plan = ToolMarket.outcome(scenario)[1]
    #expect(plan.counted(.pointsCancelled) > 100)
    #expect(
      plan.counted(.pointsAtStart) + plan.counted(.pointsEarned)
        == plan.counted(.pointsRedeemed) + plan.counted(.pointsExpired)
        + plan.counted(.pointsCancelled) + plan.counted(.pointsOutstanding))
    #expect(plan.counted(.paid) * 40 == plan.counted(.pointsRedeemed) * 300)
    let owed = -Double(plan.ledger.total(.pointsLiability))
    let left = plan.counted(.pointsOutstanding) - plan.counted(.pointsAtStart)
    #expect(abs(owed - Double(left) * 7.5) < 6)
  }

  /// Points and money beside every other offer, orders that wait among them: nothing is lost.
  @Test func nothingIsLost() throws {
    let terms = PointsProgramme(
      earned: 0.013, block: 40, off: 300, expiry: 50, atStart: 25, pull: 0.5, tiers: Self.tiers)
    for window in [0..<200, 15..<120] {
      let offers = [
        ToolMarket.audience, ToolMarket.group, ToolMarket.threshold,
        Self.card(terms, window: window),
      ]
      let scenario = ToolMarket.scenario(offers)
      let plan = ToolMarket.outcome(scenario)[1]
      func counted(_ count: OfferCount) -> Int64 { plan.counted(count, 3) }
      let outstanding = counted(.pointsOutstanding)
      #expect(counted(.pointsAtStart) > 0 && counted(.pointsRedeemed) > 0)
      #expect(counted(.pointsExpired) > 0)
      #expect(
        counted(.pointsAtStart) + counted(.pointsEarned)
          == counted(.pointsRedeemed) + counted(.pointsExpired) + outstanding)
      #expect(counted(.paid) * 40 == counted(.pointsRedeemed) * 300)
      // Each crowd owes whole minor units of its own: two segments and today's customers, at both ends.
      let owed = -Double(plan.ledger.total(.pointsLiability))
      #expect(abs(owed - Double(outstanding - counted(.pointsAtStart)) * 7.5) < 6)
      // A programme that has ended owes nothing for what it gave.
      #expect((window.upperBound < 200) == (outstanding == 0))
      let rewards = -(plan.ledger.total(.reward) + plan.ledger.total(.firstOrderReward))
      #expect(rewards == (0..<4).reduce(0) { $0 + plan.counted(.paid, $1) })
    }
  }

  @Test func nothingEarnedChangesNothing() throws {
    let terms = PointsProgramme(earned: 0, block: 100, off: 500, expiry: 30, pull: 3)
    let plans = ToolMarket.outcome(ToolMarket.scenario([Self.card(terms)]))
    #expect(plans[1].ledger == plans[0].ledger)
    #expect(plans[1].events == plans[0].events)
    // A programme whose points are worth nothing moves nobody and no money either.
    let worthless = PointsProgramme(earned: 0.01, block: 100, off: 0, pull: 3)
    let same = ToolMarket.outcome(ToolMarket.scenario([Self.card(worthless)]))
    #expect(same[1].ledger == same[0].ledger && same[1].events == same[0].events)
  }

  /// Whoever joins for less joins for more, one customer a market.
  @Test func moreIsJoinedByASuperset() throws {
    var scenario = BusyMarket.scenario(people: 1, seed: 6, horizon: 60)
    var segment = scenario.market.segments[0]
    (segment.size, segment.base, segment.begins) = (1, [], .customers)
    (segment.habit, segment.feedback) = (RewardHabit(), Feedback())
    scenario.market.segments = [segment]
    scenario.market.product.iteration = nil
    let worths: [Int64] = [50, 200, 800, 3_000]
    scenario.plans = worths.map { off in
      var offer = Self.card(PointsProgramme(earned: 0.01, block: 20, off: off), window: 10..<50)
      offer.segments = [0]
      offer.participation = .decided(attention: 0.6, fading: 5, noise: 0.5)
      return Plan(name: "\(off)", offers: [offer])
    }
    let simulation = Simulation(scenario, comparing: false)
    var takers = worths.map { _ in Int64(0) }
    for replication in 0..<150 {
      let taken = try #require(simulation.replication(replication)).plans.map { $0.counted(.taken) }
      for (less, more) in zip(taken, taken.dropFirst()) { #expect(less <= more) }
      takers = zip(takers, taken).map { $0 + $1 }
    }
    #expect(takers[0] < takers[3])
  }

  /// A goal that is near raises purchases; nobody is moved who buys much, where only light buyers are.
  @Test func theGoalRaisesPurchases() throws {
    func orders(_ pull: Double, _ half: Double?) -> Int64 {
      let terms = PointsProgramme(
        earned: 0.01, block: 100, off: 1_500, pull: pull, halfRate: half)
      return ToolMarket.outcome(ToolMarket.scenario([Self.card(terms)]))[1].events
        .total(.repeatOrder)
    }
    let (none, all, light) = (orders(0, nil), orders(3, nil), orders(3, 1e-6))
    #expect(all > none * 103 / 100)
    #expect(abs(light - none) < none / 50)
  }

  /// Crowd by crowd or day by day, the market is the same: points couple nobody.
  @Test func shardsChangeNothing() throws {
    let terms = PointsProgramme(
      earned: 0.01, block: 30, off: 200, expiry: 40, atStart: 10, pull: 1, tiers: Self.tiers)
    var scenario = ToolMarket.scenario([Self.card(terms)], people: 10_000)
    scenario.market.product.iteration = nil
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].feedback = Feedback()
    }
    for plan in scenario.plans.indices {
      for channel in scenario.plans[plan].channels.indices {
        scenario.plans[plan].channels[channel].bought?.scarcity = 0
      }
    }
    #expect(Simulation(scenario).shards > 2)
    let apart = ToolMarket.outcome(scenario)[1]
    // A coupon worth nothing with a budget: now all crowds go day by day.
    scenario.plans[1].offers.append(
      Offer(
        name: "nothing", terms: Coupon(.fixed(0)), orders: .every, segments: [0, 1],
        window: 0..<200, budget: 1, participation: .automatic, effect: .lift(0)))
    #expect(Simulation(scenario).shards == 1)
    let together = ToolMarket.outcome(scenario)[1]
    #expect(apart.counted(.pointsExpired) > 100)
    #expect(apart.ledger == together.ledger && apart.events == together.events)
    for count in OfferCount.allCases { #expect(apart.counted(count) == together.counted(count)) }
  }

  /// What people have in an experiment is their arm's; money that moves without an order is theirs too.
  @Test func armsHaveTheirOwn() throws {
    let terms = PointsProgramme(earned: 0.05, block: 10_000, off: 10_000, expiry: 30)
    var scenario = ToolMarket.scenario([Self.card(terms)])
    // Else what points promise wins customers.
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].decision.gain = 0
    }
    let design = try ArmDesign([scenario.plans[0], scenario.plans[1]], enrolment: .start)
    let market = ArmMarket(
      scenario, design, observations: [Observation(.contribution, after: scenario.horizon)])
    func total(_ arm: Int) -> Double {
      market.people(replication: 0, .everybody(arm)).values[0].reduce(0, +)
    }
    let plans = ToolMarket.outcome(scenario)
    let owed = Double(plans[1].ledger.total(.pointsLiability))
    #expect(owed < -1_000)
    // Nobody ever redeems a block, so that all a plan changes is what is owed.
    #expect(plans[1].counted(.redeemed) == 0)
    #expect(total(1) - total(0) == owed)
  }
}
