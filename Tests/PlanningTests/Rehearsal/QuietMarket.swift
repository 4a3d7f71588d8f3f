import Documents
import Market

/// Customers of one kind and two plans: none, and a coupon on repeat orders; nobody reaches anybody else.
enum QuietMarket {
  static func scenario(people: Int, horizon: Int = 40, budget: Int64? = nil, lift: Double = 2)
    -> Scenario
  {
    let segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(shape: 1.5, rate: 30, lapseA: 1, lapseB: 8),
      baskets: Baskets(p: 6, q: 5, gamma: 2_000, costShare: 0.5, costPerOrder: 50))
    let coupon = Offer(
      name: "coupon", terms: Coupon(.percent(0.1)), orders: .repeats, segments: [0],
      window: 0..<horizon,
      budget: budget, participation: .automatic,
      effect: .multipliers(Array(repeating: lift, count: horizon)))
    return Scenario(
      name: "quiet", currency: Currency(code: "EUR"), start: CalendarDate(dayNumber: 20_454),
      horizon: horizon, seed: 4,
      market: MarketConditions(segments: [segment], residualDays: 0),
      plans: [Plan(name: "as it is"), Plan(name: "coupon", offers: [coupon])])
  }
}
