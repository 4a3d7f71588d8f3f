import RealModule
import Testing

@testable import Market

/// What tiers make of those in them, where everybody is in one from their first order on.
struct TierTests {
  private static let days = 1_500

  /// Newcomers who all order as day 0 begins, and then λ times a day.
  private static func outcomes(
    _ tier: LoyaltyTier, rate: Double, _ lapse: LapseLaw, earned: Double = 0, off: Int64 = 1,
    people: Int = 500, days: Int = days, replications: Int = 8
  ) -> [PlanOutcome] {
    let run = OracleRun(number: 99, seed: 5, size: 1)
    let habits = PurchaseHabits(shape: 1e8, rate: 1e8 / rate, lapse: lapse)
    let segment = run.newcomers(people, habits, Published.baskets)
    let offer = Offer(
      name: "card", terms: PointsProgramme(earned: earned, block: 1, off: off, tiers: [tier]),
      orders: .every, segments: [0], window: 0..<days, participation: .automatic, effect: .lift(0))
    return run.play(
      run.scenario(horizon: days, segment: segment, offers: [offer]), replications: replications)
  }

  private static func orders(_ outcomes: [PlanOutcome], people: Int = 500) -> [Double] {
    outcomes.map { Double($0.events.total(.repeatOrder)) / Double(people) }
  }

  private static func tier(bond: Double = 0, cost: Double = 0) -> LoyaltyTier {
    LoyaltyTier(name: "silver", threshold: 1, bond: bond, cost: cost)
  }

  /// π .2 with log-odds .5 lower is .131668; the orders of day 0 come before: 7.54350 in all, 5 without a tier.
  @Test func aBondKeepsThoseWhoLeaveAfterOrders() {
    let law = LapseLaw.afterOrders(a: 2e7, b: 8e7, first: .chance(0))
    let run = OracleRun(number: 99, seed: 5, size: 1)
    func check(_ bond: Double, _ expected: Double) -> OracleCheck {
      run.mean(
        "repeat orders", Self.orders(Self.outcomes(Self.tier(bond: bond), rate: 0.1, law)),
        expected: expected)
    }
    for check in [check(0, 5), check(0.5, 7.54350)] {
      #expect(check.isKept, "\(check.simulated) against \(check.expected)")
    }
  }

  /// μ .01 a day, e^(−.5) of it in the tier: 16.42266 orders in all, 10 without.
  @Test func aBondKeepsThoseWhoLeaveInTime() {
    let law = LapseLaw.inTime(s: 1e8, beta: 1e10)
    let run = OracleRun(number: 99, seed: 5, size: 1)
    func check(_ bond: Double, _ expected: Double) -> OracleCheck {
      run.mean(
        "repeat orders", Self.orders(Self.outcomes(Self.tier(bond: bond), rate: 0.1, law)),
        expected: expected)
    }
    for check in [check(0, 10), check(0.5, 16.42266)] {
      #expect(check.isKept, "\(check.simulated) against \(check.expected)")
    }
  }

  /// An order counts for 365 days, and who is in a tier costs so much a day: to the cent, whether or not points are worth
  /// anything, or any is earned.
  @Test(arguments: [0, 0.01], [0, 1]) func aTierLastsAYear(_ earned: Double, _ off: Int64) {
    let never = LapseLaw.afterOrders(a: 1, b: 1e12, first: .chance(0))
    func outcome(days: Int) -> PlanOutcome {
      Self.outcomes(
        Self.tier(cost: 3), rate: 1e-9, never, earned: earned, off: off, people: 200, days: days,
        replications: 1)[0]
    }
    let plan = outcome(days: 500)
    #expect(plan.events.total(.repeatOrder) == 0)
    #expect(plan.counted(.spent) == 200 * 365 * 3)
    #expect(plan.ledger.total(.messaging) == -200 * 365 * 3)
    // Within a shorter time from the day after the order to the end.
    #expect(outcome(days: 100).counted(.spent) == 200 * 99 * 3)
  }

  /// A tier's multiplier holds from the day after what brings it: 40 points of each order of 40.50 on the first.
  @Test func ordersOfOneDayEarnAlike() {
    let run = OracleRun(number: 99, seed: 5, size: 1)
    let habits = PurchaseHabits(shape: 1e8, rate: 2.5e7, lapseA: 1, lapseB: 1e12, firstLapse: 0)
    let tier = LoyaltyTier(name: "silver", threshold: 1, earning: 3)
    let card = Offer(
      name: "card", terms: PointsProgramme(earned: 0.01, block: 1_000, off: 1, tiers: [tier]),
      orders: .every, segments: [0], window: 0..<1, participation: .automatic, effect: .lift(0))
    let plan = run.play(
      run.scenario(
        horizon: 1, segment: run.newcomers(400, habits, Baskets(p: 1e8, q: 1e8, gamma: 4_050)),
        offers: [card]), replications: 1)[0]
    let repeats = plan.events.total(.repeatOrder)
    #expect(repeats > 400)
    #expect(plan.counted(.pointsEarned) == 40 * (400 + repeats))
  }

  /// Who is in no tier yet earns points all the same: a tier that earns none puts no block out of reach.
  @Test func aTierThatEarnsNothing() {
    let problems = Sample.problems([
      "plans:":
        "points:\n  card: {earns: 1, block: 100, off: 5 CNY, window: day 1..100, automatic: yes,"
        + " tiers: {basic: {from: 100 CNY, earns: 0}}}\nplans:",
      "    coupons:\n": "    points: {card: }\n    coupons:\n",
    ])
    #expect(problems.isEmpty)
  }
}
