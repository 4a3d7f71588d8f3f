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
    let verdicts = seats.verdicts(orders, on: 0).map(\.1)
    #expect(verdicts == [.fulfilled(at: 0.2), .fulfilled(at: 0.4), .refunded(at: 0.9)])
    // Every day anew.
    #expect(seats.verdicts([orders[0]], on: 1).map(\.1) == [.fulfilled(at: 0.2)])
  }

  /// What is served already takes a seat as it comes, and is never turned away.
  @Test func groupsTakeSeats() {
    func claim(_ time: Double, waits: Bool) -> MarketClaim {
      let order = Order(customer: 1, time: time, basket: 1, number: 2, source: 0)
      let held = HeldOrder(order: order, slot: 0, ownFactor: 1)
      return MarketClaim(
        claim: waits ? Claim(held, reducedBy: 0) : Claim(0, on: order), crowd: 0)
    }
    let claims = [(0.1, true), (0.2, false), (0.3, false), (0.4, true)].map { claim($0, waits: $1) }
    var (three, four) = (Seats(orders: 3), Seats(orders: 4))
    #expect(three.verdicts(claims, on: 0).map(\.1) == [.fulfilled(at: 0.1), .refunded(at: 0.4)])
    #expect(four.verdicts(claims, on: 0).map(\.1) == [.fulfilled(at: 0.1), .fulfilled(at: 0.4)])
  }

  /// Of Poisson arrivals, six a day of guests and six of groups, ten seats go to whoever comes first.
  ///
  /// Guests get half of E[min(10, n)], n ~ Poisson(12): 4.718206 by SciPy 1.17.1; groups are served in any case. Means of
  /// 300 days, whose counts vary by no more than Poisson ones: within four standard errors.
  @Test func guestsFindTheSeatsThatGroupsLeave() throws {
    let (days, people) = (300, 12_000)
    let run = OracleRun(number: 0, seed: 4, size: 1)
    let guests = run.regulars(.customers, people: people, rate: 6 / Double(people))
    var groups = guests
    groups.name = "groups"
    var together = ToolMarket.group
    (together.terms, together.orders) = (GroupBuy(.fixed(1), size: 1, within: 1), .every)
    (together.segments, together.window) = ([1], 0..<days)
    (together.participation, together.effect) = (.automatic, .lift(0))
    var seats = Self.offer(Capacity(orders: 10))
    seats.window = 0..<days
    var scenario = run.scenario(horizon: days, segment: guests, offers: [together, seats])
    scenario.market.segments.append(groups)
    let plan = try #require(run.play(scenario, replications: 1).first)
    func daily(_ segment: Int) -> Double {
      Double(plan.events.total(.repeatOrder, segment: segment)) / Double(days)
    }
    let error = (6 / Double(days)).squareRoot()
    #expect(abs(daily(0) - 4.718206) < 4 * error, "\(daily(0))")
    #expect(abs(daily(1) - 6) < 4 * error, "\(daily(1))")
    #expect(plan.counted(.turnedAway, 1) > 0 && plan.counted(.refunded, 0) == 0)
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
