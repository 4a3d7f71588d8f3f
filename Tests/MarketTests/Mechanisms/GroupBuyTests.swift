import Testing

@testable import Market

struct GroupBuyTests {
  private func claim(_ time: Double) -> MarketClaim {
    let order = Order(customer: Int(time * 10), time: time, basket: 100, number: 2, source: 0)
    return MarketClaim(
      claim: Claim(HeldOrder(order: order, slot: 0, ownFactor: 1), reducedBy: 10), crowd: 0)
  }

  private func verdicts(_ groups: inout Groups, _ times: [Double], on day: Int) -> [String] {
    groups.verdicts(times.map { claim($0) }, on: day).map { made, verdict in
      switch verdict {
      case .fulfilled(let time): "\(made.claim.time) with \(time)"
      case .refunded(let time): "\(made.claim.time) back at \(time)"
      case .paid, .refused, .turnedDown: "\(verdict)"
      }
    }
  }

  /// By hand: groups fill in the order of time, each order has a deadline of its own, to the moment.
  @Test func groupsFillInTheOrderOfTime() {
    var groups = Groups(size: 3, within: 1)
    #expect(verdicts(&groups, [0.1, 0.6], on: 0).isEmpty)
    // The first is over at 1.1, before the third comes at 1.2; two are left, and a fourth at 1.5 fills them.
    #expect(
      verdicts(&groups, [1.2, 1.5], on: 1) == [
        "0.1 back at 1.1", "0.6 with 1.5", "1.2 with 1.5", "1.5 with 1.5",
      ])
    #expect(verdicts(&groups, [2.5], on: 2).isEmpty)
    #expect(verdicts(&groups, [], on: 3) == ["2.5 back at 3.5"])
    #expect(verdicts(&groups, [], on: 4).isEmpty)
  }

  /// An order that waits is none: what is refunded was never revenue, and who was refunded can buy again.
  @Test func nothingIsRevenueThatWasRefunded() throws {
    var offer = ToolMarket.group
    offer.participation = .automatic
    offer.terms = GroupBuy(.fixed(1), size: 1_000, within: 2)
    var scenario = ToolMarket.scenario([offer])
    scenario.plans[1].offers[0].window = 0..<scenario.horizon
    let plan = ToolMarket.outcome(scenario)[1]
    // Nobody is ever one of a thousand: all orders of those who hold it come back, again and again.
    #expect(plan.counted(.redeemed) == 0)
    #expect(plan.counted(.refunded) > 500)
    #expect(plan.ledger.total(.reward) == 0)
    let baseline = ToolMarket.outcome(scenario)[0]
    #expect(plan.events.total(.repeatOrder) < baseline.events.total(.repeatOrder) / 2)
  }

  /// A group of one more than is needed in no time costs orders; a disappointment costs more of them.
  @Test func disappointmentIsFelt() throws {
    func orders(_ disappointment: Double) -> Int64 {
      var offer = ToolMarket.group
      offer.terms = GroupBuy(
        .percent(0.2), size: 12, within: 1, disappointment: disappointment)
      var scenario = ToolMarket.scenario([offer], people: 6_000)
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].purchases.rateSensitivity = 1
        scenario.market.segments[segment].purchases.lapseSensitivity = 1
      }
      let plan = ToolMarket.outcome(scenario)[1]
      #expect(plan.counted(.refunded) > 40)
      return plan.events.total(.repeatOrder)
    }
    #expect(orders(3) < orders(0))
  }

  /// A budget is never exceeded: the group that does not fit is refunded, and the offer is over.
  @Test func budgetsHold() throws {
    func plan(_ budget: Int64?) -> PlanOutcome {
      var offer = ToolMarket.group
      offer.terms = GroupBuy(.fixed(300), size: 2, within: 2)
      offer.participation = .automatic
      offer.budget = budget
      return ToolMarket.outcome(ToolMarket.scenario([offer]))[1]
    }
    let free = plan(nil).counted(.paid)
    #expect(free > 20_000)
    for budget in [0, 599, 600, free / 3] {
      let held = plan(budget)
      #expect(held.counted(.paid) <= budget && held.counted(.paid) > budget - 1_200)
    }
    #expect(plan(free).counted(.paid) == free)
  }

  /// Whoever has made the order it is for has no second one with it, not even on the next day.
  @Test func firstOrdersAreFirst() throws {
    var offer = ToolMarket.group
    offer.orders = .first
    offer.participation = .automatic
    offer.terms = GroupBuy(.percent(0.1), size: 2, within: 3)
    var scenario = ToolMarket.scenario([offer], people: 4_000)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].purchases = PurchaseHabits(
        shape: 5, rate: 5, lapseA: 1, lapseB: 20)
    }
    let plan = ToolMarket.outcome(scenario)[1]
    #expect(plan.counted(.redeemed) > 100)
    #expect(plan.counted(.redeemed) <= plan.events.total(.firstOrder))
  }

  /// People for whom others stand are in the groups too: the share refunded is that of the whole market.
  ///
  /// Of pairs e^(−x)/(2 − e^(−x)), x = 1: .2254, within four standard errors of independent orders.
  @Test(arguments: [1, 5, 40])
  func groupsAreThoseOfTheWholeMarket(_ standsFor: Int) throws {
    let (perDay, days, people) = (40.0, 400, 4_000)
    let segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(
        shape: 1e8, rate: 1e8 * Double(people * standsFor) / perDay, lapseA: 1, lapseB: 1e12,
        firstLapse: 0), baskets: Published.baskets)
    let offer = Offer(
      name: "together", terms: GroupBuy(.fixed(1), size: 2, within: 1 / perDay), orders: .every,
      segments: [0], window: 0..<days, participation: .automatic, effect: .lift(0))
    let run = OracleRun(number: 0, seed: 4, size: 1)
    var scenario = run.scenario(horizon: days, segment: segment, offers: [offer])
    scenario.market.standsFor = standsFor
    let outcomes = run.play(scenario, replications: standsFor == 1 ? 1 : 12)
    let refunded = outcomes.reduce(0) { $0 + Double($1.counted(.refunded)) }
    let all = outcomes.reduce(refunded) { $0 + Double($1.counted(.redeemed)) }
    #expect(all > 3_000)
    #expect(abs(refunded / all - 0.2254) < 4 * (0.2254 * 0.7746 / all).squareRoot())
  }

  /// A coupon in hand is good for an order of a group too.
  @Test func couponsAreRedeemedOnGroupOrders() throws {
    var group = ToolMarket.group
    group.participation = .automatic
    group.terms = GroupBuy(.percent(0.1), size: 2, within: 3)
    let coupon = Offer(
      name: "ten", terms: Coupon(.percent(0.1)), orders: .every, segments: [0, 1],
      window: group.window, participation: .automatic, effect: .lift(0))
    let plan = ToolMarket.outcome(ToolMarket.scenario([group, coupon]))[1]
    #expect(plan.counted(.redeemed, 0) > 100)
    #expect(plan.counted(.redeemed, 1) >= plan.counted(.redeemed, 0))
  }
}
