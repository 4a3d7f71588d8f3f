import RealModule
import Testing

@testable import Market

struct OutsideEventTests {
  private func plans(
    _ event: OutsideEvent?, _ change: (inout Scenario) -> Void = { _ in }
  ) -> [PlanOutcome] {
    var scenario = BusyMarket.scenario(people: 2_000, seed: 11)
    if let event { scenario.market.season.events.append(event) }
    change(&scenario)
    return Simulation(scenario, comparing: false).replication(0)?.plans ?? []
  }

  private func event(
    _ days: Range<Int>, _ change: (inout OutsideEvent.Effects) -> Void
  ) -> OutsideEvent {
    var event = OutsideEvent(name: "rivals", days: days)
    change(&event.effects)
    return event
  }

  /// An event that multiplies by one changes no byte.
  @Test func nothingMovedIsNothingChanged() {
    let (with, without) = (
      plans(
        event(20..<80) { $0.elsewhere = OutsideEvent.Elsewhere(.share(0), weight: 1) }),
      plans(nil)
    )
    for plan in with.indices {
      #expect(with[plan].ledger == without[plan].ledger)
      #expect(with[plan].events == without[plan].events)
      #expect(with[plan].path == without[plan].path)
    }
  }

  /// A budget buys half as many contacts at twice the price; what is asked for costs twice as much.
  @Test func contactsCostMore() {
    let calm: (inout Scenario) -> Void = {
      for plan in $0.plans.indices { $0.plans[plan].channels[0].bought?.scarcity = 0 }
    }
    let (dear, usual) = (
      plans(event(30..<50) { $0.contactPrices = 2 }, calm)[0].path, plans(nil, calm)[0].path
    )
    for day in [29, 30, 49, 50] {
      let factor = (30..<50).contains(day) ? 2.0 : 1
      #expect(dear.contacts[0][day] == usual.contacts[0][day] / factor)
      #expect(dear.prices[1][day] == factor * usual.prices[1][day])
      #expect(dear.contacts[1][day] == usual.contacts[1][day])
    }
    #expect(dear.spend[0].reduce(0, +) == usual.spend[0].reduce(0, +))
  }

  /// Amounts are exactly as much larger, to the rounding of each order, and nobody does anything else for it.
  @Test func basketsAreLarger() {
    let alone: (inout Scenario) -> Void = { $0.plans[1].offers = [] }
    let (large, usual) = (
      plans(event(0..<200) { $0.baskets = 1.5 }, alone)[1], plans(nil, alone)[1]
    )
    #expect(large.events == usual.events)
    let orders = large.figures[.orders, 0]
    let difference = large.figures[.revenue, 0] - 1.5 * usual.figures[.revenue, 0]
    #expect(abs(difference) <= 1.25 * orders)
    #expect(orders > 500)
  }

  /// Who leaves in time leaves five times as soon while it lasts: λ·∫ e^(−M(u)) du, M rising by μ or 5μ a day.
  @Test func leavingInTimeIsFaster() throws {
    let (rate, leaving, people) = (0.5, 0.02, 20_000)
    let segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(
        shape: 1e8, rate: 1e8 / rate, lapse: .inTime(s: 1e8, beta: 1e8 / leaving)),
      baskets: Published.baskets)
    let run = OracleRun(number: 0, seed: 4, size: 1)
    var scenario = run.scenario(horizon: 60, segment: segment)
    scenario.market.season.events = [event(10..<25) { $0.lapse = 5 }]
    let outcome = try #require(run.play(scenario, replications: 1).first)
    func integral(_ hazard: Double, _ days: Double) -> Double {
      -Double.expMinusOne(-hazard * days) / hazard
    }
    // e^(−0.2) are left after 10 days, e^(−1.7) after 25.
    let expected =
      rate
      * (integral(0.02, 10) + Double.exp(-0.2) * integral(0.1, 15)
        + Double.exp(-1.7) * integral(0.02, 35))
    let mean = Double(outcome.events.total(.repeatOrder)) / Double(people)
    // A customer's orders have a variance of at most that of a Poisson number for their whole stay.
    let error = ((expected + expected * expected) / Double(people)).squareRoot()
    #expect(abs(mean - expected) < 4 * error)
    // Without the event it would be this, far away from it.
    #expect(abs(mean - rate * integral(0.02, 60)) > 40 * error)
  }

  /// Rivals who answer an offer answer only the plans that make it, some days after its first.
  @Test func answersComeWherePlansAsk() throws {
    var answer = event(0..<0) { $0.contactPrices = 2 }
    answer.answer = OutsideEvent.Answer(to: "welcome", after: 14, lasts: 30)
    let calm: (inout Scenario) -> Void = {
      for plan in $0.plans.indices { $0.plans[plan].channels[0].bought?.scarcity = 0 }
    }
    let (answered, usual) = (plans(answer, calm), plans(nil, calm))
    #expect(answered[0].ledger == usual[0].ledger)
    // The offer begins on day index 10.
    let days = (0..<200).filter {
      answered[1].path.contacts[0][$0] != usual[1].path.contacts[0][$0]
    }
    #expect(days == Array(24..<54))
  }

  /// Where everybody is in one arm, what answers plans answers that arm alone.
  @Test func anArmIsAnsweredAlone() throws {
    var scenario = BusyMarket.scenario(people: 1_000, seed: 11)
    var answer = event(0..<0) { $0.baskets = 1.5 }
    answer.answer = OutsideEvent.Answer(to: "welcome", after: 0, lasts: 100)
    func revenue(_ scenario: Scenario, _ arm: Int) throws -> Double {
      let market = ArmMarket(
        scenario, try ArmDesign(scenario.plans),
        observations: [Observation(.revenue, after: scenario.horizon)])
      return market.people(replication: 0, .everybody(arm)).values[0].map { Double($0) }
        .reduce(0, +)
    }
    let usual = try (0...1).map { try revenue(scenario, $0) }
    scenario.market.season.events.append(answer)
    #expect(try revenue(scenario, 0) == usual[0])
    #expect(try revenue(scenario, 1) > 1.1 * usual[1])
  }

  /// The best of others' offers counts, as much of it as people hold against ours.
  @Test func theBestElsewhereCounts() {
    var day = OutsideDay()
    var effects = OutsideEvent.Effects()
    effects.elsewhere = OutsideEvent.Elsewhere(.share(0.2), weight: 0.5)
    day.add(effects)
    effects.elsewhere = OutsideEvent.Elsewhere(.amount(700))
    day.add(effects)
    effects.elsewhere = OutsideEvent.Elsewhere(.amount(300))
    day.add(effects)
    #expect(day.worthElsewhere(meanBasket: 5_000) == 700)
    #expect(day.worthElsewhere(meanBasket: 8_000) == 800)
  }
}
