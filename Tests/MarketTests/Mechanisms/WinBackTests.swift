import Documents
import RealModule
import Statistics
import Testing

@testable import Market

struct WinBackTests {
  private static func winBack(
    _ terms: WinBack, window: Range<Int> = 0..<200, budget: Int64? = nil
  ) -> Offer {
    Offer(
      name: "come back", terms: terms, orders: .repeats, segments: [0, 1], window: window,
      budget: budget, participation: .decided(attention: 1, fading: .infinity, noise: 0.3),
      effect: .lift(1))
  }

  private static func terms(
    _ reward: Int64 = 900, silence: Silence = .days(40), times: Int = 1,
    lapse: Double? = nil
  ) -> WinBack {
    WinBack(
      reward: reward, silence: silence, opened: 0.8, halving: 60, cost: 7.5, returnsWithin: 40,
      lapse: lapse, times: times, every: 15)
  }

  @Test func nothingChangesNothing() {
    GivenMarket.expectNothing(of: Self.winBack(Self.terms(), budget: 0))
    // Nobody is ever silent for so long.
    GivenMarket.expectNothing(of: Self.winBack(Self.terms(silence: .days(5_000))))
    var kept = Self.winBack(Self.terms())
    kept.holdout = 1
    GivenMarket.expectNothing(of: kept)
  }

  /// Messages ≥ opened ≥ taken ≥ back, rewards and messages cost what they cost.
  @Test func peopleAndMoneyAreConserved() {
    let plan = GivenMarket.plans(Self.winBack(Self.terms(times: 3)))[1]
    let counts = [OfferCount.sent, .opened, .taken, .revived].map { plan.counted($0) }
    #expect(counts == counts.sorted(by: >) && counts[3] > 50, "\(counts)")
    #expect(plan.counted(.noticed) == plan.counted(.opened))
    // Whoever takes part and had left is back: all others were only slow.
    #expect(plan.counted(.stayedAway) == 0)
    let redeemed = plan.counted(.redeemed)
    #expect(redeemed > 50 && redeemed <= plan.counted(.taken))
    #expect(GivenMarket.rewards(plan) == plan.counted(.paid))
    #expect(plan.counted(.paid) <= 900 * redeemed)
    #expect(plan.ledger.total(.firstOrderReward) == 0)
    // Two segments and today's customers round what they have spent so far.
    #expect(abs(Double(plan.counted(.spent)) - 7.5 * Double(counts[0])) <= 3)
    #expect(-plan.ledger.total(.messaging) == plan.counted(.spent))
    #expect(plan.counted(.eligible) <= counts[0] && counts[0] <= 3 * plan.counted(.eligible))
  }

  @Test func budgetsHold() {
    let free = GivenMarket.plans(Self.winBack(Self.terms(times: 3)))[1].counted(.paid)
    for budget in [1, free / 2] {
      let paid = GivenMarket.plans(Self.winBack(Self.terms(times: 3), budget: budget))[1]
        .counted(.paid)
      #expect(paid <= budget && paid > budget - 900)
    }
  }

  @Test func largerRewardsAreTakenByASuperset() throws {
    let takers = try GivenMarket.takers(
      of: [100, 300, 900, 3_000].map { Self.winBack(Self.terms($0), window: 0..<140) },
      begins: .customers)
    #expect(takers[0] < takers[3])
  }

  /// Customers who buy at a rate λ and leave after each order with chance π, the first included.
  private static func outcomes(
    _ terms: WinBack, rate: Double = 0.1, lapse: Double, days: Int, law: LapseLaw? = nil,
    participation: Offer.Participation = .automatic, people: Int = 20_000
  ) -> PlanOutcome {
    let (busy, tight) = (BusyMarket.scenario(people: 1, seed: 1), 1e8)
    let segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight / rate,
        lapse: law
          ?? .afterOrders(a: tight * lapse, b: tight * (1 - lapse), first: .chance(lapse))),
      baskets: Published.baskets)
    var offer = winBack(terms, window: 0..<days)
    (offer.segments, offer.participation, offer.effect) = ([0], participation, .lift(0))
    let scenario = Scenario(
      name: "silent", currency: busy.currency, start: busy.start, horizon: days, seed: 9,
      market: MarketConditions(segments: [segment]),
      plans: [Plan(name: "only", offers: [offer])])
    return ToolMarket.outcome(scenario)[0]
  }

  /// A clock starts anew, and after the order of return people leave as after a first one, or with a chance of its own.
  ///
  /// All have left after their first order and are written to on day 10; by day 10 + d a share 1 − e^(−λd) is back with
  /// an order; where nobody stays after it there are no more.
  @Test(arguments: [nil, 1 - 1e-12])
  func whoIsBackOrdersAtTheirOwnClock(_ lapse: Double?) {
    let (rate, days) = (0.1, 30)
    let law = LapseLaw.afterOrders(a: 1, b: 1e12, first: .chance(1 - 1e-9))
    let plan = Self.outcomes(
      WinBack(reward: 100, silence: .days(10), opened: 1, lapse: lapse), rate: rate, lapse: 0,
      days: 10 + days, law: law)
    #expect(plan.counted(.sent) == 20_000 && plan.counted(.revived) == 20_000)
    let share = Double(plan.events.total(.repeatOrder)) / 20_000
    let expected = 1 - Double.exp(-rate * Double(days))
    #expect(abs(share - expected) < 4 * (expected * (1 - expected) / 20_000).squareRoot())
    #expect(plan.counted(.redeemed) == plan.events.total(.repeatOrder))
  }

  /// Of those silent for d days since their first order π/(π + (1 − π)e^(−λd)) had left, and no one else is back.
  ///
  /// Where the order of return lapses with π too, d days after coming back bring (1 − e^(−λπd))/π orders: the mean of
  /// 20,000 within four standard errors, of at most √2/π each.
  @Test func whoIsBackStaysAsLongAsAnybody() {
    let (rate, lapse, days) = (0.1, 0.25, 40)
    let all = WinBack(reward: 100, silence: .days(10), opened: 1)
    // Only those who had left are back, whose first order was the last: a share π.
    let plan = Self.outcomes(all, rate: rate, lapse: lapse, days: 11)
    let revived = Double(plan.counted(.revived))
    let silent = Double(plan.counted(.sent))
    let expected = lapse / (lapse + (1 - lapse) * Double.exp(-rate * 10))
    #expect(
      abs(revived / silent - expected) < 4 * (expected * (1 - expected) / silent).squareRoot())
    let law = LapseLaw.afterOrders(a: 1e8 * lapse, b: 1e8 * (1 - lapse), first: .chance(1 - 1e-9))
    let gone = Self.outcomes(
      WinBack(reward: 100, silence: .days(10), opened: 1, lapse: lapse), rate: rate, lapse: lapse,
      days: 10 + days, law: law)
    let mean = Double(gone.events.total(.repeatOrder)) / 20_000
    let orders = (1 - Double.exp(-rate * lapse * Double(days))) / lapse
    #expect(abs(mean - orders) < 4 * 2.0.squareRoot() / lapse / 20_000.0.squareRoot())
  }

  /// Who leaves in time, unseen, is back with a fresh threshold: π = μ/(μ + (λ …)) by the silence itself.
  ///
  /// Silent for L since day 0: gone with probability ∫₀ᴸ μe^(−(λ + μ)t)dt over that plus e^(−(λ + μ)L).
  @Test func whoLeftInTimeIsBackToo() {
    let (rate, gone, silence) = (0.1, 0.05, 20.0)
    let plan = Self.outcomes(
      WinBack(reward: 100, silence: .days(silence), opened: 1), rate: rate, lapse: 0, days: 21,
      law: .inTime(s: 1e8, beta: 1e8 / gone))
    let still = Double.exp(-(rate + gone) * silence)
    let left = gone / (rate + gone) * (1 - still)
    let expected = left / (left + still)
    let silent = Double(plan.counted(.sent))
    #expect(silent > 5_000)
    #expect(
      abs(Double(plan.counted(.revived)) / silent - expected)
        < 4 * (expected * (1 - expected) / silent).squareRoot())
  }

  /// Silence in a customer's own gaps, and a share of those who take part that comes back.
  @Test func gapsAreTheirOwn() {
    #expect(Silence.gaps(3).days(rate: 0.1) == 3 / 0.1)
    #expect(Silence.gaps(3).days(rate: 0) == .infinity)
    let plan = Self.outcomes(
      WinBack(reward: 100, silence: .gaps(2), opened: 1, comesBack: 0.4), rate: 0.1,
      lapse: 1 - 1e-9, days: 30)
    // All left on day 0 and are written to on day 20, or the day after as 1/λ is not quite 10.
    #expect(plan.counted(.sent) == 20_000)
    let share = Double(plan.counted(.revived)) / 20_000
    #expect(abs(share - 0.4) < 4 * (0.24 / 20_000).squareRoot())
    #expect(plan.counted(.stayedAway) == plan.counted(.taken) - plan.counted(.revived))
  }

  /// A mere message: whoever opens it takes part and is back, and nothing is paid.
  @Test func aMereMessageBringsBackToo() {
    let plan = Self.outcomes(
      WinBack(silence: .days(10), opened: 0.5, times: 2, every: 7), lapse: 1 - 1e-9, days: 30,
      participation: .decided(attention: 1, fading: .infinity, noise: 0))
    // Half open the first, and half of the others the second.
    #expect(plan.counted(.opened) == plan.counted(.taken))
    let share = Double(plan.counted(.revived)) / 20_000
    #expect(abs(share - 0.75) < 4 * (0.1875 / 20_000).squareRoot())
    #expect(plan.counted(.paid) == 0 && plan.events.total(.repeatOrder) > 1_000)
  }

  /// People who wait for an order are not written to: nothing is lost of it.
  @Test func whoWaitsForAnOrderIsLeftAlone() {
    var group = ToolMarket.group
    group.terms = GroupBuy(.fixed(1), size: 1_000, within: 60)
    (group.participation, group.window) = (.automatic, 0..<200)
    let plan = ToolMarket.outcome(
      ToolMarket.scenario([group, Self.winBack(Self.terms(silence: .days(20), times: 9))]))[1]
    #expect(plan.counted(.refunded, 0) > 50 && plan.counted(.sent, 1) > 0)
    #expect(plan.counted(.redeemed, 0) == 0)
  }
}
