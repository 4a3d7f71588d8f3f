import Testing

@testable import Market

struct CareTests {
  private static func plan(_ change: (inout Care) -> Void = { _ in }) -> PlanOutcome {
    var terms = Care(customersAsk: 0.02, prospectsAsk: 0.01, talks: 5, cost: 450.5)
    change(&terms)
    let offer = Offer(
      name: "desk", terms: terms, orders: .every, segments: [0, 1], window: 0..<200,
      participation: .automatic, effect: .lift(0))
    return ToolMarket.outcome(ToolMarket.scenario([offer]))[1]
  }

  @Test func whoAsksFirstIsServedUnlessRanksCount() {
    let claims = [(0.1, 2), (0.2, 0), (0.3, 1), (0.4, 0)].map { time, rank in
      var claim = Claim(0, of: 1, at: time)
      claim.rank = rank
      return MarketClaim(claim: claim, crowd: 0)
    }
    var talks = Talks(count: 3)
    let paid = talks.verdicts(claims, on: 0).filter { $0.1 == .paid(0) }.map(\.0.claim.time)
    #expect(paid == [0.2, 0.4, 0.3])
  }

  /// Each talk costs what it costs, to the rounding of what is booked; the more can be talked to the fewer ask in vain.
  @Test func talksCostWhatTheyCost() throws {
    // Prospects who are talked to are reminded of us.
    let plan = Self.plan { $0.prospectsAsk = 0 }
    let served = plan.counted(.served)
    #expect(served > 100 && plan.counted(.turnedAway) > 100)
    #expect(abs(Double(plan.counted(.spent)) - 450.5 * Double(served)) <= 3)
    let roomy = Self.plan { ($0.prospectsAsk, $0.talks) = (0, 1_000) }
    #expect(roomy.counted(.turnedAway) == 0)
    // Asking hangs on nobody's answer where it does nothing.
    #expect(roomy.counted(.served) == served + plan.counted(.turnedAway))
  }

  /// A talk is as good as so many visits, where engagement moves purchases; where it moves nothing, nothing happens.
  @Test func talksEngage() {
    func plan(_ adds: Double, _ engagement: Engagement?) -> PlanOutcome {
      let offer = Offer(
        name: "desk", terms: Care(customersAsk: 0.1, talks: 1_000, adds: adds), orders: .every,
        segments: [0, 1], window: 0..<200, participation: .automatic, effect: .lift(0))
      var scenario = ToolMarket.scenario([offer])
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].engagement = engagement
      }
      return ToolMarket.outcome(scenario)[1]
    }
    let engagement = Engagement(visits: 0.02, halfLife: 20, floor: 0.2, half: 2)
    func orders(_ adds: Double) -> Int64 { plan(adds, engagement).events.total(.repeatOrder) }
    let (none, some, many) = (orders(0), orders(2), orders(20))
    #expect(none < some && some < many)
    let (without, unmoved) = (plan(0, nil), plan(5, nil))
    #expect(without.ledger == unmoved.ledger && without.events == unmoved.events)
  }

  @Test func talksBringOrdersAndSilenceCostsThem() throws {
    func orders(_ change: (inout Care) -> Void) -> Int64 {
      Self.plan(change).events.total(.repeatOrder)
    }
    let idle = orders { _ in }
    #expect(orders { ($0.talks, $0.factor, $0.days) = (1_000, 2, 20) } > idle)
    #expect(orders { ($0.talks, $0.disappointment) = (0, 3) } < idle)
    func first(_ convinces: Double?) -> Int64 {
      Self.plan { ($0.talks, $0.prospectsAsk, $0.days, $0.convinces) = (1_000, 0.2, 30, convinces) }
        .events.total(.firstOrder)
    }
    #expect(first(0.95) > first(nil))
    // Who is answered in the evening is back the next day.
    func trials(_ talks: Int) -> Int64 {
      Self.plan { ($0.talks, $0.prospectsAsk) = (talks, 0.2) }.events.total(.trial)
    }
    #expect(trials(1_000) > trials(0))
  }
}
