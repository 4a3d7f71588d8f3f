import Testing

@testable import Market

/// Rewards that are held back, and people who are sorry.
struct OfferTimingTests {
  private static func plan(
    returns: Returns? = nil, _ change: (inout Offer, inout Scenario) -> Void = { _, _ in }
  ) -> PlanOutcome {
    var offer = Offer(
      name: "coupon", terms: Coupon(.fixed(600)), orders: .every, segments: [0, 1],
      window: 20..<80, participation: .decided(attention: 0.6, fading: 4, noise: 0),
      effect: .lift(1))
    var scenario = BusyMarket.scenario(people: 3_000, seed: 5, horizon: 100)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].habit = RewardHabit()
      scenario.market.segments[segment].baskets.returns = returns
    }
    change(&offer, &scenario)
    scenario.plans[1].offers = [offer]
    return ToolMarket.outcome(scenario)[1]
  }

  private static func held(_ days: Double, impatience: Double = 0, _ returns: Returns?)
    -> PlanOutcome
  {
    plan(returns: returns) { offer, _ in
      offer.holding = Holding(days: days, impatience: impatience)
      offer.window = 20..<40
    }
  }

  /// What is held for no time is as if it were not held, to the byte.
  @Test func heldForNoTimeIsNotHeld() {
    let (plain, held) = (
      Self.plan(),
      Self.plan { offer, _ in offer.holding = Holding(days: 1e-9, impatience: 0) }
    )
    #expect(plain.events == held.events && plain.tally.offers == held.tally.offers)
    // An order in the last moment of a day is paid for on the next.
    #expect(plain.ledger.net() == held.ledger.net() && plain.counted(.paid) > 0)
    #expect(plain.tally.cohorts == held.tally.cohorts)
  }

  /// The longer it is held the fewer are paid, of the same orders.
  @Test func theLongerItIsHeldTheFewerArePaid() {
    let plans = [1.0, 3, 8, 20].map { Self.held($0, Returns(share: 0.4, after: 5)) }
    let redeemed = plans[0].counted(.redeemed)
    #expect(redeemed > 100)
    for plan in plans {
      #expect(plan.counted(.redeemed) == redeemed)
      #expect(plan.counted(.paid) <= 600 * (redeemed - plan.counted(.withheld)))
    }
    for (shorter, longer) in zip(plans, plans.dropFirst()) {
      #expect(shorter.counted(.withheld) < longer.counted(.withheld))
      #expect(shorter.counted(.paid) > longer.counted(.paid))
    }
    // Without returns all are paid.
    let all = Self.held(20, nil)
    #expect(all.counted(.withheld) == 0 && all.counted(.paid) > plans[0].counted(.paid))
  }

  /// What is due after all that is played is still owed: it counts after the horizon, and for no one's worth if it was
  /// for winning them.
  @Test(arguments: [0, 40]) func whatIsOwedCounts(_ runOff: Int) {
    func plan(_ days: Double?) -> PlanOutcome {
      Self.plan { offer, scenario in
        offer.window = 20..<100
        offer.holding = days.map { Holding(days: $0, impatience: 0) }
        scenario.market.discountRate = 0
        scenario.market.residualDays = 90
        scenario.market.runOff = RunOff(days: runOff)
      }
    }
    let (paid, owed) = (plan(nil), plan(60))
    #expect(paid.events == owed.events)
    #expect(paid.counted(.paid) > owed.counted(.paid) && owed.counted(.paid) > 0)
    func profit(_ plan: PlanOutcome) -> Double {
      plan.figures[.contribution, 0] + plan.figures[.afterwards, 0]
    }
    #expect(abs(profit(paid) - profit(owed)) < 1e-3)
    let values = [paid, owed].map { $0.figures[.customerValue, 0] }
    #expect(abs(values[0] - values[1]) < 1e-3)
  }

  /// Who has to wait sees less of it: as a reward of e^{−rh} times as much.
  @Test func waitingIsWeighed() {
    func taken(_ worth: Double, _ holding: Holding?) -> Int64 {
      Self.plan { offer, scenario in
        offer.effect = .lift(0)
        offer.worth = worth
        offer.holding = holding
      }.counted(.taken)
    }
    let holding = Holding(days: 10, impatience: 0.05)
    #expect(taken(600, holding) == taken(600 * 0.60653065971, nil))
    #expect(taken(600, holding) < taken(600, nil))
  }

  /// Whose friend sends all back within the time brings nothing, and everybody else's reward comes later.
  @Test func inviterWaitForTheirFriends() {
    func plan(_ holding: Holding?, _ returns: Returns?) -> PlanOutcome {
      var offer = ToolMarket.invitation
      offer.terms = Invitation(reward: 2_000, expected: 0.9, deadline: 200)
      offer.participation = .automatic
      offer.holding = holding
      var scenario = ToolMarket.scenario([offer], people: 4_000)
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].baskets.returns = returns
      }
      return ToolMarket.outcome(scenario)[1]
    }
    let returns = Returns(share: 0.5, after: 3, varies: false)
    let (kept, held) = (plan(nil, returns), plan(Holding(days: 10, impatience: 0), returns))
    #expect(kept.counted(.withheld) == 0 && kept.counted(.followed) > 100)
    let followed = Double(held.counted(.followed))
    let share = Double(held.counted(.withheld)) / followed
    #expect(abs(share - 0.5) < 4 * (0.25 / followed).squareRoot())
    #expect(held.counted(.redeemed) + held.counted(.withheld) <= held.counted(.followed))
    // Those of the last days are still under way.
    #expect(held.counted(.redeemed) > held.counted(.followed) / 4)
  }

  /// A loss of nothing lets people down without a trace; one that is felt costs orders.
  @Test func regretIsFelt() {
    func plan(_ regret: Regret?) -> PlanOutcome {
      Self.plan { offer, scenario in
        offer.regret = regret
        offer.window = 60..<90
        for segment in scenario.market.segments.indices {
          scenario.market.segments[segment].purchases.rateSensitivity = 1
          scenario.market.segments[segment].purchases.lapseSensitivity = 1
          scenario.market.segments[segment].feedback = Feedback()
        }
      }
    }
    let (none, nothing, felt) = (
      plan(nil), plan(Regret(within: 20, least: 0, loss: 0)),
      plan(Regret(within: 20, least: 0, loss: 3))
    )
    #expect(none.ledger == nothing.ledger && none.events == nothing.events)
    #expect(felt.counted(.letDown) > 50)
    #expect(felt.events.total(.repeatOrder) < none.events.total(.repeatOrder))
  }

  /// Those let down paid in full, shortly before, for something that is now worth enough less.
  @Test func whoIsLetDown() {
    func down(_ within: Double, _ least: Double = 0, _ change: (inout Offer) -> Void = { _ in })
      -> Int64
    {
      Self.plan { offer, _ in
        offer.regret = Regret(within: within, least: least, loss: 1)
        change(&offer)
      }.counted(.letDown)
    }
    let week = down(7)
    #expect(week > 20 && down(14) > week && down(3) < week)
    // The coupon is worth 6.00, or a mean basket where that is less.
    #expect(down(7, 300) > 0 && down(7, 601) == 0)
    #expect(down(7) { $0.window = 0..<50 } == 0)
    #expect(down(7) { $0.holdout = 1 } == 0 && down(7) { $0.budget = 0 } == 0)
    let half = down(14) { $0.holdout = 0.5 }
    #expect(half > down(14) / 4 && half < down(14) * 3 / 4)
    // Automatic offers of daily multipliers follow everybody where somebody may be sorry.
    #expect(
      down(7) {
        $0.participation = .automatic
        $0.effect = .multipliers(Array(repeating: 1, count: $0.window.count))
        $0.orders = .repeats
      } == week)
  }

  /// Whose money is back before the offer opens is not sorry: of orders at λ a day of which a share ρ goes back,
  /// 1 − exp(−λ·((1 − ρ)w + ρd(1 − e^(−w/d)))) of customers have one left, or of a fixed d 1 − exp(−λ·((1 − ρ)w + ρd)).
  ///
  /// |z| ≤ 4 of a share of 5,000.
  @Test(arguments: [
    (Returns(share: 1, after: 0.1, varies: false), 0.0049875),
    (Returns(share: 1, after: 4, varies: false), 0.1812692),
    (Returns(share: 0.6, after: 5), 0.2808603),
    // None is back by then.
    (Returns(share: 1, after: 11, varies: false), 0.3934693),
  ]) func whoseMoneyIsBackIsNotSorry(_ returns: Returns, _ expected: Double) {
    let (run, people) = (OracleRun(number: 98, seed: 3, size: 1), 5_000)
    var segment = Segment(
      name: "customers", size: run.customers(people), begins: .customers,
      purchases: PurchaseHabits(shape: 1e8, rate: 2e9, lapseA: 1, lapseB: 1e12, firstLapse: 0),
      baskets: Baskets(p: 1e8, q: 1e8, gamma: 4_000))
    segment.baskets.returns = returns
    var offer = Offer(
      name: "cut", terms: Coupon(.fixed(1_000)), orders: .every, segments: [0], window: 30..<60,
      participation: .automatic, effect: .lift(0))
    offer.regret = Regret(within: 10, least: 500, loss: 0.5)
    let plan = run.play(
      run.scenario(horizon: 60, segment: segment, offers: [offer]), replications: 1)[0]
    let share = Double(plan.counted(.letDown)) / Double(people)
    let error = (expected * (1 - expected) / Double(people)).squareRoot()
    #expect(abs(share - expected) < 4 * error, "\(share), not \(expected)")
  }

  /// Who had an offer before has not paid in full.
  @Test func whoPaidLessIsNotSorry() {
    var scenario = BusyMarket.scenario(people: 2_000, seed: 5, horizon: 60)
    var cut = Offer(
      name: "cut", terms: Coupon(.percent(0.2)), orders: .every, segments: [0, 1],
      window: 0..<30, participation: .automatic, effect: .lift(0))
    var next = cut
    (next.name, next.window) = ("next", 30..<60)
    next.regret = Regret(within: 10, least: 0, loss: 1)
    scenario.plans[1].offers = [cut, next]
    #expect(ToolMarket.outcome(scenario)[1].counted(.letDown, 1) == 0)
    cut.window = 0..<25
    scenario.plans[1].offers = [cut, next]
    #expect(ToolMarket.outcome(scenario)[1].counted(.letDown, 1) > 10)
  }
}
