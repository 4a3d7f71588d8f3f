import RealModule
import Testing

@testable import Market

/// What others offer is weighed against discounts of ours as it stands on the day, not as it stood when they were
/// noticed.
struct OffersElsewhereTests {
  private static func rivals(_ days: Range<Int>, share: Double = 0.15) -> OutsideEvent {
    var event = OutsideEvent(name: "rivals", days: days)
    event.effects.elsewhere = OutsideEvent.Elsewhere(.share(share))
    return event
  }

  /// A fifth off all repeat orders from day 10 to day 50, which raises purchases by twice its gain.
  private static func cut(_ participation: Offer.Participation) -> Offer {
    Offer(
      name: "cut", terms: Coupon(.percent(0.2)), orders: .repeats, segments: [0], window: 10..<50,
      participation: participation, effect: .lift(2))
  }

  /// Days of the cut on which others offer 15%, for which theirs leave a factor of 1.1 of 1.4.
  ///
  /// Orders of 8,000 at a constant rate are Poisson: within four standard errors.
  @Test(arguments: [(20..<35, 15), (0..<30, 20), (40..<60, 10), (0..<60, 40), (55..<60, 0)])
  func aWarBesideACut(_ war: Range<Int>, days: Int) throws {
    let run = OracleRun(number: 0, seed: 8, size: 1)
    let rate = 0.1
    let segment = run.regulars(.customers, people: 8_000, rate: rate)
    let seen = Offer.Participation.decided(attention: 1, fading: .infinity, noise: 0)
    for participation in [Offer.Participation.automatic, seen] {
      var scenario = run.scenario(
        horizon: 60, segment: segment, offers: [Self.cut(participation)])
      scenario.market.season.events = [Self.rivals(war)]
      let plan = try #require(run.play(scenario, replications: 1).first)
      let mean = Double(plan.events.total(.repeatOrder)) / 8_000
      let expected = rate * (20 + 1.4 * Double(40 - days) + 1.1 * Double(days))
      #expect(
        abs(mean - expected) < 4 * (expected / 8_000).squareRoot(), "\(mean) against \(expected)")
    }
  }

  /// First orders of those who try during it are decided by what is left of the gain then.
  ///
  /// With a hazard h to try, chance p outside the war and q in it: Σ (e^(−h·a) − e^(−h·b))·chance, one trial each.
  @Test func aWarBesideAWelcome() throws {
    let run = OracleRun(number: 0, seed: 9, size: 1)
    var segment = run.regulars(.prospects(aware: 1), people: 20_000, rate: 1e-6)
    segment.trial = Trial(hazard: 0.1, pause: 1_000)
    segment.decision = FirstPurchase(intercept: -1, gain: 8)
    let welcome = Offer(
      name: "welcome", terms: Coupon(.percent(0.2)), orders: .first, segments: [0],
      window: 0..<20, participation: .automatic, effect: .lift(0))
    var scenario = run.scenario(horizon: 20, segment: segment, offers: [welcome])
    scenario.market.season.events = [Self.rivals(5..<12)]
    let plan = try #require(run.play(scenario, replications: 1).first)
    func chance(_ gain: Double) -> Double { 1 / (1 + Double.exp(1 - 8 * gain)) }
    func trying(_ from: Double, _ to: Double) -> Double {
      Double.exp(-0.1 * from) - Double.exp(-0.1 * to)
    }
    let expected =
      (trying(0, 5) + trying(12, 20)) * chance(0.2) + trying(5, 12) * chance(0.2 - 0.15)
    let share = Double(plan.events.total(.firstOrder)) / 20_000
    #expect(
      abs(share - expected) < 4 * (expected * (1 - expected) / 20_000).squareRoot(),
      "\(share) against \(expected)")
  }

  /// An invitation's welcome is money off: who is invited before a war weighs it anew in it.
  @Test func aWarBesideAnInvitation() {
    func firstOrders(_ events: [OutsideEvent]) -> Int64 {
      var invitation = ToolMarket.invitation
      invitation.terms = Invitation(
        reward: 2_000, friends: 2, expected: 0.5, deadline: 200, welcome: 900, endorsement: 0.5)
      var scenario = ToolMarket.scenario([invitation], people: 4_000)
      scenario.market.season.events += events
      return ToolMarket.outcome(scenario)[1].events.total(.firstOrder, days: 100..<200)
    }
    // It takes away all that the welcome brings once it is there, and nothing where it comes after all days.
    #expect(firstOrders([Self.rivals(100..<200, share: 1)]) < firstOrders([]))
    #expect(firstOrders([Self.rivals(200..<210, share: 1)]) == firstOrders([]))
  }

  /// A rival's price is no reason against what is none.
  @Test(arguments: [
    (Gift(cost: 300) as any OfferTerms, Offer.Orders.every), (FreeSample(cost: 300), .first),
    (FeedbackReward(reward: 600), .every), (DailyTask(reward: 900, steps: 3, goesOn: 0.9), .every),
    (Invitation(reward: 2_000, expected: 0.5), .repeats),
    (HolidayGift(cost: 300, dates: .every(30)), .every),
  ]) func pricesAreWeighedAgainstPrices(_ terms: any OfferTerms, orders: Offer.Orders) {
    func plan(_ events: [OutsideEvent], _ terms: any OfferTerms) -> PlanOutcome {
      let offer = Offer(
        name: "offer", terms: terms, orders: orders, segments: [0, 1], window: 10..<150,
        participation: GivenMarket.weighed, effect: .lift(1))
      return GivenMarket.plans(offer, people: 800) { $0.market.season.events += events }[1]
    }
    let (usual, war) = (plan([], terms), plan([Self.rivals(0..<200, share: 0.5)], terms))
    #expect(usual.counted(.paid) > 0)
    #expect(war.ledger == usual.ledger && war.events == usual.events)
    for count in OfferCount.allCases { #expect(war.counted(count) == usual.counted(count)) }
    let coupon = Coupon(.fixed(800))
    let weaker = plan([Self.rivals(0..<200, share: 0.1)], coupon).counted(.taken)
    #expect(weaker < plan([], coupon).counted(.taken))
  }

  /// The days on which others' offers are others.
  @Test func changesAreFound() {
    let season = Season(events: [Self.rivals(3..<5), Self.rivals(4..<6, share: 0.1)])
    let elsewhere = OffersElsewhere(season.outside(days: 10))
    // The better of the two counts, so that day 4 brings nothing new.
    #expect((0..<10).filter { elsewhere.changes(on: $0) } == [3, 5, 6])
    #expect(
      (0..<10).map { elsewhere.nextChange(after: $0) } == [3, 3, 3, 5, 5, 6, nil, nil, nil, nil])
    #expect((2..<7).map { elsewhere.worth(on: $0, meanBasket: 1_000) } == [0, 150, 150, 100, 0])
    #expect(OffersElsewhere([]).isNothing && OffersElsewhere([]).nextChange(after: 3) == nil)
  }
}
