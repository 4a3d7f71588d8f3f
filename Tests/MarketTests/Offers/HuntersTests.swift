import Testing

@testable import Market

/// People who come for rewards alone.
struct HuntersTests {
  /// A busy market whose second plan gives a coupon on first orders, with bonus hunters.
  private static func market(_ change: (inout Offer) -> Void = { _ in }) -> Scenario {
    var scenario = BusyMarket.scenario(people: 2_000, seed: 7)
    var offer = Offer(
      name: "welcome", terms: Coupon(.fixed(800)), orders: .first, segments: [0, 1, 2],
      window: 20..<90, participation: .decided(attention: 0.4, fading: 5, noise: 0.2),
      effect: .lift(0))
    change(&offer)
    scenario.market.segments.append(
      Segment(
        name: "hunters", accounts: 500, hunters: Hunters(accounts: 5, order: 1_000),
        participation: ParticipationCost(time: 300, spread: 0.8), costShare: 0.4))
    for plan in scenario.plans.indices where !scenario.plans[plan].operations.services.isEmpty {
      scenario.plans[plan].operations.services.append(Service(scenario.market.segments[2]))
    }
    scenario.plans[1].offers = [offer]
    return scenario
  }

  @Test func theyComeForOffersAlone() throws {
    let scenario = Self.market()
    let hunters = scenario.market.segments.count - 1
    let plans = ToolMarket.outcome(scenario)
    // Without the offer they do nothing.
    #expect(plans[0].ledger.total(.revenue, segment: hunters) == 0)
    let orders = plans[1].events.total(.firstOrder, segment: hunters)
    #expect(orders > 100 && orders <= 500)
    #expect(plans[1].events.total(.repeatOrder, segment: hunters) == 0)
    // The smallest order there is, and nobody is acquired.
    #expect(plans[1].ledger.total(.revenue, segment: hunters) == 1_000 * orders)
    #expect(plans[1].tally.acquired.allSatisfy { Int($0.segment) != hunters })
    #expect(plans[1].counted(.paidToHunters) == 800 * orders)
    // All accounts of one person decide alike.
    #expect(orders % 5 == 0)
  }

  /// Others are where they would be without them.
  @Test func othersDoNotMindThem() throws {
    let with = Self.market()
    var without = with
    without.market.segments.removeLast()
    for plan in without.plans.indices where !without.plans[plan].operations.services.isEmpty {
      without.plans[plan].operations.services.removeLast()
    }
    without.plans[1].offers[0].segments = [0, 1]
    // Word of mouth picks its readers among all people.
    func silent(_ scenario: Scenario) -> Scenario {
      var scenario = scenario
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].feedback = Feedback()
      }
      for plan in scenario.plans.indices {
        for service in scenario.plans[plan].operations.services.indices {
          scenario.plans[plan].operations.services[service].feedback = Feedback()
        }
      }
      return scenario
    }
    let (one, two) = (ToolMarket.outcome(silent(with))[1], ToolMarket.outcome(silent(without))[1])
    for segment in 0..<2 {
      #expect(
        one.ledger.total(.revenue, segment: segment)
          == two.ledger.total(
            .revenue, segment: segment))
    }
  }

  /// A larger reward is taken by more of them, more screening pays fewer and refuses more of the honest.
  @Test func screeningCatchesThem() throws {
    func played(catches: Double, refuses: Double, off: Int64 = 800) -> PlanOutcome {
      ToolMarket.outcome(
        Self.market { offer in
          offer.terms = Coupon(.fixed(off))
          offer.screening = Screening(catches: catches, refuses: refuses)
        })[1]
    }
    let plans = [
      played(catches: 0, refuses: 0), played(catches: 0.5, refuses: 0.1),
      played(catches: 1, refuses: 0.3),
    ]
    let paid = plans.map { $0.counted(.paidToHunters) }
    #expect(paid[0] > paid[1] && paid[1] > 0 && paid[2] == 0)
    let refused = plans.map { $0.counted(.refused) }
    #expect(refused[0] == 0 && refused[1] > 0 && refused[2] > refused[1])
    #expect(plans[2].counted(.caught) == plans[0].counted(.paidToHunters) / 800)
    let hunters = Self.market().market.segments.count - 1
    // Who is caught does not buy at full price.
    let ledger = plans[2].ledger
    #expect(ledger.total(.revenue, segment: hunters) > 0)
    #expect(
      ledger.total(.revenue, segment: hunters) + ledger.total(.refunds, segment: hunters) == 0)
    #expect(ledger.total(.costOfGoods, segment: hunters) == 0)
    let takers = [300, 800, 2_000].map { off in
      played(catches: 0, refuses: 0, off: off).events.total(.firstOrder, segment: hunters)
    }
    #expect(takers[0] < takers[1] && takers[1] < takers[2])
  }
}
