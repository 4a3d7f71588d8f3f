import Testing

@testable import Market

struct ThresholdGiftTests {
  private static func outcome(
    cost: Int64 = 300, worth: Double = 800, pull: Double = 1, _ others: [Offer] = [],
    _ change: (inout Offer) -> Void = { _ in }
  ) -> [PlanOutcome] {
    var offer = ToolMarket.threshold
    offer.name = "a mug from 50"
    offer.terms = ThresholdGift(
      TopUp(threshold: 5_000, reach: 3_000, pull: pull), cost: cost, worth: worth)
    change(&offer)
    return ToolMarket.outcome(ToolMarket.scenario([offer] + others))
  }

  /// A gift moves people and baskets by what it is worth, as a coupon of that moves them, and is paid by what it costs.
  @Test func aGiftMovesLikeACouponOfItsWorth() {
    var coupon = ToolMarket.threshold
    coupon.name = "a mug from 50"
    let coupons = ToolMarket.outcome(ToolMarket.scenario([coupon]))[1]
    let gifts = Self.outcome()[1]
    for count in [OfferCount.noticed, .taken, .redeemed, .raised] {
      #expect(gifts.counted(count) == coupons.counted(count), "\(count)")
    }
    #expect(gifts.ledger.total(.revenue) == coupons.ledger.total(.revenue))
    #expect(gifts.counted(.paid) == 300 * gifts.counted(.redeemed))
    #expect(coupons.counted(.paid) == 800 * coupons.counted(.redeemed))
  }

  /// Nothing is taken off: a percentage that is settled later is of the whole order.
  @Test func itTakesNothingOff() {
    var percent = ToolMarket.threshold
    (percent.name, percent.terms) = ("all off", Coupon(.percent(1)))
    (percent.participation, percent.effect) = (.automatic, .lift(0))
    let plan = Self.outcome([percent]) { $0.participation = .automatic }[1]
    #expect(plan.counted(.redeemed, 0) > 100)
    let paid = plan.counted(.paid, 1)
    let within = (10..<120).reduce(0) { sum, day in
      sum + plan.ledger.total(.revenue, days: day..<(day + 1))
    }
    #expect(paid == within)
  }

  /// One that costs nothing is given all the same; one worth nothing that nobody tops up for changes no byte.
  @Test func whatItCostsAndIsWorthAreTwoThings() {
    let free = Self.outcome(cost: 0)[1]
    let dear = Self.outcome(cost: 4_000)[1]
    #expect(free.counted(.redeemed) == dear.counted(.redeemed) && free.counted(.redeemed) > 50)
    #expect(free.counted(.paid) == 0)
    let nothing = Self.outcome(worth: 0)
    #expect(nothing[1].ledger == nothing[0].ledger && nothing[1].events == nothing[0].events)
  }

  /// What everybody simply gets is given on any order that reaches it, whatever one's usual ones are.
  @Test(arguments: ["baskets: 200%", "purchases: 50%"]) func ordersThatReachItHaveIt(
    _ feast: String
  ) throws {
    let text = """
      name: feast
      currency: CNY
      start: 2026-03-02
      horizon: 30 days
      residual: 0
      people: 500
      season: {events: {feast: {days: day 10..20, \(feast)}}}
      segments:
        a:
          begin as: customers
          purchases: {average: 6 per month}
          lapse: {average: 5%}
          basket: {average: 25 CNY, between customers: 1%, within customers: 1%}
      threshold gifts:
        mug: {threshold: 40 CNY, cost: 1 CNY, worth: 5 CNY, reach: 1 CNY, orders: every, window: day 1..30, automatic: yes}
      plans:
        - name: base
        - {name: mug, threshold gifts: {mug: {}}}
      """
    let scenario = try ScenarioFile(text).resolve().scenario
    let plan = ToolMarket.outcome(scenario)[1]
    let orders = plan.events.total(.repeatOrder, days: 9..<20)
    #expect(orders > 100)
    #expect(plan.counted(.redeemed) == (feast.hasPrefix("baskets") ? orders : 0))
  }

  /// The more it is worth the more take it, and all of those who took it for less.
  @Test func moreWorthMoreTakers() {
    let taken = [200.0, 400, 800, 1_600].map { Self.outcome(worth: $0)[1].counted(.taken) }
    #expect(taken == taken.sorted() && taken[0] < taken[3])
  }
}
