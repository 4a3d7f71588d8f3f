import Documents
import Market
import Testing

@Suite struct ResolutionTests {
  @Test func aSampleHasItsPartOfPeopleAndBudgets() throws {
    let extra = """
      stands for: 10
      product: {iteration: {every: 30 days, saturation: 150, best: 1, cost: 3000 CNY}}
      segments:
      """
    let plan = "attention: {chance: 40%}, budget: 500 CNY, fixed cost: 80 CNY}"
    let scenario = try Sample.resolve([
      "segments:": extra, "attention: {chance: 40%}}": plan,
      "budget: 70 CNY per week":
        "budget: 70 CNY per week, fixed cost: 20 CNY per day, content cost: 90 CNY",
    ])
    #expect(scenario.market.standsFor == 10)
    #expect(scenario.market.segments[0].size == 100)
    let channel = scenario.plans[0].channels[0]
    #expect(channel.bought?.buying == .budget(100))
    #expect(channel.bought?.fixedCostPerDay == 200)
    #expect(channel.bought?.contentCost == 900)
    #expect(channel.bought?.price == 60)
    #expect(scenario.plans[1].offers[0].budget == 5_000)
    #expect(scenario.plans[1].offers[0].fixedCost == 800)
    #expect(scenario.plans[1].offers[0].terms as? Coupon == Coupon(.fixed(1_000)))
    #expect(scenario.market.product.iteration?.cost == 30_000)
    #expect(scenario.market.product.iteration?.saturation == 15)
  }

  @Test func fewerPeopleCanBePlayed() throws {
    let scenario = try Sample.resolve(simulated: 300)
    // 1,000 people in groups of four; 250 ≤ 300.
    #expect(scenario.market.standsFor == 4)
    #expect(scenario.market.segments[0].size == 250)
    #expect(scenario.plans[0].channels[0].bought?.buying == .budget(250))
    #expect(try Sample.resolve(simulated: 1_000) == Sample.resolve())
    #expect(try Sample.resolve(simulated: 999).market.segments[0].size == 500)
  }

  @Test func precisionIsInTheObjectivesUnit() throws {
    let money = try Sample.resolve(["segments:": "precision: 500 CNY\nsegments:"])
    #expect(money.stopping.precision == 50_000)
    let orders = try Sample.resolve(["segments:": "objective: orders\nprecision: 20\nsegments:"])
    #expect(orders.stopping.precision == 20)
    #expect(orders.objective == .orders)
    let problems = Sample.problems(["segments:": "objective: orders\nprecision: 20 CNY\nsegments:"])
    #expect(problems.map(\.path) == ["precision"])
  }

  @Test func guardrailsAreBoundsInTheirUnits() throws {
    let scenario = try Sample.resolve([
      "segments:":
        """
      guardrails: [dead weight: at most 40%, CPA: at most 60 CNY, orders: at least 1000]
      segments:
      """
    ])
    #expect(
      scenario.guardrails == [
        Guardrail(measure: .deadWeight, bound: .atMost(0.4)),
        Guardrail(measure: .cpa, bound: .atMost(6_000)),
        Guardrail(measure: .orders, bound: .atLeast(1_000)),
      ])
  }

  @Test func seasonsAndEventsAreRelative() throws {
    let season = """
      season:
        weekdays: {Saturday: 140%}
        months: {March: 0%}
        events: {holiday: {days: day 2..3, purchases: 60%}}
      segments:
      """
    let scenario = try Sample.resolve(["segments:": season])
    #expect(scenario.market.season.weekdays == [1, 1, 1, 1, 1, 1.4, 1])
    #expect(scenario.market.season.months == [1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    #expect(
      scenario.market.season.events == [OutsideEvent(name: "holiday", days: 1..<3, factor: 0.6)])
    #expect(try Sample.resolve().market.season == Season())
  }

  @Test func noEndNeedsADiscount() {
    let none = ("discount: 8% per year", "residual: no end")
    #expect(
      Sample.problems(["discount: 8% per year": "discount: 8% per year\nresidual: no end"]).isEmpty)
    #expect(Sample.problems([none.0: none.1]).map(\.path) == ["discount"])
    #expect(Sample.problems([none.0: "residual: 2 years"]).isEmpty)
  }

  /// A year counts unless said otherwise, and at most two are played on.
  @Test func theResidualIsPlayedOnForAtMostTwoYears() throws {
    func market(_ residual: String) throws -> MarketConditions {
      try Sample.resolve(["discount: 8% per year": "discount: 8% per year\n\(residual)"]).market
    }
    let plain = try market("")
    #expect(plain.residualDays == 365 && plain.runOff == RunOff(days: 365))
    let long = try market("residual: 3 years\nafter the horizon: nothing")
    #expect(long.residualDays == 1_095)
    #expect(long.runOff == RunOff(days: 730, keepsChannels: false))
    #expect(try market("residual: no end").runOff.days == 730)
    #expect(try market("residual: 0").runOff.days == 0)
  }

  @Test func dailyMultipliersFillTheWindow() throws {
    let one = try Sample.resolve(["attention: {": "daily multipliers: 3, attention: {"])
    #expect(one.plans[1].offers[0].effect == .multipliers(Array(repeating: 3, count: 30)))
    let two = try Sample.resolve([
      "window: day 1..30": "window: day 1..2, daily multipliers: [3, 1.5]"
    ])
    #expect(two.plans[1].offers[0].effect == .multipliers([3, 1.5]))
  }

  @Test func channelsAndCouponsAreForAllSegmentsUnlessSaid() throws {
    let scenario = try Sample.resolve()
    #expect(scenario.plans[0].channels[0].audience == [0])
    #expect(scenario.plans[1].offers[0].segments == [0])
  }
}
