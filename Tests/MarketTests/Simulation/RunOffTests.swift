import Documents
import Testing

@testable import Market

/// What goes on after the horizon: the baseline's settings under every plan, and no new offers.
struct RunOffTests {
  private func busy(runOff: Int, keepsChannels: Bool = true) -> Scenario {
    var scenario = BusyMarket.scenario(people: 1_500, seed: 9, horizon: 120)
    scenario.market.runOff = RunOff(days: runOff, keepsChannels: keepsChannels)
    scenario.market.residualDays = 365
    for plan in scenario.plans.indices {
      scenario.plans[plan].channels[0].isOpenEnded = true
      scenario.plans[plan].channels[0].days = 5..<120
    }
    return scenario
  }

  private func outcome(_ scenario: Scenario) throws -> [PlanOutcome] {
    try #require(Simulation(scenario).replication(0)).plans
  }

  /// Nothing within the horizon knows whether the market plays on.
  @Test func theHorizonIsTheSameWithAndWithout() throws {
    let (with, without) = (try outcome(busy(runOff: 150)), try outcome(busy(runOff: 0)))
    for (one, other) in zip(with, without) {
      #expect(one.ledger == other.ledger)
      #expect(one.events == other.events)
      #expect(one.tally.offers == other.tally.offers)
      #expect(one.tally.cohorts == other.tally.cohorts)
      #expect(one.twins == other.twins)
      for figure in [Figure.contribution, .acquired, .deadWeight, .realisedValue, .paidBack] {
        #expect(one.figures[figure, 0] == other.figures[figure, 0], "\(figure)")
      }
      #expect(one.figures[.wonAfterwards, 0] > 0 && other.figures[.wonAfterwards, 0] == 0)
    }
  }

  /// The baseline's channels without a stated end go on, at its budget, whatever the plan; others do not.
  @Test func theBaselinesChannelsGoOn() throws {
    var scenario = busy(runOff: 100)
    scenario.plans[1].channels[0].bought?.buying = .budget(50_000)
    let plans = try outcome(scenario)
    for plan in plans {
      #expect(plan.path.spend[0][119] > 0)
      #expect(plan.path.spend[0][121...].allSatisfy { abs($0 - 4_034) <= 1 })
      #expect(plan.path.spend[1][120...].allSatisfy { $0 == 0 })
    }
    #expect(plans[1].path.spend[0][119] >= 49_999)
    let ended = try outcome(busy(runOff: 100, keepsChannels: false))
    for plan in ended { #expect(plan.path.spend[0][120...].allSatisfy { $0 == 0 }) }
  }

  /// Who never heard of a plan's channel in time still hears of the baseline's afterwards, and only then.
  @Test func audiencesAreThoseOfTheirTime() throws {
    var scenario = busy(runOff: 100)
    scenario.plans[1].channels[0].audience = [0]
    let plan = try outcome(scenario)[1]
    #expect(plan.events.total(.reached, segment: 1, source: 0) == 0)
    #expect(plan.events.total(.reached, segment: 0, source: 0) > 0)
    #expect(plan.tally.eventsAfter.total(.reached, segment: 1, source: 0) > 0)
    #expect(plan.tally.eventsAfter.total(.reached, segment: 0, source: 0) > 0)
  }

  /// Nobody newly notices an offer; what was taken is honoured unless an end of the window was stated.
  @Test(arguments: [true, false]) func whatWasTakenIsHonoured(isOpenEnded: Bool) throws {
    let members = Segment(
      name: "members", size: 3_000, begins: .customers,
      purchases: PurchaseHabits(shape: 1, rate: 20, lapseA: 1, lapseB: 20),
      baskets: Baskets(p: 10, q: 8, gamma: 2_500))
    let coupon = Offer(
      name: "coupon", terms: Coupon(.fixed(500)), orders: .repeats, segments: [0], window: 50..<60,
      isOpenEnded: isOpenEnded, validity: 10,
      participation: .decided(attention: 0.5, fading: 30, noise: 0), effect: .lift(0))
    var scenario = Scenario(
      name: "honoured", currency: Currency(code: "EUR"), start: CalendarDate(dayNumber: 20_000),
      horizon: 60, seed: 4,
      market: MarketConditions(segments: [members], residualDays: 100, runOff: RunOff(days: 100)),
      plans: [Plan(name: "none"), Plan(name: "coupon", offers: [coupon])])
    let after = try outcome(scenario)[1].tally
    #expect(after.eventsAfter.total(.noticed) == 0)
    let paid = -after.after.total(.reward)
    #expect(isOpenEnded ? paid > 0 : paid == 0)
    // Taken on the last day, it is over ten days later.
    #expect(after.after.total(.reward, days: 9..<100) == 0)
    // A price cut is in nobody's hands.
    scenario.plans[1].offers[0].participation = .automatic
    scenario.plans[1].offers[0].validity = nil
    #expect(try outcome(scenario)[1].tally.after.total(.reward) == 0)
  }

  /// How people are served afterwards is the baseline's, the people are those the plan has left.
  @Test func operationsTurnToTheBaselines() throws {
    var scenario = busy(runOff: 60)
    scenario.plans[1] = scenario.plans[0]
    scenario.plans[1].name = "dearer"
    scenario.plans[1].operations = Operations(
      services: scenario.market.segments.map {
        var service = Service($0)
        service.costPerOrder = 900
        return service
      }, prices: PriceChange(change: 0.1, purchases: -0.5),
      fixedCosts: [FixedCost(name: "wages", perDay: 1_000)])
    let plans = try outcome(scenario)
    let orders = plans.map { $0.events.total(.repeatOrder) + $0.events.total(.firstOrder) }
    #expect(-plans[1].ledger.total(.operations) == 900 * orders[1])
    #expect(plans[1].ledger.total(.fixedCosts) == -120_000)
    #expect(Double(orders[1]) < 0.8 * Double(orders[0]))
    let after = plans.map { $0.tally.eventsAfter }
    let ordersAfter = after.map { $0.total(.repeatOrder) + $0.total(.firstOrder) }
    #expect(-plans[1].tally.after.total(.operations) == 120 * ordersAfter[1])
    #expect(plans[1].tally.after.total(.fixedCosts) == 0)
    // Demand is back: nobody has left for it.
    #expect(abs(Double(ordersAfter[1]) / Double(ordersAfter[0]) - 1) < 0.15)
  }

  /// Shards and coupled days give the same bytes, the run-off included.
  @Test func apartAndTogetherAreTheSame() throws {
    var scenario = busy(runOff: 90)
    scenario.market.product.iteration = nil
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].feedback = Feedback()
    }
    for plan in scenario.plans.indices {
      scenario.plans[plan].channels[0].bought?.scarcity = 0
      for coupon in scenario.plans[plan].offers.indices {
        scenario.plans[plan].offers[coupon].budget = nil
      }
    }
    var coupled = scenario
    // A budget that is never reached couples the market and changes nothing.
    coupled.plans[1].offers[1].budget = Int64.max / 4
    let (apart, together) = (try outcome(scenario), try outcome(coupled))
    for (one, other) in zip(apart, together) {
      #expect(one.ledger == other.ledger)
      #expect(one.tally.after == other.tally.after)
      #expect(one.tally.eventsAfter == other.tally.eventsAfter)
      #expect(one.figures[.afterwards, 0] == other.figures[.afterwards, 0])
    }
  }
}
