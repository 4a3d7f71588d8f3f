import Testing

@testable import Market

struct AudienceTests {
  /// mechanisms.md: gap 7, half-life 14: 1/(1 − 2^(−1/2)) = 3.414214 in the long run.
  @Test func fatigueAddsUpAndHalves() {
    let terms = Audience(joinsAtOrder: 1, every: 7, recovery: 14)
    #expect(terms.fatigue.fatigue(0, after: 3) == 1)
    #expect(terms.fatigue.fatigue(1, after: 14) == 1.5)
    var fatigue = 0.0
    for _ in 0..<300 { fatigue = terms.fatigue.fatigue(fatigue, after: 7) }
    #expect(abs(fatigue - 3.414214) < 1e-6)
    #expect(Audience(joinsAtOrder: 1, every: 7).fatigue.fatigue(5, after: 1) == 1)
  }

  /// Who bought in a group joins too: their order is paid for after audiences have looked at the day.
  @Test func thoseWhoBoughtTogetherJoin() throws {
    var (audience, group) = (ToolMarket.audience, ToolMarket.group)
    audience.terms = Audience(joinsAtOrder: 1, every: 7)
    audience.window = 0..<200
    group.terms = GroupBuy(.fixed(1), size: 2, within: 30)
    group.participation = .automatic
    group.window = 0..<200
    var scenario = ToolMarket.scenario([audience, group])
    // Nobody orders but in a group.
    scenario.market.segments = scenario.market.segments.map { segment in
      var segment = segment
      segment.begins = .customers
      return segment
    }
    let plan = ToolMarket.outcome(scenario)[1]
    #expect(plan.counted(.redeemed, 1) > 100)
    #expect(plan.counted(.joined) > 50 && plan.counted(.joined) <= plan.counted(.redeemed, 1))
  }

  /// Each message costs what it costs, to the rounding of what is booked.
  @Test func messagesCostWhatTheyCost() throws {
    let plan = ToolMarket.outcome(ToolMarket.scenario([ToolMarket.audience]))[1]
    let sent = plan.counted(.sent)
    #expect(sent > 1_000)
    // Each crowd rounds what it has spent so far: here two segments and today's customers.
    #expect(abs(Double(plan.counted(.spent)) - 7.5 * Double(sent)) <= 3)
  }

  /// Opened messages raise purchases; tired members open fewer, and more of them leave.
  @Test func membersTire() throws {
    func plan(_ change: (inout Audience) -> Void) -> PlanOutcome {
      var terms = Audience(
        joinsAtOrder: 0.8, every: 2, opened: 0.5, recovery: 30, leaving: 0.005, factor: 2, days: 2)
      change(&terms)
      var offer = ToolMarket.audience
      offer.terms = terms
      return ToolMarket.outcome(ToolMarket.scenario([offer]))[1]
    }
    func share(_ plan: PlanOutcome) -> Double {
      Double(plan.counted(.opened)) / Double(plan.counted(.sent))
    }
    let (fresh, tired) = (plan { _ in }, plan { $0.tiring = 0.3 })
    #expect(abs(share(fresh) - 0.5) < 0.02)
    #expect(share(tired) < 0.3)
    #expect(fresh.events.total(.repeatOrder) > tired.events.total(.repeatOrder))
    #expect(plan { $0.recovery = 300 }.counted(.left) > plan { $0.recovery = 1 }.counted(.left))
  }

  /// An offer that an audience announces is noticed by nobody but those who open a message.
  @Test func announcedOffersAreToldOf() throws {
    var coupon = ToolMarket.threshold
    coupon.announcer = "private group"
    coupon.participation = .decided(attention: 1, fading: .infinity, noise: 0)
    let told = ToolMarket.outcome(ToolMarket.scenario([ToolMarket.audience, coupon]))[1]
    let (opened, noticed) = (told.counted(.opened, 0), told.counted(.noticed, 1))
    #expect(noticed > 100 && noticed < opened)
    // Without messages there is nothing to notice; a channel's contacts tell of it too.
    var silent = ToolMarket.audience
    silent.terms = Audience(joinsAtOrder: 0.5, every: 7, opened: 0)
    let unheard = ToolMarket.outcome(ToolMarket.scenario([silent, coupon]))[1]
    #expect(unheard.counted(.noticed, 1) == 0)
    coupon.announcer = "search"
    coupon.orders = .first
    let searched = ToolMarket.outcome(ToolMarket.scenario([coupon]))[1]
    #expect(searched.counted(.noticed) > 0)
    #expect(searched.counted(.noticed) <= searched.events.total(.reached))
  }

  /// Who is a customer already may be in it already.
  @Test func anAudienceMayHaveBegunBefore() throws {
    var offer = ToolMarket.audience
    offer.window = 50..<51
    offer.terms = Audience(joinsAtOrder: 0, every: 7, membersAtStart: 0.5)
    let plan = ToolMarket.outcome(ToolMarket.scenario([offer]))[1]
    #expect(plan.counted(.sent) > 20 && plan.counted(.joined) == 0)
  }

  /// Whoever would join is in an experiment about it, in whichever arm.
  @Test func whoWouldJoinIsInTheExperiment() throws {
    let scenario = ToolMarket.scenario([ToolMarket.audience])
    let design = try ArmDesign([scenario.plans[0], scenario.plans[1]], enrolment: .exposed)
    let market = ArmMarket(
      scenario, design, observations: [Observation(.orders, after: scenario.horizon)])
    let arms = market.people(replication: 0, .split(Allotment(shares: [0.5, 0.5], salt: 1)))
    let enrolled = zip(arms.arms, arms.enrolled).filter { $0.1 != nil }.map(\.0)
    let treated = enrolled.filter { $0 == 1 }.count
    #expect(enrolled.count > 200)
    #expect(
      abs(Double(treated) - Double(enrolled.count) / 2) < 4 * Double(enrolled.count).squareRoot()
        / 2)
  }
}
