import Analyses
import Documents
import Market
import Planning
import ExperimentReports
import Reports
import Takeaways

/// A town small enough to be played in a test: two segments, a paid channel, a coupon for the second visit.
enum SmallTown {
  /// The town as it stands, played once for all tests.
  static let played = Task { try await result(scenario(), channels: true) }

  static func scenario(
    plans: Int = 3, objective: Objective = .profit, isCoupled: Bool = true
  ) -> Scenario {
    let flyers = Channel(
      name: "flyers, door to door", kind: .offline, reach: 0.2, audience: [0, 1],
      buying: .budget(0), days: 0..<40, price: 40, scarcity: isCoupled ? 0.5 : 0,
      fixedCostPerDay: 200)
    var bought = flyers
    bought.bought?.buying = .budget(1_500)
    let coupon = Offer(
      name: "second visit", terms: Coupon(.fixed(500)), orders: .second, segments: [0, 1],
      window: 5..<60, validity: 30, uses: 1,
      participation: .decided(attention: 0.8, fading: 3, noise: 0.3), effect: .lift(6),
      fixedCost: 2_000)
    var scenario = Scenario(
      name: "small town", currency: Currency(code: "EUR"), start: CalendarDate(dayNumber: 20_514),
      horizon: 90, seed: 7,
      market: MarketConditions(
        segments: [
          segment("office workers", people: 300, gamma: 14_000, isCoupled),
          segment("=students", people: 200, gamma: 8_000, isCoupled),
        ], discountRate: 0.0002, residualDays: 365),
      plans: [
        Plan(name: "today", channels: [flyers]),
        Plan(name: "flyers", channels: [bought]),
        Plan(name: "5 off, “second” visit", channels: [flyers], offers: [coupon]),
      ],
      objective: objective,
      guardrails: [
        Guardrail(measure: .deadWeight, bound: .atMost(0.4)),
        Guardrail(measure: .cpa, bound: .atMost(2_000)),
      ],
      stopping: StoppingRule(minimum: 30, maximum: 30))
    scenario.plans = Array(scenario.plans.prefix(plans))
    return scenario
  }

  static func result(_ scenario: Scenario, threads: Int = 1, channels: Bool = false) async throws
    -> RunResult
  {
    let summary = try await Study(Simulation(scenario), threads: threads).run()
    let values =
      channels
      ? try await ChannelStudy(scenario, threads: threads).run(replications: 5) : nil
    return RunResult(Comparison(summary), channelValues: values)
  }

  private static func segment(_ name: String, people: Int, gamma: Double, _ isCoupled: Bool)
    -> Segment
  {
    Segment(
      name: name, size: people, begins: .prospects(aware: 0.2),
      purchases: PurchaseHabits(shape: 1.2, rate: 18, lapseA: 1, lapseB: 5, firstLapse: 0.3),
      baskets: Baskets(p: 6, q: 4, gamma: gamma, costShare: 0.35, costPerOrder: 100),
      awareness: Awareness(organic: 0.001), trial: Trial(hazard: 0.02, pause: 20),
      feedback: Feedback(probability: 0.1, influence: isCoupled ? 1 : 0),
      participation: ParticipationCost(time: 150, spread: 0.6))
  }
}
