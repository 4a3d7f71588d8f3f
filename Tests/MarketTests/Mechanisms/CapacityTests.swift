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
  /// Each get half of E[min(10, n)], n ~ Poisson(12): 4.718206 by SciPy 1.17.1. Means of 300 days, whose counts vary by no
  /// more than Poisson ones: within four standard errors.
  @Test func guestsAndGroupsFindSeatsAlike() throws {
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
    #expect(abs(daily(1) - 4.718206) < 4 * error, "\(daily(1))")
    #expect(plan.counted(.turnedAway, 1) > 0 && plan.counted(.refunded, 0) == 0)
    // What a group saves goes to those who were served.
    #expect(plan.counted(.redeemed, 0) == plan.events.total(.repeatOrder, segment: 1))
    #expect(plan.ledger.total(.reward, segment: 1) == -plan.counted(.redeemed, 0))
  }

  /// Groups fill where they may, and no day has more orders than can be served.
  @Test func groupsTakeNoMoreThanThereIs() {
    var scenario = ToolMarket.scenario([ToolMarket.group, Self.offer(Capacity(orders: 7))])
    scenario.plans[1].offers[0].participation = .automatic
    let plan = ToolMarket.outcome(scenario)[1]
    let daily = (0..<plan.events.days).map { day in
      plan.events.total(.firstOrder, days: day..<(day + 1))
        + plan.events.total(.repeatOrder, days: day..<(day + 1))
    }
    #expect(daily.max() == 7)
    #expect(plan.counted(.redeemed, 0) > 20 && plan.counted(.turnedAway, 1) > 20)
    #expect(plan.counted(.refunded, 0) > 0)
  }

  /// Whoever stands first in the file is served no sooner: of those who are back at an opening the lot decides.
  @Test func segmentsFindSeatsAlike() throws {
    func served(_ order: [Int]) -> [Int64] {
      var scenario = ToolMarket.scenario([Self.offer(Capacity(orders: 7, returning: 1))])
      scenario.market.segments[1] = scenario.market.segments[0]
      scenario.market.segments[1].name = "the same"
      let plan = ToolMarket.outcome(scenario)[1]
      return order.map { plan.events.total(.repeatOrder, segment: $0) }
    }
    let counts = served([0, 1])
    let total = Double(counts[0] + counts[1])
    // Each of so many has the same chance to be of either: within four standard errors of half of them.
    #expect(abs(Double(counts[0]) - total / 2) < 4 * (total / 4).squareRoot(), "\(counts)")
  }

  /// What a plan drops, calls otherwise or narrows is after the horizon as the baseline has it.
  @Test func afterwardsNothingIsLeftOut() {
    func after(_ own: [Offer]) -> Double {
      var scenario = ToolMarket.scenario(own)
      scenario.plans[0].offers = [Self.offer(Capacity(orders: 5))]
      scenario.market.runOff = RunOff(days: 60)
      scenario.market.residualDays = 60
      let plans = ToolMarket.outcome(scenario)
      #expect(
        plans[1].figures.slices.filter { if case .offer = $0 { true } else { false } }.count
          == own.count)
      return plans[1].figures[.afterwards, 0] / plans[0].figures[.afterwards, 0]
    }
    var (other, narrow) = (Self.offer(Capacity(orders: 5)), Self.offer(Capacity(orders: 5)))
    (other.name, narrow.segments) = ("the same by another name", [0])
    #expect(after([other]) == 1)
    // Who was served more has more customers, of whom no more are served.
    for own in [[], [narrow]] {
      let ratio = after(own)
      #expect(ratio > 0.8 && ratio < 1.25, "\(ratio)")
    }
  }

  /// After the horizon what can be served is what the baseline can: a plan's own end is then no matter.
  @Test func afterwardsTheBaselineServes() throws {
    func after(_ baseline: [Offer], _ own: [Offer]) -> [Double] {
      var scenario = ToolMarket.scenario(own)
      scenario.plans[0].offers = baseline
      scenario.market.runOff = RunOff(days: 60)
      scenario.market.residualDays = 100
      let plans = ToolMarket.outcome(scenario)
      return plans.map { $0.figures[.afterwards, 0] }
    }
    func seats(_ orders: Int, from day: Int = 0, isOpenEnded: Bool = true) -> Offer {
      var offer = Self.offer(Capacity(orders: orders))
      (offer.window, offer.isOpenEnded) = (day..<200, isOpenEnded)
      return offer
    }
    let free = after([], [])
    // A plan's last day: open or not, it is over with the horizon, and nearly nothing has changed.
    let (open, closed) = (
      after([], [seats(5, from: 199)]), after([], [seats(5, from: 199, isOpenEnded: false)])
    )
    #expect(open == closed)
    #expect(abs(open[1] - free[1]) < 0.1 * free[1])
    // The baseline's goes on under every plan, as the baseline has it.
    let tight = after([seats(5)], [seats(5)])
    #expect(tight[0] < 0.8 * free[0] && tight[0] == tight[1])
    let more = after([seats(5, from: 199)], [seats(500, from: 199)])
    #expect(abs(more[1] - more[0]) < 0.1 * more[0])
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
    func orders(_ terms: Capacity, _ seed: UInt64) -> Int64 {
      let plan = ToolMarket.outcome(ToolMarket.scenario([Self.offer(terms)], seed: seed))[1]
      return plan.events.total(.firstOrder) + plan.events.total(.repeatOrder)
    }
    var lost: Int64 = 0
    for seed in 1...4 as ClosedRange<UInt64> {
      let away = orders(Capacity(orders: 7), seed)
      #expect(orders(Capacity(orders: 7, returning: 1, after: 2), seed) > away)
      // Nearly every seat is taken by somebody else.
      let disappointed = orders(Capacity(orders: 7, disappointment: 3), seed)
      #expect(disappointed <= away)
      lost += away - disappointed
    }
    #expect(lost > 0)
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
