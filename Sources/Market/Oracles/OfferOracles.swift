import RealModule
import Statistics

extension OracleRun {
  /// Customers who weigh an offer, and never buy.
  fileprivate func shoppers(
    cost: Double, spread: Double, habit: RewardHabit = RewardHabit()
  ) -> Segment {
    Segment(
      name: "customers", size: customers(100_000), begins: .customers,
      purchases: PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1),
      // Baskets so large that no coupon here reaches one.
      baskets: Baskets(p: 6.25, q: 3.74, gamma: 1e8),
      participation: ParticipationCost(time: cost, spread: spread), habit: habit)
  }

  fileprivate func coupon(
    _ name: String, _ amount: Int64, days: Range<Int>, first: Double = 1,
    fading: Double = .infinity, noise: Double = 0
  ) -> Offer {
    Offer(
      name: name, terms: Coupon(.fixed(amount)), orders: .repeats, segments: [0], window: days,
      participation: .decided(attention: first, fading: fading, noise: noise),
      effect: .lift(0))
  }
}

extension Oracle {
  /// Response: the share taking part is Φ((ln g − ln κ̄)/√(σ² + τ²)).
  static let response = Oracle(number: 7, name: "response") { run in
    let (cost, spread, noise) = (1_000.0, 0.6, 0.5)
    let segment = run.shoppers(cost: cost, spread: spread)
    return [Int64(300), 1_000, 2_500].map { amount in
      let scenario = run.scenario(
        horizon: 10, segment: segment,
        offers: [run.coupon("coupon", amount, days: 2..<8, noise: noise)])
      let taken = run.play(scenario, replications: 1)
        .reduce(0) { $0 + $1.events.total(.tookPart) }
      let distance =
        Double.log(Double(amount) / cost) / (spread * spread + noise * noise).squareRoot()
      return run.share(
        "taking part at gain \(Double(amount) / 100)", taken, of: segment.size,
        expected: Normal.standard.cdf(distance))
    }
  }

  /// Attention: noticed within k days with probability 1 − Π_{j = 0..k−1}(1 − n₁e^{−j/T_n}).
  static let attention = Oracle(number: 8, name: "attention") { run in
    let (first, fading) = (0.4, 3.0)
    let segment = run.shoppers(cost: 1, spread: 0)
    let scenario = run.scenario(
      horizon: 20, segment: segment,
      offers: [run.coupon("coupon", 500, days: 3..<17, first: first, fading: fading)])
    let outcomes = run.play(scenario, replications: 1)
    return [1, 3, 14].map { day in
      let noticed = outcomes.reduce(0) { $0 + $1.events.total(.noticed, days: 0..<(3 + day)) }
      let unnoticed = (0..<day).reduce(1.0) {
        $0 * (1 - first * Double.exp(-Double($1) / fading))
      }
      return run.share(
        "noticed by day \(day)", noticed, of: segment.size, expected: 1 - unnoticed)
    }
  }

  /// Habit: offers of value d on D days in every N; the gain at the start of an offer, by who takes part.
  ///
  /// d·[1 − (1 − m^D)·m^{N−D}/(1 − m^N)], read back from the share taking part.
  static let habit = Oracle(number: 9, name: "habit") { run in
    let (kept, value, days, cycle, cycles) = (0.8, 2_000.0, 1, 4, 15)
    let spread = 0.5
    let segment = run.shoppers(
      cost: 1_600, spread: spread,
      habit: RewardHabit(learning: 1 - kept, fading: kept, weight: 1))
    let coupons = (0..<cycles).map { place in
      run.coupon(
        "coupon \(place)", Int64(value), days: (place * cycle)..<(place * cycle + days))
    }
    let scenario = run.scenario(
      horizon: cycle * cycles, segment: segment, offers: coupons)
    let last = (cycles - 1) * cycle
    let taken = run.play(scenario, replications: 1)
      .reduce(0) { $0 + $1.events.total(.tookPart, days: last..<(last + days)) }
    let share = Double(taken) / Double(segment.size)
    let distance = Normal.standard.quantile(share)
    let gain = 1_600 * Double.exp(spread * distance)
    // Delta method: dg/dp = g·σ/φ(Φ⁻¹(p)).
    let density = Double.exp(-distance * distance / 2) / (2 * Double.pi).squareRoot()
    let error =
      gain * spread / density * (share * (1 - share) / Double(segment.size)).squareRoot()
    return [
      run.judged(
        "gain at the start of an offer", simulated: gain / 100, expected: 16.531165,
        error: error / 100)
    ]
  }
}
