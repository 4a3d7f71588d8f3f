import Testing

@testable import Market

/// Markets at the edge of what a scenario may say: they are played, and mean what they say.
@Suite struct EdgesTests {
  private func outcome(_ scenario: Scenario) throws -> ReplicationOutcome {
    try #require(Simulation(scenario).replication(0))
  }

  @Test func aSegmentOfNobody() throws {
    var scenario = BusyMarket.scenario(people: 400, seed: 1, horizon: 40)
    scenario.market.segments[1].size = 0
    let plan = try outcome(scenario).plans[1]
    #expect(plan.figures[.orders, 0] > 0)
  }

  @Test func daysWithoutPurchasesOnlyPostponeThem() throws {
    var scenario = BusyMarket.scenario(people: 10, seed: 2, horizon: 300)
    var segment = scenario.market.segments[0]
    segment.size = 2_000
    segment.base = []
    segment.begins = .customers
    segment.feedback = Feedback()
    segment.purchases.lapse = .afterOrders(a: 1e-6, b: 4, first: .chance(0.2))
    scenario.market.segments = [segment]
    scenario.market.product.iteration = nil
    func plan(_ name: String, _ factor: Double) -> Plan {
      Plan(
        name: name,
        offers: [
          Offer(
            name: "pause", terms: Coupon(.fixed(0)), orders: .repeats, segments: [0],
            window: 50..<60,
            validity: 10, participation: .automatic,
            effect: .multipliers(Array(repeating: factor, count: 10)))
        ])
    }
    scenario.plans = [plan("open", 1), plan("closed", 0), plan("nearly closed", 0.01)]
    let plans = try outcome(scenario).plans
    let orders = plans.map { $0.events.total(.repeatOrder) }
    #expect(plans[1].events.total(.repeatOrder, days: 50..<60) == 0)
    // Ten days of three hundred without orders, and no more than that.
    #expect(orders[1] < orders[0])
    #expect(Double(orders[1]) > 0.93 * Double(orders[0]))
    #expect(Double(abs(orders[2] - orders[1])) < 0.01 * Double(orders[0]))
  }

  @Test func severalCouponsNeverTakeMoreThanTheBasket() throws {
    var scenario = BusyMarket.scenario(people: 1_000, seed: 3, horizon: 100)
    let cut = Offer(
      name: "cut", terms: Coupon(.percent(0.6)), orders: .every, segments: [0, 1], window: 0..<100,
      participation: .automatic, effect: .lift(0))
    var again = cut
    again.name = "again"
    /// Rewards and revenue with these two.
    func money(_ second: Offer) throws -> (rewards: Int64, revenue: Int64) {
      scenario.plans[1].offers = [cut, second]
      let ledger = try outcome(scenario).plans[1].ledger
      let rewards = -(ledger.total(.reward) + ledger.total(.firstOrderReward))
      return (rewards, ledger.total(.revenue))
    }
    // The second takes its share of what the first has left, of amounts all that is left.
    let shares = try money(again)
    #expect(shares.revenue > 0)
    #expect(abs(Double(shares.rewards) / Double(shares.revenue) - 0.84) < 1e-3)
    again.terms = Coupon(.fixed(1_000_000_000))
    let all = try money(again)
    #expect(all.rewards == all.revenue)
  }

  @Test func enormousFiguresAreHeldNotTrapped() throws {
    var scenario = BusyMarket.scenario(people: 200, seed: 4, horizon: 30)
    for plan in scenario.plans.indices {
      scenario.plans[plan].channels[0].bought?.buying = .contacts(1e14)
      scenario.plans[plan].channels[0].days = 0..<30
    }
    scenario.market.segments[0].feedback.leaders = 1
    scenario.market.segments[0].feedback.leaderInfluence = 1e12
    scenario.market.segments[0].feedback.delay = 1e300
    scenario.market.segments[0].purchases.rateSensitivity = 1e4
    #expect(try outcome(scenario).plans.count == 2)
  }

  /// An order in the last moments of a day belongs to that day, in single precision too.
  @Test func timesStayWithinTheirDay() {
    let clock = CommonClock(exactly: Array(repeating: 0.1, count: 400))
    for day in [0, 99, 364, 399] {
      let end = clock.known[day + 1]
      #expect(clock.time(of: end, on: day) < Double(day + 1))
      #expect(clock.time(of: end.nextDown, on: day) < Double(day + 1))
    }
  }
}
