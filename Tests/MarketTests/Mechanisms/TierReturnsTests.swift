import Testing

@testable import Market

/// Tiers are of what members have paid for good: less what was paid back, from then on.
struct TierReturnsTests {
  private static func played(
    _ segment: Segment, _ returns: Returns?, _ terms: PointsProgramme, beside others: [Offer] = [],
    days: Int
  ) -> PlanOutcome {
    let run = OracleRun(number: 97, seed: 6, size: 1)
    var segment = segment
    segment.baskets.returns = returns
    let card = Offer(
      name: "card", terms: terms, orders: .every, segments: [0], window: 0..<days,
      participation: .automatic, effect: .lift(0))
    return run.play(
      run.scenario(horizon: days, segment: segment, offers: others + [card]), replications: 1)[0]
  }

  private static func habits(_ rate: Double) -> PurchaseHabits {
    PurchaseHabits(shape: 1e8, rate: 1e8 / rate, lapseA: 1, lapseB: 1e12, firstLapse: 0)
  }

  /// Everybody orders as day 0 begins, and never again.
  private static func newcomers(_ people: Int, basket: Double) -> Segment {
    OracleRun(number: 97, seed: 6, size: 1).newcomers(
      people, habits(1e-9), Baskets(p: 1e8, q: 1e8, gamma: basket))
  }

  /// Days in a tier of five orders, of 500 days of orders at λ .06 a day, of which a share ρ goes back after days at
  /// random, d on average.
  ///
  /// On the morning of day t those that count are Poisson(λ((1 − ρ)L + ρd(1 − e^(−L/d)))), L = min(t, 365): its upper
  /// tail at 5, summed over days by SciPy 1.17.1; standard deviations by NumPy 2.4.6. |z| ≤ 4 of 4,000 members.
  @Test(
    arguments: [
      (0, 8, 416.16626, 37.3), (0.3, 8, 383.81372, 52.8), (0.6, 40, 344.23444, 78.3),
      (1, 8, 0.068734, 0.58),
    ] as [(Double, Double, Double, Double)])
  func whatIsPaidBackCountsNoLonger(
    _ share: Double, _ after: Double, _ expected: Double, _ deviation: Double
  ) {
    let members = 4_000
    let segment = Segment(
      name: "members", size: members, begins: .customers, purchases: Self.habits(0.06),
      baskets: Baskets(p: 1e8, q: 1e8, gamma: 4_000))
    let plan = Self.played(
      segment, Returns(share: share, after: after),
      PointsProgramme(
        earned: 0, block: 1, off: 1,
        tiers: [LoyaltyTier(name: "silver", threshold: 18_000, cost: 1)]),
      days: 500)
    let days = Double(plan.counted(.spent)) / Double(members)
    #expect(
      abs(days - expected) < 4 * deviation / Double(members).squareRoot(),
      "\(days), not \(expected)")
  }

  /// Who sends everything back at once is in no tier, and bound by none: to the byte.
  @Test func whoSendsAllBackIsInNoTier() {
    let tier = LoyaltyTier(name: "silver", threshold: 1, earning: 3, bond: 2, cost: 100)
    let plans = [[], [tier]].map { tiers in
      let offer = Offer(
        name: "card",
        terms: PointsProgramme(earned: 0.01, block: 50, off: 200, pull: 0, tiers: tiers),
        orders: .every, segments: [0, 1], window: 0..<200, participation: .automatic,
        effect: .lift(0))
      var scenario = ToolMarket.scenario([offer])
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].baskets.returns = Returns(
          share: 1, after: 0, varies: false)
      }
      return ToolMarket.outcome(scenario)[1]
    }
    #expect(plans[0].ledger == plans[1].ledger && plans[0].events == plans[1].events)
    #expect(plans[1].counted(.spent) == 0 && plans[1].counted(.pointsEarned) > 1_000)
  }

  /// An order of day 0 that goes back on day 20 counts on 20 days in place of 99: to the cent, and the same share of
  /// members as of orders, |z| ≤ 4 of 400.
  @Test func aTierIsLostAsTheMoneyIsBack() {
    let (people, share) = (400.0, 0.3)
    let plan = Self.played(
      Self.newcomers(400, basket: 4_000), Returns(share: share, after: 20.25, varies: false),
      PointsProgramme(
        earned: 0, block: 1, off: 1, tiers: [LoyaltyTier(name: "silver", threshold: 1, cost: 3)]),
      days: 100)
    let missing = 400 * 99 * 3 - plan.counted(.spent)
    #expect(missing % (79 * 3) == 0)
    let back = Double(missing / (79 * 3))
    #expect(
      abs(back - people * share) < 4 * (people * share * (1 - share)).squareRoot(), "\(back)")
  }

  /// Of 30.50 topped up to 50.00 for 8.00 off, 19.50 go back: 42.00 were paid, and then 30.50, or 22.50 where the 8.00
  /// are kept; points and tiers are of that.
  @Test(
    arguments: [
      (nil, nil, 12, 30), (false, nil, 20, 22), (false, 30, 12, 30), (nil, 2, 20, 22),
    ] as [(Bool?, Double?, Int64, Int64)])
  func whatWasAddedGoesBack(
    _ clawedBack: Bool?, _ held: Double?, _ cancelled: Int64, _ left: Int64
  ) {
    var threshold = Offer(
      name: "off from 50",
      terms: ThresholdCoupon(
        threshold: 5_000, off: 800, reach: 4_000, pull: 1_000,
        returns: Returns(share: 1, after: 6.25, varies: false)),
      orders: .every, segments: [0], window: 0..<100, participation: .automatic, effect: .lift(0))
    threshold.clawsBack = clawedBack
    threshold.holding = held.map { Holding(days: $0, impatience: 0) }
    let plan = Self.played(
      Self.newcomers(400, basket: 3_050), nil,
      PointsProgramme(
        earned: 0.01, block: 1_000, off: 1,
        tiers: [
          LoyaltyTier(name: "silver", threshold: 2_500, cost: 1),
          LoyaltyTier(name: "gold", threshold: 4_000, cost: 3),
        ]),
      beside: [threshold], days: 100)
    let people: Int64 = 400
    #expect(plan.counted(.raised, 0) == people)
    #expect(plan.counted(.pointsEarned, 1) == 42 * people)
    #expect(plan.counted(.pointsCancelled, 1) == cancelled * people)
    #expect(plan.counted(.pointsOutstanding, 1) == left * people)
    // Gold on days 1 to 6, and from day 7 to 99 silver where 25.00 are left.
    #expect(plan.counted(.spent, 1) == (6 * 3 + (left >= 25 ? 93 : 0)) * people)
  }
}
