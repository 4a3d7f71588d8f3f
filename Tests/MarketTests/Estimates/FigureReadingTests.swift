import Documents
import Testing

@testable import Market

@Suite struct FigureReadingTests {
  /// Today's customers with margin to come: profit is that margin, not its change since day 0.
  @Test func valueOfTodaysCustomersIsNotSubtracted() throws {
    let segment = Segment(
      name: "customers", size: 400, begins: .customers,
      purchases: PurchaseHabits(shape: 4, rate: 60, lapseA: 1, lapseB: 9),
      baskets: Baskets(p: 6, q: 5, gamma: 2_000, costShare: 0.4))
    let scenario = Scenario(
      name: "take-up", currency: Currency(code: "CNY"), start: CalendarDate(dayNumber: 20_454),
      horizon: 60, seed: 4,
      market: MarketConditions(segments: [segment], discountRate: 0.0002, residualDays: 365),
      plans: [Plan(name: "none")])
    let plan = try #require(Simulation(scenario).replication(0)?.plans.first)
    let figures = plan.figures
    #expect(figures[.afterwards, 0] > 0)
    #expect(figures[.afterwards, 0] == plan.tally.tails.reduce(0) { $0 + $1.value })
    #expect(figures[.wonAfterwards, 0] == 0 && figures[.winningCostAfterwards, 0] == 0)
    let profit = MeasureReader(ReplicationDesign()).read(.profit, [figures]).estimate?.value
    #expect(profit == figures[.contribution, 0] + figures[.afterwards, 0])
    #expect(try #require(profit) > 0)
  }

  @Test func daysAddUpToTheContribution() throws {
    let scenario = BusyMarket.scenario(people: 200, seed: 3, horizon: 60)
    for plan in try #require(Simulation(scenario).replication(0)).plans {
      let days = plan.ledger.dailyNet()
      #expect(days.count == 60)
      #expect(Double(days.reduce(0, +)) == plan.figures[.contribution, 0])
      #expect(days[7] == plan.ledger.net(days: 7..<8))
    }
  }
}
