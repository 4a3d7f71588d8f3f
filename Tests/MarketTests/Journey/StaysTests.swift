import Documents
import Statistics
import Testing

@testable import Market

/// Nobody's stay is changed by what a plan does: coupons that are noticed, taken and redeemed, with a lift and
/// slack after them.
struct StaysTests {
  /// Orders after everything has ended come as under no coupon at all: the same people are still there.
  ///
  /// Seed fixed; |z| of twin differences stays below 4 but for one seed in 16,000.
  @Test func couponsAndSlackChangeNobodysStay() throws {
    let segment = Segment(
      name: "members", size: 20_000, begins: .customers,
      purchases: PurchaseHabits(shape: 1, rate: 10, lapseA: 4, lapseB: 36),
      baskets: Baskets(p: 10, q: 8, gamma: 2_500),
      participation: ParticipationCost(time: 100, spread: 0.7))
    let coupon = Offer(
      name: "second", terms: Coupon(.fixed(1_000)), orders: .repeats, segments: [0], window: 5..<30,
      validity: 10, participation: .decided(attention: 0.7, fading: 3, noise: 0.3),
      effect: .lift(6), pullForward: Offer.PullForward(drop: 0.5, days: 10))
    let scenario = Scenario(
      name: "stays", currency: Currency(code: "EUR"), start: CalendarDate(dayNumber: 20_000),
      horizon: 160, seed: 11,
      market: MarketConditions(segments: [segment], residualDays: 0),
      plans: [Plan(name: "none"), Plan(name: "coupon", offers: [coupon])])
    let simulation = Simulation(scenario, comparing: false)
    let played = (0..<20).compactMap { simulation.replication($0) }
    func orders(_ plan: Int, _ days: Range<Int>) -> [Double] {
      played.map { Double($0.plans[plan].events.total(.repeatOrder, days: days)) }
    }
    // In its window the coupon brings orders; from day 45 on, redemptions and slack are over.
    let within = zip(orders(1, 5..<30), orders(0, 5..<30)).map { $0 - $1 }
    #expect(Moments(within).mean > 0.2 * Moments(orders(0, 5..<30)).mean)
    let afterwards = Moments(zip(orders(1, 45..<160), orders(0, 45..<160)).map { $0 - $1 })
    let error = try #require(afterwards.standardError)
    #expect(abs(afterwards.mean) < 4 * error)
    // Coins of their own after every order would scatter the twins' difference ten times as widely.
    #expect(error < 0.01 * Moments(orders(0, 45..<160)).mean)
  }
}
