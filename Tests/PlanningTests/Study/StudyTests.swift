import Documents
import Market
import Testing

@testable import Planning

@Suite struct StudyTests {
  private func scenario(_ stopping: StoppingRule) -> Scenario {
    var scenario = BusyMarket.scenario(people: 300, seed: 31, horizon: 60)
    scenario.plans[1].offers[0].window = 5..<50
    scenario.plans[1].offers[1].window = 20..<50
    scenario.stopping = stopping
    return scenario
  }

  private func summary(_ scenario: Scenario, threads: Int) async throws -> ScenarioSummary {
    try await Study(Simulation(scenario), threads: threads).run()
  }

  @Test func threadsChangeNothing() async throws {
    let scenario = scenario(StoppingRule(minimum: 6, batch: 2, maximum: 6))
    let one = try await summary(scenario, threads: 1)
    let three = try await summary(scenario, threads: 3)
    #expect(one.replications == 6)
    for plan in one.plans.indices {
      #expect(one.plans[plan].ledger == three.plans[plan].ledger)
      #expect(one.plans[plan].events == three.plans[plan].events)
      #expect(one.plans[plan].contacts == three.plans[plan].contacts)
      for (here, there) in zip(one.plans[plan].figures, three.plans[plan].figures) {
        for figure in Figure.allCases where !here[figure, 0].isNaN {
          #expect(here[figure, 0] == there[figure, 0])
        }
      }
    }
  }

  /// Points that couple nobody, and members who write to each other.
  @Test func threadsChangeNoMember() async throws {
    func offer(_ name: String, _ terms: any OfferTerms) -> Offer {
      Offer(
        name: name, terms: terms, orders: .every, segments: [0, 1], window: 0..<60,
        participation: .automatic, effect: .lift(0))
    }
    var scenario = scenario(StoppingRule(minimum: 4, batch: 2, maximum: 4))
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].engagement = Engagement(
        visits: 0.4, halfLife: 7, floor: 0.3, half: 5)
    }
    scenario.plans[1].offers = [
      offer(
        "neighbours", Community(joinsAtOrder: 0.5, membersAtStart: 0.5, posts: 0.5, readers: 5)),
      offer("card", PointsProgramme(earned: 0.01, block: 20, off: 100, expiry: 20, atStart: 5)),
    ]
    let one = try await summary(scenario, threads: 1)
    let three = try await summary(scenario, threads: 3)
    func counted(_ summary: ScenarioSummary, _ figure: Figure, _ offer: Int) throws -> [Double] {
      let tables = summary.plans[1].figures
      let slice = try #require(tables[0].slices.firstIndex(of: .offer(offer)))
      return tables.map { $0[figure, slice] }
    }
    #expect(one.plans[1].ledger == three.plans[1].ledger)
    #expect(one.plans[1].events == three.plans[1].events)
    let figures: [(Figure, Int)] = [
      (.joined, 0), (.sent, 0), (.opened, 0), (.pointsEarned, 1), (.pointsExpired, 1),
      (.pointsOutstanding, 1),
    ]
    for (figure, offer) in figures {
      let counts = try counted(one, figure, offer)
      #expect(counts == (try counted(three, figure, offer)))
      #expect(counts.reduce(0, +) > 50, "\(figure)")
    }
  }

  @Test func stopsWhenPreciseEnoughAndNotBefore() async throws {
    let loose = try await summary(
      scenario(StoppingRule(precision: 1e12, minimum: 30, batch: 10, maximum: 90)), threads: 2)
    #expect(loose.replications == 30)
    let strict = try await summary(
      scenario(StoppingRule(precision: 1e-6, minimum: 30, batch: 10, maximum: 50)), threads: 2)
    #expect(strict.replications == 50)
    let width = try #require(ObjectiveDifferences(loose).widest)
    #expect(width > 0)
  }

  @Test func stopsWhenCancelled() async throws {
    let scenario = scenario(StoppingRule(minimum: 100_000, maximum: 100_000))
    let task = Task { try await summary(scenario, threads: 2) }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  /// Without scarcity or coupling every contact is as good as any other, but people run out: the next
  /// customer costs more than the average one, and the whole channel as much as its average.
  @Test func marginalCostExceedsAverageCost() async throws {
    let segment = Segment(
      name: "people", size: 5_000,
      purchases: PurchaseHabits(shape: 1, rate: 60, lapseA: 1, lapseB: 4),
      baskets: Baskets(p: 6, q: 4, gamma: 2_000), trial: Trial(hazard: 0.2, pause: 400),
      decision: FirstPurchase(intercept: 0))
    let channel = Channel(
      name: "search", kind: .paid, reach: 0.5, audience: [0], buying: .contacts(150),
      days: 0..<60, price: 40)
    let scenario = Scenario(
      name: "one channel", currency: Currency(code: "EUR"),
      start: CalendarDate(dayNumber: 20_454), horizon: 90, seed: 9,
      market: MarketConditions(segments: [segment], residualDays: 0),
      plans: [Plan(name: "ads", channels: [channel])])
    let values = try await ChannelStudy(scenario, threads: 2).run(replications: 30)
    let value = try #require(values.first)
    let marginal = try #require(value.marginalCPA.estimate?.value)
    let incremental = try #require(value.incrementalCPA.estimate?.value)
    // Reached: 1 − e^{−θC/N} with θC/N = 0.9; per customer the average contact costs 0.9/(1 − e^{−0.9})
    // and the next one e^{0.9} of what the first did: 4,000·0.9·… cancels to the ratio below. All but a
    // few of those aware have decided by the end, half of them yes.
    let ratio = 2.45960 / (0.9 / (1 - 0.40657))
    #expect(abs(marginal / incremental / ratio - 1) < 0.1)
  }
}
