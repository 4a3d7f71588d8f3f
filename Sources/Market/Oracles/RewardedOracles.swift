import RealModule

extension Oracle {
  /// Waiting at full price: on day k after offers of D days, purchases are λ·max(0.1, 1 − ρ·w·A·f^k·E[ν]/p).
  ///
  /// A = x·(1 − (1 − η)^D), and E[ν]/p = q/(p·γ) of Gamma–Gamma baskets.
  static let fullPrice = Oracle(number: 27, name: "waiting at full price") { run in
    let (amount, days, after, rate) = (2_000.0, 3, 20, 0.3)
    let tight = 1e8
    let baskets = Baskets(p: 6.25, q: 400, gamma: 220_000)
    func ordersAfter(_ habit: RewardHabit) -> [Double] {
      // Nobody lapses, and all buy at the same rate.
      let segment = Segment(
        name: "customers", size: run.customers(20_000), begins: .customers,
        purchases: PurchaseHabits(
          shape: tight, rate: tight / rate, lapseA: 1e-9, lapseB: 1, firstLapse: 0),
        baskets: baskets, habit: habit)
      let offer = Offer(
        name: "sale", terms: Coupon(.fixed(Int64(amount))), orders: .repeats, segments: [0],
        window: 0..<days, participation: .automatic, effect: .lift(0))
      return run.play(
        run.scenario(horizon: days + after, segment: segment, offers: [offer]), replications: 10
      ).map {
        Double($0.events.total(.repeatOrder, days: days..<(days + after))) / Double(segment.size)
      }
    }
    let habit = RewardHabit(learning: 0.4, fading: 0.9, weight: 0.8, waiting: 0.7)
    let expected = amount * (1 - Double.pow(1 - habit.learning, Double(days)))
    let missed = habit.waiting * habit.weight * expected * baskets.q / (baskets.p * baskets.gamma)
    let kept = (0..<after).reduce(0.0) { $0 + 1 - missed * Double.pow(habit.fading, Double($1)) }
    let spoilt = RewardHabit(learning: 1, fading: 1, weight: 1, waiting: 10)
    return [
      run.mean("orders after a sale", ordersAfter(habit), expected: rate * kept),
      run.mean(
        "orders of the wholly spoilt", ordersAfter(spoilt), expected: rate * 0.1 * Double(after)),
    ]
  }
}

extension Oracle {
  /// Won by the reward: who buys first with chance p with it and p₀ without; the share (p − p₀)/p buys at half the rate.
  static let wonByReward = Oracle(number: 28, name: "won by the reward") { run in
    let (rate, days, tight) = (0.2, 20, 1e8)
    // Baskets of 10.00, all alike.
    let baskets = Baskets(p: tight, q: tight, gamma: 1_000)
    let segment = Segment(
      name: "prospects", size: run.customers(20_000), begins: .prospects(aware: 1),
      purchases: PurchaseHabits(
        shape: tight, rate: tight / rate, lapseA: 1e-9, lapseB: 1, firstLapse: 0),
      baskets: baskets, trial: .atOnce,
      decision: FirstPurchase(intercept: -1, gain: 2, rateOfThoseWon: 0.5))
    let offer = Offer(
      name: "welcome", terms: Coupon(.fixed(500)), orders: .first, segments: [0],
      window: 0..<days, participation: .automatic, effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: days, segment: segment, offers: [offer]), replications: 10)
    let without = 1 / (1 + Double.exp(1))
    func each(_ event: JourneyEvent) -> [Double] {
      outcomes.map { Double($0.events.total(event)) / Double(segment.size) }
    }
    return [
      run.mean("first orders", each(.firstOrder), expected: 0.5),
      run.mean("won by the reward", each(.wonByReward), expected: 0.5 - without),
      run.mean(
        "repeat orders", each(.repeatOrder),
        expected: rate * Double(days) * (without + (0.5 - without) * 0.5)),
    ]
  }
}
