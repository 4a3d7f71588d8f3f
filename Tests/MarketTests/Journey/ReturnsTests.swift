import Statistics
import Testing

@testable import Market

/// What goes back, and what comes after an order.
struct ReturnsTests {
  /// A busy market in which whole orders go back.
  private static func scenario(
    _ returns: Returns?, _ offers: [Offer]? = nil, people: Int = 1_500, horizon: Int = 120
  ) -> Scenario {
    var scenario = BusyMarket.scenario(people: people, seed: 21, horizon: horizon)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].baskets.returns = returns
    }
    if let offers { scenario.plans[1].offers = offers }
    return scenario
  }

  /// Something off of every sort that comes with an order.
  private static func offers(clawsBack: Bool?) -> [Offer] {
    var threshold = ToolMarket.threshold
    threshold.terms = ThresholdCoupon(
      threshold: 5_000, off: 800, reach: 3_000, pull: 1, returns: Returns(share: 0.5, after: 6))
    var held = threshold
    held.name = "held"
    held.terms = Coupon(.percent(0.1))
    held.holding = Holding(days: 9, impatience: 0.01)
    var group = ToolMarket.group
    group.terms = GroupBuy(.percent(0.2), size: 2, within: 1)
    return [group, threshold, held].map { offer in
      var offer = offer
      offer.window = offer.window.clamped(to: 0..<120)
      offer.clawsBack = clawsBack
      return offer
    }
  }

  @Test func returnsAreDrawn() {
    let draws = Draws(seed: 5, replication: 0)
    let count = 40_000
    func delays(_ returns: Returns) -> [Double?] {
      (0..<count).map {
        var stream = draws.stream(Individual(family: 1, index: UInt32($0)), Purpose("a return"))
        return returns.delay(&stream)
      }
    }
    let (some, more) = (
      delays(Returns(share: 0.2, after: 5)), delays(Returns(share: 0.3, after: 5))
    )
    let back = some.compactMap(\.self)
    // Four standard errors of a share of .2, and of a mean of 5 of exponentials.
    #expect(abs(Double(back.count) / Double(count) - 0.2) < 4 * (0.16 / Double(count)).squareRoot())
    let mean = back.reduce(0, +) / Double(back.count)
    #expect(abs(mean - 5) < 4 * 5 / Double(back.count).squareRoot())
    // The same go back of a larger share, at the same time, and more.
    #expect(zip(some, more).allSatisfy { $0 == nil || $0 == $1 })
    #expect(more.compactMap(\.self).count > back.count)
    #expect(
      delays(Returns(share: 1, after: 5, varies: false)).allSatisfy { $0 == 5 })
    // Of a discount of a tenth a day: 1/(1 + .5) and e^−.5.
    #expect(abs(Returns(share: 0.3, after: 5).discountedShare(at: 0.1) - 0.2) < 1e-12)
    #expect(
      abs(
        Returns(share: 1, after: 5, varies: false).discountedShare(at: 0.1) - 0.6065306597)
        < 1e-9)
  }

  /// Where none goes back every byte is as without.
  @Test func noneChangesNothing() {
    let (without, none) = (
      ToolMarket.outcome(Self.scenario(nil)),
      ToolMarket.outcome(Self.scenario(Returns(share: 0, after: 5)))
    )
    for (one, other) in zip(without, none) {
      #expect(one.ledger == other.ledger && one.events == other.events)
      #expect(one.tally.offers == other.tally.offers && one.tally.cohorts == other.tally.cohorts)
      for figure in Figure.allCases {
        let (here, there) = (one.figures[figure, 0], other.figures[figure, 0])
        #expect(here == there || (here.isNaN && there.isNaN), "\(figure)")
      }
    }
  }

  /// What goes back moves money and nobody: the same people order the same on the same days.
  @Test func returnsMoveMoneyAlone() {
    let (without, some) = (
      ToolMarket.outcome(Self.scenario(nil))[1],
      ToolMarket.outcome(Self.scenario(Returns(share: 0.3, after: 5)))[1]
    )
    #expect(without.events == some.events)
    #expect(without.ledger.total(.revenue) == some.ledger.total(.revenue))
    #expect(some.ledger.total(.refunds) < 0)
    #expect(some.ledger.total(.costOfGoods) > without.ledger.total(.costOfGoods))
    // Nearly all of it is back within the horizon: 30 % of revenue, in a market of some thousand orders.
    let share = -Double(some.ledger.total(.refunds)) / Double(some.ledger.total(.revenue))
    #expect(share > 0.25 && share < 0.33)
    #expect(
      some.figures[.revenue, 0]
        == Double(some.ledger.total(.revenue) + some.ledger.total(.refunds)))
  }

  /// Every figure agrees with the ledger: contribution is revenue less its costs, by customer and in all.
  @Test func moneyAgreesHoweverItIsGrouped() {
    let scenario = Self.scenario(Returns(share: 0.3, after: 5), Self.offers(clawsBack: nil))
    let plan = ToolMarket.outcome(scenario)[1]
    let (ledger, figures) = (plan.ledger, plan.figures)
    let costs: [Figure] = [
      .costOfGoods, .operations, .rewards, .firstOrderRewards, .acquisition, .messaging, .product,
    ]
    #expect(
      figures[.revenue, 0] - costs.reduce(0) { $0 + figures[$1, 0] } == Double(ledger.net()))
    let accounts: [Account] = [.revenue, .refunds, .costOfGoods, .operations, .reward]
    let ofAcquired = accounts.reduce(Int64(0)) { sum, account in
      sum
        + (0..<scenario.sources.before).reduce(0) { $0 + ledger.total(account, source: $1) }
    }
    #expect(plan.tally.cohorts.contribution.reduce(0, +) == ofAcquired)
    #expect(abs(figures[.realisedValue, 0] - Double(ofAcquired)) < 0.05 * Double(ofAcquired))
    let rewards = -(ledger.total(.reward) + ledger.total(.firstOrderReward))
    #expect(rewards == (0..<3).reduce(0) { $0 + plan.counted(.paid, $1) })
    #expect(plan.counted(.sentBack, 1) > 10 && plan.counted(.withheld, 2) > 5)
    #expect(plan.counted(.sentBack, 1) < plan.counted(.raised, 1))
  }

  /// A market without costs but goods and rewards, whose money counts alike whenever it comes.
  private static func frictionless(
    _ returns: Returns, _ offers: [Offer], runOff: Int, residual: Double,
    withTodaysCustomers: Bool = true
  ) -> PlanOutcome {
    var scenario = scenario(returns, offers)
    scenario.market.discountRate = 0
    scenario.market.residualDays = residual
    scenario.market.runOff = RunOff(days: runOff)
    scenario.market.product.iteration = nil
    for plan in scenario.plans.indices { scenario.plans[plan].channels = [] }
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].baskets.costPerOrder = 0
      scenario.market.segments[segment].begins = .prospects(aware: 0.5)
      if !withTodaysCustomers { scenario.market.segments[segment].base = [] }
    }
    return ToolMarket.outcome(scenario)[1]
  }

  /// Every entry that is reversed pairs with one that was booked: where all goes back nothing is left, to the cent,
  /// of orders, of what was added to them, of rewards, nor of anybody's worth, wherever the horizon falls.
  @Test(arguments: [(0, 0.0), (0, 90), (60, 60), (30, 200)], [0.0, 4, 25])
  func whatAllGoesBackLeavesNothing(_ after: (runOff: Int, residual: Double), _ days: Double) {
    for varies in [true, false] {
      let plan = Self.frictionless(
        Returns(share: 1, after: days, varies: varies), Self.offers(clawsBack: true),
        runOff: after.runOff, residual: after.residual)
      let figures = plan.figures
      #expect(plan.ledger.total(.revenue) > 1_000_000)
      #expect(plan.counted(.raised, 1) > 10 && plan.counted(.redeemed, 2) > 10)
      #expect(abs(figures[.contribution, 0] + figures[.afterwards, 0]) < 1e-4)
      #expect(abs(figures[.customerValue, 0]) < 1e-4)
    }
  }

  /// Where rewards are kept they are all that is left, those on first orders of no customer's worth.
  @Test func rewardsMayBeKept() {
    let plan = Self.frictionless(
      Returns(share: 1, after: 4), Self.offers(clawsBack: false).dropLast(), runOff: 0,
      residual: 0, withTodaysCustomers: false)
    let ledger = plan.ledger
    let (first, later) = (ledger.total(.firstOrderReward), ledger.total(.reward))
    #expect(first < -1_000 && later < -1_000)
    // What is ordered in the last days still goes back, after the horizon.
    #expect(plan.figures[.afterwards, 0] < 0)
    let profit = plan.figures[.contribution, 0] + plan.figures[.afterwards, 0]
    #expect(abs(profit - Double(first + later)) < 1e-4)
    #expect(abs(plan.figures[.customerValue, 0] - Double(later)) < 1e-4)
  }

  /// In expectation a share ρ of the margin is gone, whatever of it lies after the horizon.
  @Test func whatCustomersAreWorthFollows() {
    func profit(_ share: Double, _ runOff: Int) -> Double {
      let plan = Self.frictionless(
        Returns(share: share, after: 10), [], runOff: runOff, residual: 100)
      return plan.figures[.contribution, 0] + plan.figures[.afterwards, 0]
    }
    for runOff in [0, 50] {
      // Baskets of thousands of orders: their sums returned vary by 2 %.
      let ratio = profit(0.4, runOff) / profit(0, runOff)
      #expect(abs(ratio - 0.6) < 0.03, "\(ratio)")
    }
  }

  /// People of an experiment bring what the ledger has, and an order that goes back is theirs as it was.
  @Test func armsHaveWhatGoesBack() throws {
    let scenario = Self.scenario(Returns(share: 0.3, after: 8), Self.offers(clawsBack: nil))
    let plan = try #require(Simulation(scenario, comparing: false).replication(0)).plans[1]
    let observations = [PersonMetric.revenue, .contribution, .profit].map {
      Observation($0, after: scenario.horizon)
    }
    let market = ArmMarket(
      scenario, try ArmDesign(scenario.plans), observations: observations)
    let people = market.people(replication: 0, .everybody(1))
    func total(_ figures: Figure...) -> Double {
      figures.reduce(0) { $0 + plan.figures[$1, 0] }
    }
    #expect(people.values[0].reduce(0, +) == total(.revenue))
    // The book has what is people's: all but what the market as a whole costs.
    let common = total(.acquisition, .product, .messaging)
    #expect(abs(people.values[1].reduce(0, +) - total(.contribution) - common) < 0.5)
    let outcome = market.play(
      replication: 0, .everybody(1), labelled: [Allotment(shares: [0.5, 0.5], salt: 1)])
    let profit = outcome.level(observation: 2) * Double(market.people)
    #expect(abs(profit / total(.contribution, .afterwards) - 1) < 1e-9)
  }

  /// A market that couples nobody, played in shards, against the same market played day by day as one.
  @Test func shardsDoNotMatter() throws {
    var scenario = Self.scenario(
      Returns(share: 0.3, after: 5),
      [Self.offers(clawsBack: nil)[1], Self.offers(clawsBack: nil)[2]],
      people: 100, horizon: 60)
    scenario.market.segments = [scenario.market.segments[0]]
    scenario.market.segments[0].size = 3 * Crowd.size
    scenario.market.segments[0].begins = .prospects(aware: 0.5)
    scenario.market.segments[0].feedback = Feedback()
    scenario.market.product.iteration = nil
    scenario.plans = [scenario.plans[1]]
    scenario.plans[0].channels = []
    for offer in scenario.plans[0].offers.indices {
      scenario.plans[0].offers[offer].segments = [0]
      scenario.plans[0].offers[offer].window = 5..<50
      scenario.plans[0].offers[offer].regret = Regret(within: 4, least: 100, loss: 0.5)
    }
    let apart = Simulation(scenario, comparing: false)
    #expect(apart.shards > 1)
    scenario.market.product.iteration = Product.Iteration(
      every: 7, gain: 0, saturation: 1, best: 0, cost: 0)
    let together = Simulation(scenario, comparing: false)
    #expect(together.shards == 1)
    let (first, second) = (
      try #require(apart.replication(0)).plans[0], try #require(together.replication(0)).plans[0]
    )
    #expect(first.ledger == second.ledger && first.events == second.events)
    #expect(first.tally.offers == second.tally.offers)
    for count in [OfferCount.withheld, .letDown] { #expect(first.counted(count, 1) > 0) }
    #expect(first.figures[.customerValue, 0] == second.figures[.customerValue, 0])
  }
}
