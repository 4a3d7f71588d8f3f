import RealModule
import Testing

@testable import Market

/// What an order makes of how often somebody buys begins at that order, whatever made it.
///
/// Each mean is one market's of 8,000 customers, whose orders have at most twice the variance of a Poisson number: at
/// five of its standard errors a correct one fails less than once in 2,000 seeds.
struct EndOfALiftTests {
  private static let (rate, factor, days) = (0.4, 4.0, 6)

  private static func offer(
    _ terms: any OfferTerms, _ change: (inout Offer) -> Void = { _ in }
  ) -> Offer {
    var offer = Offer(
      name: "once", terms: terms, orders: .repeats, segments: [0], window: 0..<days, uses: 1,
      participation: .automatic,
      effect: .multipliers(Array(repeating: factor, count: days)))
    change(&offer)
    return offer
  }

  private static func play(
    _ offers: [Offer], days: Int = days, rate: Double = rate,
    begins: Segment.Beginning = .customers, baskets: Baskets? = nil
  ) -> (orders: Double, redeemed: Double, plan: PlanOutcome)? {
    let run = OracleRun(number: 0, seed: 5, size: 1)
    var segment = run.regulars(begins, people: 8_000, rate: rate)
    if let baskets { segment.baskets = baskets }
    let scenario = run.scenario(horizon: days, segment: segment, offers: offers)
    return run.play(scenario, replications: 1).first.map { plan in
      func each(_ count: Int64) -> Double { Double(count) / Double(segment.size) }
      return (
        each(plan.events.total(.repeatOrder)), each(plan.offerTotal(.redeemed, slot: 0)), plan
      )
    }
  }

  private static func isNear(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) < 5 * (2 * expected / 8_000).squareRoot()
  }

  /// Orders of a lift whose order comes at `ending`, after which they come at `after`.
  private static func orders(ending: Double, at raised: Double, after: Double) -> Double {
    let live = (1 - Double.exp(-ending * Double(days))) / ending
    return raised * live + after * (Double(days) - live)
  }

  /// Kinds and conditions that one order of any size ends.
  @Test(arguments: [
    offer(Coupon(.percent(0.2))),
    offer(Coupon(.fixed(100))) { $0.budget = 1_000_000_000 },
    offer(Coupon(.fixed(100))) { $0.orders = .second },
    offer(Gift(cost: 50)),
    offer(ThresholdCoupon(threshold: 500, off: 50, reach: 0)),
    offer(LuckyDraw([LuckyDraw.Prize(100, chance: 0.5)])),
    offer(FeedbackReward(reward: 50)),
    offer(WinBack(reward: 100, silence: .days(0), opened: 1)) { $0.uses = nil },
  ]) func oneOrderEndsIt(_ offer: Offer) throws {
    let played = try #require(Self.play([offer]))
    let raised = Self.rate * Self.factor
    #expect(Self.isNear(played.redeemed, 1 - Double.exp(-raised * Double(Self.days))))
    let expected = Self.orders(ending: raised, at: raised, after: Self.rate)
    #expect(Self.isNear(played.orders, expected), "\(played.orders) against \(expected)")
  }

  /// Two redemptions end it, of as many as people have time for: 3.899411 orders by SciPy 1.17.1, of the chain's matrix
  /// exponential.
  @Test func twoOrdersEndIt() throws {
    let offer = Self.offer(Coupon(.fixed(100))) { $0.uses = 2 }
    let played = try #require(Self.play([offer]))
    #expect(Self.isNear(played.orders, 3.8994107599925245), "\(played.orders)")
  }

  /// Orders that are too small leave it in hand: what ends it comes at the rate of the large ones.
  @Test func smallOrdersDoNotEndIt() throws {
    // Exponential baskets of 10.00 on average, rounded to whole units.
    let baskets = Baskets(p: 1, q: 1e8, gamma: 1e11)
    let offer = Self.offer(ThresholdCoupon(threshold: 916, off: 50, reach: 0))
    let played = try #require(Self.play([offer], baskets: baskets))
    let raised = Self.rate * Self.factor
    let ending = raised * Double.exp(-0.9155)
    #expect(Self.isNear(played.redeemed, 1 - Double.exp(-ending * Double(Self.days))))
    let expected = Self.orders(ending: ending, at: raised, after: Self.rate)
    #expect(Self.isNear(played.orders, expected), "\(played.orders) against \(expected)")
  }

  /// Less is bought from the redemption on.
  @Test func pullForwardBeginsWithTheRedemption() throws {
    let offer = Self.offer(Coupon(.fixed(100))) {
      $0.pullForward = Offer.PullForward(drop: 0.5, days: 100)
    }
    let played = try #require(Self.play([offer]))
    let raised = Self.rate * Self.factor
    let expected = Self.orders(ending: raised, at: raised, after: Self.rate / 2)
    #expect(Self.isNear(played.orders, expected), "\(played.orders) against \(expected)")
  }

  /// With the first order somebody has what is for all after it: from then on they come at the raised rate.
  @Test func whatIsHandedOverLiftsAtOnce() throws {
    let offer = Self.offer(Coupon(.fixed(100))) {
      ($0.uses, $0.effect) = (nil, .lift(10 * (Self.factor - 1)))
    }
    let played = try #require(Self.play([offer], begins: .prospects(aware: 1)))
    let expected = Self.rate * Self.factor * Double(Self.days)
    #expect(Self.isNear(played.orders, expected), "\(played.orders) against \(expected)")
    for count in [OfferCount.eligible, .noticed, .taken] {
      #expect(played.plan.offerTotal(count, slot: 0) == 8_000)
    }
  }

  /// Points of four orders make a block, and each order draws on more than the last, the fifth redeems: 7.451209 orders
  /// and 1.311067 blocks in 15 days by SciPy 1.17.1, of the chain's matrix exponential.
  @Test func everyOrderBringsTheNextBlockNearer() throws {
    var card = Offer(
      name: "card", terms: PointsProgramme(earned: 0.01, block: 40, off: 10, pull: 420),
      orders: .every, segments: [0], window: 0..<15, participation: .automatic, effect: .lift(0))
    card.isOpenEnded = true
    let baskets = Baskets(p: 1e8, q: 1e8, gamma: 1_050)
    let played = try #require(Self.play([card], days: 15, rate: 0.3, baskets: baskets))
    #expect(Self.isNear(played.orders, 7.451209253452863), "\(played.orders)")
    #expect(Self.isNear(played.redeemed, 1.3110667051466836), "\(played.redeemed)")
  }

  /// Who orders with a full group comes at the old rate from its time on; what their clock reaches on the same day is
  /// ordered at the next opening, so that nothing is lost but orders of the last evening.
  @Test func aFullGroupEndsIt() throws {
    let offer = Self.offer(GroupBuy(.fixed(100), size: 2, within: 1))
    let played = try #require(Self.play([offer]))
    let raised = Self.rate * Self.factor
    let expected = Self.orders(ending: raised, at: raised, after: Self.rate)
    #expect(Self.isNear(played.orders, expected), "\(played.orders) against \(expected)")
  }
}
