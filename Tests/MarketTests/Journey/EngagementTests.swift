import RealModule
import Testing

@testable import Market

struct EngagementTests {
  @Test func itMovesFromTheFloorToOne() {
    let engagement = Engagement(visits: 1, halfLife: 7, floor: 0.4, half: 5)
    #expect(engagement.factor(of: 0) == 0.4)
    #expect(engagement.factor(of: 5) == 0.7)
    #expect(engagement.factor(of: 1e12) > 0.999_999)
    #expect(engagement.left(after: 14) == 0.25)
    // 7/ln 2 = 10.0989, where a daily update would have 1/(1 − 2^(−1/7)) = 10.6071.
    #expect(abs(engagement.usual - 10.0989) < 1e-4)
  }

  /// A floor of all moves nothing, to the last byte.
  @Test func aFloorOfAllChangesNothing() throws {
    let (with, without) = (
      CommunityTests.scenario([ToolMarket.threshold], floor: 1),
      ToolMarket.scenario([ToolMarket.threshold])
    )
    for (one, other) in zip(ToolMarket.outcome(with), ToolMarket.outcome(without)) {
      #expect(one.ledger == other.ledger && one.events == other.events)
      #expect(one.tally.acquired.map(\.value) == other.tally.acquired.map(\.value))
    }
  }

  /// Customers begin as in the long run: no drift from the first week to the last.
  @Test func customersBeginAsInTheLongRun() {
    let run = OracleRun(number: 99, seed: 7, size: 1)
    let (segment, _) = run.engaged(1_000, visits: 0.5, halfLife: 20)
    let outcomes = run.play(run.scenario(horizon: 60, segment: segment), replications: 10)
    for days in [0..<10, 50..<60] {
      let check = run.mean(
        "orders a customer and day",
        outcomes.map { Double($0.events.total(.repeatOrder, days: days)) / 10_000 },
        expected: 0.5 * 20 / Double.log(2) / 200)
      #expect(check.isKept, "\(days): \(check.simulated) against \(check.expected)")
    }
  }

  /// m is part of π/m: the hazard of leaving in time is the same however engaged people are, so that orders fall with the
  /// factor and lifetimes do not.
  @Test func engagementShortensNoStay() {
    let run = OracleRun(number: 99, seed: 8, size: 1)
    let habits = PurchaseHabits(
      shape: 1e8, rate: 1e9, lapseA: 1e7, lapseB: 9e7, firstLapse: 0)
    var segment = Segment(
      name: "customers", size: 2_000, begins: .customers, purchases: habits,
      baskets: Published.baskets)
    // Always at a floor of a half, with nothing above it.
    segment.engagement = Engagement(visits: 0, halfLife: 7, floor: 0.5, half: 5)
    let outcomes = run.play(run.scenario(horizon: 200, segment: segment), replications: 10)
    // λ .1 halved, leaving at λπ = .01 a day: .05·(1 − e^(−2))/.01.
    let check = run.mean(
      "repeat orders", outcomes.map { Double($0.events.total(.repeatOrder)) / 2_000 },
      expected: 5 * (1 - Double.exp(-2)))
    #expect(check.isKept, "\(check.simulated) against \(check.expected)")
  }

  /// What comes after all that is played is at the usual engagement: as if it were played.
  @Test func theValueBeyondIsThatOfTheUsualEngagement() {
    let run = OracleRun(number: 99, seed: 9, size: 1)
    func value(runOff: Int) -> [Double] {
      let habits = PurchaseHabits(
        shape: 1e8, rate: 1e9, lapseA: 1e7, lapseB: 9e7, firstLapse: 0)
      var segment = run.newcomers(1_500, habits, Baskets(p: 1e6, q: 1e6, gamma: 1_000))
      // Visits so many that the stock hardly varies.
      segment.engagement = Engagement(visits: 40, halfLife: 10, floor: 0.2, half: 600)
      return run.play(
        run.scenario(
          horizon: 30, segment: segment, residualDays: 400, runOff: runOff), replications: 10
      ).map { $0.figures[.afterwards, 0] / 1_500 }
    }
    let (formula, played) = (value(runOff: 0), value(runOff: 400))
    let gap = zip(formula, played).map { $0 - $1 }
    let check = run.mean("formula less played", gap, expected: 0)
    #expect(check.isKept, "\(formula) against \(played)")
    #expect(played[0] > 500)
  }

  /// Opened messages engage, even where they multiply nothing by themselves.
  @Test func openedMessagesEngage() {
    var audience = ToolMarket.audience
    audience.terms = Audience(joinsAtOrder: 1, every: 2, membersAtStart: 1)
    func orders(_ opened: Double) -> Int64 {
      var scenario = CommunityTests.scenario([audience])
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].engagement?.opened = opened
      }
      return ToolMarket.outcome(scenario)[1].events.total(.repeatOrder)
    }
    #expect(orders(0) < orders(1) && orders(1) < orders(10))
  }
}
