import Testing

@testable import Market

struct LuckyDrawTests {
  private static let offer = Offer(
    name: "wheel", terms: LuckyDraw([.init(200, chance: 0.6), .init(1_500, chance: 0.1)]),
    orders: .every, segments: [0, 1], window: 10..<120,
    participation: .decided(attention: 0.6, fading: 5, noise: 0.3), effect: .lift(1))

  private static func plan(_ change: (inout Offer) -> Void = { _ in }) -> PlanOutcome {
    var offer = offer
    change(&offer)
    return ToolMarket.outcome(ToolMarket.scenario([offer]))[1]
  }

  /// By hand: draws fall into the chances one after the other, the rest is nothing.
  @Test func whatIsDrawn() {
    let draw = LuckyDraw([.init(200, chance: 0.6), .init(5_000, chance: 0.1)], taste: 0.5)
    for (uniform, amount) in [
      (0, 200), (0.59, 200), (0.61, 5_000), (0.69, 5_000), (0.71, 0), (0.999, 0),
    ] { #expect(draw.amount(uniform) == Int64(amount)) }
    // (.6·2 + .1·50)·1.5, and where a basket is 10: (.6·2 + .1·10)·1.5.
    func worth(_ basket: Double) -> Double {
      draw.worth(to: Shopper(meanBasket: basket, basketShape: 6))
    }
    #expect(abs(worth(100_000) - 930) < 1e-9)
    #expect(abs(worth(1_000) - 330) < 1e-9)
  }

  /// Who draws nothing has had their draw: of those with one, .3 draw nothing.
  @Test func aDrawOfNothingIsADraw() {
    let plan = Self.plan {
      $0.uses = 1
      $0.terms = LuckyDraw([.init(1, chance: 0.7)])
      $0.participation = .automatic
    }
    let redeemed = Double(plan.counted(.redeemed))
    #expect(redeemed > 300)
    let share = Double(plan.counted(.paid)) / redeemed
    #expect(abs(share - 0.7) < 4 * (0.21 / redeemed).squareRoot())
    // Nobody has a second one.
    let orders = plan.events.total(.firstOrder) + plan.events.total(.repeatOrder)
    #expect(plan.counted(.redeemed) < orders)
    let often = Self.plan {
      $0.terms = LuckyDraw([.init(1, chance: 0.7)])
      $0.participation = .automatic
    }
    #expect(often.counted(.redeemed) > plan.counted(.redeemed))
  }

  /// Baskets, and who orders, are as they were; what is paid is what was drawn.
  @Test func moneyIsWhatWasDrawn() {
    let plan = Self.plan()
    let paid = -(plan.ledger.total(.reward) + plan.ledger.total(.firstOrderReward))
    #expect(paid == plan.counted(.paid) && paid > 0)
    // Only the larger amount can pass a basket; 2.00 and 15.00 are even.
    #expect(paid <= 1_500 * plan.counted(.redeemed))
    let budget = Self.plan { $0.budget = paid / 3 }
    #expect(budget.counted(.paid) <= paid / 3 && budget.counted(.paid) > paid / 3 - 1_500)
  }

  @Test(arguments: [[], [LuckyDraw.Prize(0, chance: 1)], [LuckyDraw.Prize(500, chance: 0)]])
  func nothingToDrawChangesNothing(_ prizes: [LuckyDraw.Prize]) {
    for participation in [Self.offer.participation, .automatic] {
      var offer = Self.offer
      offer.participation = participation
      offer.terms = LuckyDraw(prizes, taste: 0.4)
      let plans = ToolMarket.outcome(ToolMarket.scenario([offer]))
      #expect(plans[1].ledger == plans[0].ledger)
      #expect(plans[1].events == plans[0].events)
    }
  }

  /// A market of one customer a replication: whoever takes a smaller one takes a larger one, or one better liked.
  @Test func aLargerDrawIsTakenByASuperset() throws {
    var scenario = BusyMarket.scenario(people: 1, seed: 6, horizon: 40)
    scenario.market.segments = [scenario.market.segments[0]]
    scenario.market.segments[0].size = 1
    scenario.market.segments[0].base = []
    scenario.market.segments[0].begins = .customers
    scenario.market.segments[0].habit = RewardHabit()
    scenario.market.segments[0].feedback = Feedback()
    scenario.market.product.iteration = nil
    let draws = [(100, 0.0), (300, 0), (600, 0), (600, 0.5), (2_000, 0.5)].map { most, taste in
      LuckyDraw([.init(100, chance: 0.5), .init(Int64(most), chance: 0.5)], taste: taste)
    }
    scenario.plans = draws.map { terms in
      var offer = Self.offer
      offer.terms = terms
      offer.orders = .repeats
      offer.segments = [0]
      offer.window = 5..<30
      return Plan(name: "plan", offers: [offer])
    }
    let simulation = Simulation(scenario, comparing: false)
    var takers = draws.map { _ in Int64(0) }
    for replication in 0..<150 {
      let plans = try #require(simulation.replication(replication)).plans
      let taken = plans.map { $0.events.total(.tookPart) }
      for (weaker, stronger) in zip(taken, taken.dropFirst()) { #expect(weaker <= stronger) }
      for plan in takers.indices { takers[plan] += taken[plan] }
    }
    for (weaker, stronger) in zip(takers, takers.dropFirst()) { #expect(weaker < stronger) }
  }
}
