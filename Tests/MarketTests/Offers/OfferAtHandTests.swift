import RealModule
import Testing

@testable import Market

/// What everybody simply gets on a first order is had from the moment somebody hears of us.
struct OfferAtHandTests {
  private static let kinds = [
    "coupons: {it: {value: 10 CNY, REST}}",
    "threshold coupons: {it: {threshold: 20 CNY, off: 10 CNY, reach: 0 CNY, REST}}",
    "threshold gifts: {it: {threshold: 20 CNY, cost: 3 CNY, worth: 10 CNY, reach: 0 CNY, REST}}",
    "gifts: {it: {cost: 3 CNY, worth: 10 CNY, lift: 0, REST}}",
    "lucky draws: {it: {amounts: [10 CNY], chances: [100%], REST}}",
    "group buys: {it: {value: 10 CNY, group: 2, within: 1 day, lift: 0, REST}}",
  ]

  /// Visitors of a fair on day 10, all of whom taste, or people whom advertising reaches and who try soon.
  private static func plans(
    _ offer: String, window: String = "day 1..end", fair: Bool = true, hazard: String = "0%"
  ) throws -> [PlanOutcome] {
    let offer = offer.replacing(
      "REST", with: "orders: first, window: \(window), automatic: yes")
    let channel =
      fair
      ? "{kind: meetings, meetings: {cost: 100 CNY, visitors: 4000, leads: 100%, dates: [day 10]}}"
      : "{kind: paid, price: 1 CNY, reach: 100%, contacts: 300 per day}"
    let text = """
      name: at once
      currency: CNY
      start: 2026-01-01
      horizon: 40 days
      residual: 0
      people: 20000
      segments:
        a:
          trial: {hazard: \(hazard) per day, pause: 300 days}
          first purchase: {chance: 40%, reward effect: 5}
          purchases: {average: 0.0001 per month}
          lapse: {average: 10%}
          basket: {average: 40 CNY, within customers: 1%, between customers: 1%}
      channels:
        ways: \(channel)
      \(offer)
      plans:
        - {name: base, channels: {ways: {}}}
        - {name: plan, \(offer.prefix { $0 != "{" }){it: {}}}
      """
    return try ToolMarket.outcome(ScenarioFile(text).resolve().scenario)
  }

  /// Of those who taste 1/(1 + e^−η) buy, with η = ln(.4/.6) + 5·10/40.
  ///
  /// That is .6995 of some 3,600 trials; |z| ≤ 4 at a fixed seed.
  @Test(arguments: kinds) func itMovesTheDecisionOfTheSameDay(_ kind: String) throws {
    let plan = try Self.plans(kind)[1]
    let trials = Double(plan.events.total(.trial))
    let expected = 1 / (1 + Double.exp(-(Double.log(0.4 / 0.6) + 5 * 10 / 40)))
    let error = (expected * (1 - expected) / trials).squareRoot()
    #expect(trials > 3_000)
    // Of a group buy the last may find nobody to be a group with.
    let bought = Double(plan.events.total(.firstOrder) + plan.counted(.refunded))
    #expect(abs(bought / trials - expected) < 4 * error)
    #expect(plan.counted(.redeemed) == plan.events.total(.firstOrder))
  }

  /// Whoever redeems it has noticed and taken it, and it was for them.
  @Test(arguments: kinds) func whoHasItIsCounted(_ kind: String) throws {
    for plan in [try Self.plans(kind)[1], try Self.plans(kind, fair: false, hazard: "50%")[1]] {
      let aware = plan.events.total(.aware)
      #expect(plan.counted(.eligible) <= aware && plan.counted(.taken) == plan.counted(.noticed))
      #expect(plan.counted(.redeemed) <= plan.counted(.taken) && plan.counted(.redeemed) > 1_000)
      // But those of the last day, for whom it is over before they would be counted.
      #expect(plan.counted(.eligible) > aware - 300)
    }
  }

  /// However soon people try, .6995 of those who try buy, |z| ≤ 4.
  @Test(arguments: ["5%", "100%"]) func howSoonPeopleTryMakesNoDifference(_ hazard: String) throws {
    let plan = try Self.plans(Self.kinds[0], fair: false, hazard: hazard)[1]
    let trials = Double(plan.events.total(.trial))
    let share = Double(plan.events.total(.firstOrder)) / trials
    #expect(abs(share - 0.69948) < 4 * (0.69948 * 0.30052 / trials).squareRoot())
  }

  /// On no other days: the decision is as without it, and nobody has it.
  @Test(arguments: ["day 1..9", "day 12..30"]) func outsideItsWindowNobodyHasIt(
    _ window: String
  ) throws {
    let plans = try Self.plans(Self.kinds[0], window: window)
    #expect(plans[1].events.total(.firstOrder) == plans[0].events.total(.firstOrder))
    #expect(plans[1].counted(.redeemed) == 0)
  }

  /// What is worth nothing is given to nobody, on whichever day.
  @Test func whatIsWorthNothingIsNotGiven() throws {
    let kind = "gifts: {it: {cost: 5 CNY, worth: 0 CNY, lift: 0, REST}}"
    let plans = try Self.plans(kind)
    #expect(plans[1].counted(.redeemed) == 0 && plans[1].counted(.taken) == 0)
    #expect(plans[1].ledger.net() == plans[0].ledger.net())
  }

  /// Where a budget is spent on the day, those after it have heard of an offer that is no more: nothing is paid to them.
  @Test func whatIsSpentIsOver() throws {
    let kind = "coupons: {it: {value: 10 CNY, budget: 5000 CNY, REST}}"
    let plan = try Self.plans(kind)[1]
    #expect(plan.counted(.redeemed) == 500 && plan.counted(.paid) == 500_000)
  }

  /// Whoever redeems it has had it, on whichever day and with whichever order: some order twice on their first day, and of
  /// one day there are those who hear of us on it.
  @Test(arguments: [
    "orders: second, window: day 1..end", "orders: every, window: day 1..1",
    "orders: first, window: day 1..1", "orders: every, uses: 1, window: day 1..end",
    "orders: repeats, uses: 1, window: day 1..end",
  ])
  func redemptionsAreOfThoseWhoHadIt(_ rest: String) throws {
    let text = """
      name: busy
      currency: CNY
      start: 2026-01-01
      horizon: 20 days
      residual: 0
      people: 5000
      segments:
        a:
          awareness: {organic: 5% per day}
          trial: {hazard: 100% per day, pause: 300 days}
          first purchase: {chance: 60%}
          purchases: {average: 1 per day}
          lapse: {average: 10%}
          feedback: {chance: 20%}
          basket: {average: 40 CNY, within customers: 1%, between customers: 1%}
      KIND
      plans: [{name: base}, {name: plan, NAME: {it: {}}}]
      """
    let others = [
      "feedback rewards: {it: {reward: 1 CNY, REST}}",
      "parties: {it: {party: 2, cost: 1 CNY, worth: 10 CNY, others come: 100%, brings: 0, REST}}",
    ]
    for kind in Self.kinds.dropLast() + others {
      let offer = kind.replacing("REST", with: "\(rest), automatic: yes")
        .replacing("lift: 0, ", with: "")
      let file = text.replacing("KIND", with: offer)
        .replacing("NAME", with: String(kind.prefix { $0 != ":" }))
      let plan = try ToolMarket.outcome(ScenarioFile(file).resolve().scenario)[1]
      let (taken, redeemed) = (plan.counted(.taken), plan.counted(.redeemed))
      #expect(redeemed > 20 && taken == plan.counted(.noticed), "\(kind)")
      #expect(plan.counted(.eligible) >= taken, "\(kind)")
      if rest.contains("every, window") {
        // Of one day: all who hear of us on it, whether or not they order.
        #expect(taken == plan.events.total(.aware, days: 0..<1), "\(kind)")
      } else {
        #expect(taken >= redeemed, "\(kind)")
      }
    }
  }

  /// A review of the first order is paid also of the day on which somebody heard of us.
  @Test func reviewsOfFirstOrdersAreAllPaid() throws {
    let kind = "feedback rewards: {it: {reward: 1 CNY, REST}}"
    let plan = try Self.plans(kind)[1]
    #expect(plan.events.total(.firstOrder) > 1_000)
    #expect(plan.counted(.redeemed) == plan.events.total(.firstOrder))
    #expect(plan.events.total(.feedback) >= plan.counted(.redeemed))
  }

  /// Where nobody has to be looked at those are counted all the same who have it: as many as where everybody notices it.
  @Test func whoNeedNotBeLookedAtIsCounted() throws {
    func counts(_ rest: String) throws -> PlanOutcome {
      let text = """
        name: counted
        currency: CNY
        start: 2026-01-01
        horizon: 60 days
        residual: 0
        people: 3000
        segments:
          a:
            aware at start: 50%
            trial: {hazard: 2% per day}
            first purchase: {chance: 60%}
            purchases: {average: 4 per month}
            lapse: {average: 10%}
            basket: {average: 40 CNY}
        coupons: {it: {value: 1 CNY, orders: repeats, window: day 20..24, daily multipliers: [2, 2, 2, 1.5, 1.5], \(rest)}}
        plans: [{name: base}, {name: plan, coupons: {it: {}}}]
        """
      return try ToolMarket.outcome(ScenarioFile(text).resolve().scenario)[1]
    }
    let all = try counts("automatic: yes")
    let seen = try counts("attention: {chance: 100%}")
    #expect(all.counted(.redeemed) > 100)
    for count in [OfferCount.eligible, .noticed, .taken] {
      #expect(all.counted(count) > 300)
    }
    #expect(all.counted(.eligible) == seen.counted(.eligible))
    #expect(all.events.total(.noticed) == all.counted(.noticed))
  }
}
