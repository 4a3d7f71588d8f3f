import Documents

/// A small market with everything switched on, for properties that hold whatever happens.
public enum BusyMarket {
  /// Two segments, today's customers, two channels, word of mouth, product iteration, two coupons.
  public static func scenario(people: Int, seed: UInt64, horizon: Int = 200) -> Scenario {
    let base = (0..<(people / 10)).map { index in
      TodaysCustomer(
        repeats: index % 4, recency: Double(index % 4) * 30, age: 200, meanBasket: 4_200)
    }
    let regulars = Segment(
      name: "regulars", size: people / 2, base: base,
      purchases: PurchaseHabits(
        shape: 1.2, rate: 30, lapseA: 1, lapseB: 4, firstLapse: 0.2, lapseSensitivity: 0.5,
        rateSensitivity: 0.2),
      baskets: Baskets(
        p: 6, q: 4, gamma: 2_000, firstFactor: 0.8, costShare: 0.55, costPerOrder: 120),
      awareness: Awareness(organic: 0.002, salienceFloor: 0.3, halfSaturation: 0.5),
      trial: Trial(hazard: 0.05, pause: 20),
      decision: FirstPurchase(intercept: -0.5, satisfaction: 0.6, gain: 1.5),
      feedback: Feedback(probability: 0.3, influence: 2, harm: 0.4),
      participation: ParticipationCost(time: 200, trust: 100, spread: 0.7),
      habit: RewardHabit(learning: 0.1, fading: 0.99, weight: 0.6))
    var students = regulars
    students.name = "students"
    students.size = people - regulars.size
    students.base = []
    students.baskets.gamma = 1_200
    students.payer = Payer(share: 0.5, actsOn: 0.6)
    let channels = [
      Channel(
        name: "search", kind: .paid, reach: 0.4, audience: [0, 1], buying: .budget(4_033.7),
        days: 5..<150, price: 37, inflation: 0.2, scarcity: 0.8),
      Channel(
        name: "flyers", kind: .offline, reach: 0.2, audience: [1], buying: .contacts(31.5),
        days: 20..<80, price: 12.5, fixedCostPerDay: 33.3, contentCost: 5_000, contentEvery: 14),
    ]
    let welcome = Offer(
      name: "welcome", terms: Coupon(.fixed(800)), orders: .first, segments: [0, 1],
      window: 10..<120,
      validity: 30, uses: 1, holdout: 0.1,
      participation: .decided(attention: 0.5, fading: 3, noise: 0.4), effect: .lift(1),
      fixedCost: 20_000)
    let again = Offer(
      name: "again", terms: Coupon(.percent(0.15)), orders: .repeats, segments: [0, 1],
      window: 60..<110,
      budget: Int64(people) * 60,
      participation: .decided(attention: 0.6, fading: 3, noise: 0.4), effect: .lift(1.5),
      pullForward: Offer.PullForward(drop: 0.4, days: 14))
    return Scenario(
      name: "busy market", currency: Currency(code: "EUR"),
      start: CalendarDate(dayNumber: 20_454), horizon: horizon, seed: seed,
      market: MarketConditions(
        segments: [regulars, students],
        season: Season(
          weekdays: [1, 1, 1, 1, 1.4, 1.8, 0.8],
          events: [OutsideEvent(name: "fair", days: 90..<95, factor: 1.5)]),
        product: Product(
          quality: 0.6, satisfactionSpread: 1,
          iteration: Product.Iteration(
            every: 28, gain: 0.2, saturation: 200, best: 1.5, cost: 40_000)),
        discountRate: 0.0003),
      plans: [
        Plan(name: "today", channels: channels),
        Plan(name: "coupons", channels: channels, offers: [welcome, again]),
      ])
  }
}
