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

  /// What asks for a review, a taste or a task draws them too: with every account of those to whom it is worth it, paid in
  /// full or caught.
  @Test(arguments: [
    (FeedbackReward(reward: 500) as any OfferTerms, Offer.Orders.every, Int64(500)),
    (FreeSample(cost: 500), .first, 500),
    (DailyTask(reward: 500, steps: 4, goesOn: 0.5), .every, 500),
    (DailyTask(reward: 100, paid: .steps, steps: 5, goesOn: 0.5), .every, 100),
  ]) func theyDoWhatIsAsked(_ terms: any OfferTerms, orders: Offer.Orders, reward: Int64) {
    func played(catches: Double) -> PlanOutcome {
      ToolMarket.outcome(
        Self.market { offer in
          (offer.terms, offer.orders, offer.segments) = (terms, orders, [2])
          offer.screening = Screening(catches: catches)
        })[1]
    }
    let plans = [0, 0.5, 1].map { played(catches: $0) }
    let claims = plans[0].counted(.taken) * 500 / reward
    #expect(plans[0].counted(.taken) > 100 && plans[0].counted(.taken) % 5 == 0)
    #expect(plans[0].counted(.paidToHunters) == reward * claims)
    #expect(plans[1].counted(.paidToHunters) == reward * (claims - plans[1].counted(.caught)))
    #expect(plans[1].counted(.caught) > 0 && plans[1].counted(.paidToHunters) > 0)
    #expect(plans[2].counted(.paidToHunters) == 0 && plans[2].counted(.caught) == claims)
    for plan in plans {
      func count(_ event: JourneyEvent) -> Int64 { plan.events.total(event, segment: 2) }
      // They have not come to try, nor to tell; who orders to be paid for a review does not keep what is not paid for.
      #expect(count(.trial) == 0 && count(.feedback) == 0 && plan.counted(.gaveUp) == 0)
      #expect(
        count(.firstOrder) == (terms is FeedbackReward ? claims - plan.counted(.caught) : 0))
      let kept =
        plan.ledger.total(.revenue, segment: 2) + plan.ledger.total(.refunds, segment: 2)
      let isReview = terms is FeedbackReward
      #expect(kept == (isReview ? 1_000 * (claims - plan.counted(.caught)) : 0))
    }
  }

  /// Nobody hunts at full price: what a budget pays for is ordered, and nothing else.
  @Test(arguments: [
    Coupon(.fixed(800)) as any OfferTerms, Gift(cost: 800), FeedbackReward(reward: 800),
    LuckyDraw([.init(800, chance: 1)]),
  ]) func theyOrderWhatABudgetPaysFor(_ terms: any OfferTerms) {
    let plan = ToolMarket.outcome(
      Self.market { offer in
        (offer.terms, offer.segments, offer.budget) = (terms, [2], 8_000)
      })[1]
    #expect(plan.counted(.paidToHunters) == 8_000)
    let events = plan.events
    #expect(events.total(.firstOrder, segment: 2) == 10)
    let (revenue, back) = (
      plan.ledger.total(.revenue, segment: 2), plan.ledger.total(.refunds, segment: 2)
    )
    #expect(revenue + back == 10 * 1_000)
  }

  /// What comes off later orders, and what is for members or for the silent, is nothing to who orders once at most.
  @Test func theyLeaveWhatTakesMoreThanOneOrder() {
    let changes: [(inout Offer) -> Void] = [
      { offer in
        offer.terms = PointsProgramme(earned: 1, block: 100, off: 1_000)
        offer.orders = .every
      },
      { offer in
        offer.terms = Invitation(reward: 5_000, expected: 1)
        offer.members = "club"
      },
      { offer in
        offer.terms = Invitation(reward: 5_000, expected: 1)
        offer.silence = .days(20)
      },
    ]
    for change in changes {
      let plan = ToolMarket.outcome(Self.market(change))[1]
      #expect(plan.events.total(.firstOrder, segment: 2) == 0)
      #expect(plan.counted(.paidToHunters) == 0)
    }
  }

  /// Whom a budget refused has their money back, and none of those whom it paid has paid in full: nobody is sorry.
  @Test func whoGotNothingIsNotSorry() {
    var scenario = Self.market { offer in (offer.segments, offer.budget) = ([2], 8_000) }
    var next = scenario.plans[1].offers[0]
    (next.name, next.window, next.budget) = ("next", 25..<60, nil)
    next.regret = Regret(within: 10, least: 0, loss: 1)
    scenario.plans[1].offers.append(next)
    let plan = ToolMarket.outcome(scenario)[1]
    #expect(plan.ledger.total(.refunds, segment: 2) < 0)
    #expect(plan.counted(.letDown, 1) == 0)
  }

  /// What they have to order beyond their smallest order counts half: nobody pays three hundred for a mug worth thirty.
  @Test func theyPayNoThresholdForLittle() {
    func orders(_ threshold: Int64) -> Int64 {
      ToolMarket.outcome(
        Self.market { offer in
          offer.terms = ThresholdGift(
            TopUp(threshold: threshold, reach: 0), cost: 100, worth: 3_000)
          offer.segments = [2]
        })[1].events.total(.firstOrder, segment: 2)
    }
    let plenty = orders(1_000)
    #expect(plenty > 100 && orders(4_000) < plenty && orders(4_000) > 0)
    // Half of sixty more is all that it is worth.
    #expect(orders(7_000) == 0 && orders(30_000) == 0)
  }

  /// Hunters' orders say nothing of who would have come anyway: they are no part of a dead weight, alone or with others.
  @Test func theyAreNoDeadWeight() {
    func figures(_ change: (inout Scenario) -> Void) -> FigureTable {
      var scenario = Self.market()
      change(&scenario)
      return ToolMarket.outcome(scenario)[1].figures
    }
    let alone = figures { _ in }
    let both = figures { scenario in
      var second = scenario.plans[1].offers[0]
      (second.name, second.terms) = ("another", Coupon(.fixed(500)))
      scenario.plans[1].offers.append(second)
    }
    for table in [alone, both] {
      for (place, slice) in table.slices.enumerated() {
        switch slice {
        case .whole, .offer, .segment(0), .segment(1):
          #expect(table[.deadWeight, place] > 0 && table[.judged, place] > 0, "\(slice)")
          #expect(table[.deadWeight, place] <= table[.judged, place], "\(slice)")
        case .segment:
          #expect(table[.judged, place] == 0 && table[.deadWeight, place] == 0)
        case .source, .month: break
        }
      }
    }
    // Where nobody else redeems it there is none.
    let hunted = figures { $0.plans[1].offers[0].segments = [2] }
    #expect(hunted[.judged, 0] == 0 && hunted[.deadWeight, 0] == 0)
  }

  /// An order goes back once, whatever it was refused, and not while another reward is off it.
  @Test func anOrderGoesBackOnce() {
    var scenario = Self.market { $0.segments = [2] }
    var review = scenario.plans[1].offers[0]
    (review.name, review.terms, review.orders) = ("tell us", FeedbackReward(reward: 800), .every)
    func played(coupon: Double, review caught: Double) -> (
      kept: Int64, orders: Int64, coupons: Int64
    ) {
      scenario.plans[1].offers[0].screening = Screening(catches: coupon)
      review.screening = Screening(catches: caught)
      scenario.plans[1].offers = [scenario.plans[1].offers[0], review]
      let plan = ToolMarket.outcome(scenario)[1]
      return (
        plan.ledger.total(.revenue, segment: 2) + plan.ledger.total(.refunds, segment: 2),
        1_000 * plan.events.total(.firstOrder, segment: 2), 1_000 * plan.counted(.redeemed)
      )
    }
    let none = played(coupon: 0, review: 0)
    #expect(none.orders > 100_000 && none.kept == none.orders)
    #expect(none.coupons > 0 && none.coupons < none.orders)
    #expect(played(coupon: 1, review: 1).kept == 0)
    // Whose coupon was paid keeps the order, though its review is not paid.
    #expect(played(coupon: 0, review: 1).kept == none.coupons)
    // Whose coupon was caught has no order to write of.
    #expect(played(coupon: 1, review: 0).kept == none.orders - none.coupons)
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
