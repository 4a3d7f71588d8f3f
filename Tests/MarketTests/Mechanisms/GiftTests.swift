import Testing

@testable import Market

struct GiftTests {
  private static func gift(
    cost: Int64 = 700, worth: Double = 900, orders: Offer.Orders = .every
  ) -> Offer {
    Offer(
      name: "toy", terms: Gift(cost: cost), orders: orders, segments: [0, 1], window: 10..<150,
      participation: GivenMarket.weighed, effect: .lift(1), worth: worth)
  }

  @Test func nothingChangesNothing() {
    var offer = Self.gift()
    offer.budget = 0
    GivenMarket.expectNothing(of: offer)
    offer = Self.gift(worth: 0)
    GivenMarket.expectNothing(of: offer)
  }

  /// Each costs what it costs, whatever it is worth and however small the order.
  @Test func costsAreCounted() {
    let plan = GivenMarket.plans(Self.gift())[1]
    #expect(plan.counted(.redeemed) > 300)
    #expect(plan.counted(.paid) == 700 * plan.counted(.redeemed))
    #expect(GivenMarket.rewards(plan) == plan.counted(.paid))
    #expect(plan.ledger.total(.firstOrderReward) < 0)
    // A gift that costs us nothing is given all the same.
    let free = GivenMarket.plans(Self.gift(cost: 0))[1]
    #expect(free.counted(.redeemed) > 300 && GivenMarket.rewards(free) == 0)
  }

  /// Nothing is taken off the order: a coupon after it takes off as much as alone.
  @Test func ordersStayToBePaid() {
    var coupon = ToolMarket.threshold
    coupon.terms = Coupon(.percent(0.5))
    coupon.participation = .automatic
    coupon.effect = .lift(0)
    var gift = Self.gift(cost: 1_000_000)
    (gift.participation, gift.effect) = (.automatic, .lift(0))
    let (alone, beside) = (
      ToolMarket.outcome(ToolMarket.scenario([coupon]))[1],
      ToolMarket.outcome(ToolMarket.scenario([gift, coupon]))[1]
    )
    #expect(alone.counted(.paid, 0) > 100_000)
    // Gifts that nobody weighs bring no orders; first orders weigh both.
    coupon.orders = .repeats
    gift.orders = .repeats
    #expect(
      ToolMarket.outcome(ToolMarket.scenario([coupon]))[1].counted(.paid, 0)
        == ToolMarket.outcome(ToolMarket.scenario([gift, coupon]))[1].counted(.paid, 1))
    #expect(beside.counted(.redeemed, 0) > 0)
  }

  @Test func budgetsHold() {
    let free = GivenMarket.plans(Self.gift())[1].counted(.paid)
    for budget in [699, 700, free / 3, free] {
      var offer = Self.gift()
      offer.budget = budget
      let paid = GivenMarket.plans(offer)[1].counted(.paid)
      #expect(paid <= budget && paid > budget - 700 && paid % 700 == 0)
    }
  }

  @Test func moreWorthIsTakenByASuperset() throws {
    let takers = try GivenMarket.takers(
      of: [100, 300, 900, 3_000].map { Self.gift(worth: $0, orders: .repeats) }, begins: .customers)
    #expect(takers[0] < takers[3])
  }
}
