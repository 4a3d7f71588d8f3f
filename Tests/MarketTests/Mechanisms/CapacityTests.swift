import Testing

@testable import Market

struct CapacityTests {
  private static func offer(_ terms: Capacity) -> Offer {
    Offer(
      name: "seats", terms: terms, orders: .every, segments: [0, 1], window: 0..<200,
      isOpenEnded: true, participation: .automatic, effect: .lift(0))
  }

  private static func plan(_ terms: Capacity, _ others: [Offer] = []) -> PlanOutcome {
    ToolMarket.outcome(ToolMarket.scenario([offer(terms)] + others))[1]
  }

  @Test func theFirstAreServed() {
    let orders = [0.2, 0.4, 0.9].map { time in
      MarketClaim(
        claim: Claim(
          HeldOrder(
            order: Order(customer: 1, time: time, basket: 1, number: 2, source: 0), slot: 0,
            ownFactor: 1), reducedBy: 0), crowd: 0)
    }
    var seats = Seats(orders: 2)
    let verdicts = seats.judge(orders, on: 0).map(\.1)
    #expect(verdicts == [.fulfilled(at: 0.2), .fulfilled(at: 0.4), .refunded(at: 0.9)])
    // Every day anew.
    #expect(seats.judge([orders[0]], on: 1).map(\.1) == [.fulfilled(at: 0.2)])
  }

  /// No day has more orders than can be served, and each is served or turned away.
  @Test func noDayHasMore() throws {
    let plan = Self.plan(Capacity(orders: 7))
    let days = 0..<plan.events.days
    let daily = days.map { day in
      plan.events.total(.firstOrder, days: day..<(day + 1))
        + plan.events.total(.repeatOrder, days: day..<(day + 1))
    }
    #expect(daily.max() == 7)
    #expect(plan.counted(.turnedAway) > 50)
    // Nothing is booked of an order that was turned away.
    #expect(plan.ledger.total(.refunds) == 0)
  }

  /// Where all can be served no order is lost: what somebody's clock reaches twice a day is ordered the next morning.
  @Test func roomForAllChangesLittle() throws {
    let roomy = Self.plan(Capacity(orders: 1_000_000))
    let free = ToolMarket.outcome(ToolMarket.scenario([]))[1]
    #expect(roomy.counted(.turnedAway) == 0)
    let (one, two) = (roomy.events.total(.repeatOrder), free.events.total(.repeatOrder))
    #expect(abs(Double(one - two)) < 0.01 * Double(two))
    #expect(roomy.events.total(.firstOrder) > free.events.total(.firstOrder) * 9 / 10)
  }

  /// Who comes back orders later, so that more are served in all; disappointment costs orders.
  @Test func someComeBack() throws {
    func orders(_ terms: Capacity) -> Int64 {
      let plan = Self.plan(terms)
      return plan.events.total(.firstOrder) + plan.events.total(.repeatOrder)
    }
    let (away, back) = (
      orders(Capacity(orders: 7)), orders(Capacity(orders: 7, returning: 1, after: 2))
    )
    #expect(back > away)
    #expect(orders(Capacity(orders: 7, disappointment: 3)) < away)
  }

  /// Rewards go to orders that were served, and hold with everything else on the day.
  @Test func rewardsGoToThoseServed() throws {
    var coupon = ToolMarket.threshold
    coupon.terms = Coupon(.fixed(100))
    coupon.participation = .automatic
    coupon.window = 0..<200
    let plan = Self.plan(Capacity(orders: 5), [coupon])
    let served = plan.events.total(.firstOrder) + plan.events.total(.repeatOrder)
    #expect(plan.counted(.redeemed, 1) == served)
  }
}
