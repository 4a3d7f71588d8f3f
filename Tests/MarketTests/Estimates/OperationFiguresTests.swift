import Testing

@testable import Market

/// What offers cost and take besides rewards, as figures of the whole market.
struct OperationFiguresTests {
  private func figure(_ figure: Figure, _ outcome: PlanOutcome, _ slice: Slice = .whole) throws
    -> Double
  {
    let table = outcome.figures
    return table[figure, try #require(table.slices.firstIndex(of: slice))]
  }

  private func played(_ offer: Offer, hunters: Bool = false) -> [PlanOutcome] {
    var segment = Segment(
      name: "guests", size: 400, begins: .prospects(aware: 1),
      purchases: PurchaseHabits(shape: 1, rate: 10, lapseA: 1, lapseB: 9),
      baskets: Published.baskets,
      trial: Trial(hazard: 0.1), decision: .always)
    segment.participation = ParticipationCost(time: 100, spread: 0.5)
    let run = OracleRun(number: 0, seed: 4, size: 1)
    var scenario = run.scenario(horizon: 60, segment: segment, offers: [offer])
    if hunters {
      scenario.market.segments.append(
        Segment(
          name: "bonus hunters", accounts: 60, hunters: Hunters(accounts: 3, order: 1_000),
          participation: ParticipationCost(time: 100)))
    }
    return run.play(scenario, replications: 2)
  }

  @Test func whoIsTurnedAwayIsAFigureOfTheMarket() throws {
    let seats = Offer(
      name: "seats", terms: Capacity(orders: 3), orders: .every, segments: [0], window: 0..<60,
      participation: .automatic, effect: .lift(0))
    for outcome in played(seats) {
      let turnedAway = try figure(.turnedAway, outcome)
      #expect(turnedAway > 10 && turnedAway == Double(outcome.offerTotal(.turnedAway, slot: 0)))
      #expect(try figure(.turnedAway, outcome, .segment(0)) == turnedAway)
    }
  }

  @Test func whatHuntersTakeIsAFigureOfTheMarket() throws {
    let coupon = Offer(
      name: "welcome", terms: Coupon(.fixed(500)), orders: .first, segments: [0, 1],
      window: 0..<60, participation: .decided(attention: 1, fading: .infinity, noise: 0),
      effect: .lift(0))
    for outcome in played(coupon, hunters: true) {
      // Each account takes 5 off an order of 10.
      #expect(try figure(.paidToHunters, outcome) == 60 * 500)
      #expect(try figure(.paidToHunters, outcome, .segment(0)) == 0)
    }
  }

  /// Talks are what a plan spends, not what orders cost.
  @Test func talksAreSpent() throws {
    let desk = Offer(
      name: "desk", terms: Care(customersAsk: 0.2, talks: 4, cost: 500), orders: .every,
      segments: [0], window: 0..<60, participation: .automatic, effect: .lift(0))
    for outcome in played(desk) {
      let talks = outcome.offerTotal(.served, slot: 0)
      #expect(talks > 20 && outcome.ledger.total(.messaging) == -500 * talks)
      #expect(
        try Measure.spending.reduce(0) { $0 + (try figure($1, outcome)) } == Double(500 * talks))
    }
  }
}
