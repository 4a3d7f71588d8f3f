import RealModule
import Statistics

extension OracleRun {
  /// A coupon of 6.00 that everybody is offered on the first day, by orders so large that it is always paid whole.
  fileprivate func coupon(_ participation: Offer.Participation) -> Offer {
    Offer(
      name: "cash back", terms: Coupon(.fixed(600)), orders: .every, segments: [0], window: 0..<1,
      participation: participation, effect: .lift(0))
  }

  fileprivate static var largeBaskets: Baskets { Baskets(p: 6.25, q: 3.74, gamma: 1e8) }
}

extension Oracle {
  /// Held rewards: orders go back with chance ρ after Exponential(d); held for h, 1 − ρ(1 − e^{−h/d}) are paid.
  ///
  /// Who weighs one at a rate r sees e^{−rh} of its worth.
  static let heldReward = Oracle(number: 63, name: "held reward") { run in
    let never = PurchaseHabits(shape: 1, rate: 1e9, lapseA: 1, lapseB: 1)
    var baskets = OracleRun.largeBaskets
    baskets.returns = Returns(share: 0.1, after: 5)
    let buyers = run.newcomers(100_000, never, baskets)
    var held = run.coupon(.automatic)
    held.holding = Holding(days: 7, impatience: 0)
    let paid = run.play(
      run.scenario(horizon: 20, segment: buyers, offers: [held]), replications: 1)
    func total(_ count: OfferCount) -> Int64 {
      paid.reduce(0) { $0 + $1.offerTotal(count, slot: 0) }
    }
    let weighing = Segment(
      name: "customers", size: run.customers(100_000), begins: .customers, purchases: never,
      baskets: OracleRun.largeBaskets, participation: ParticipationCost(time: 500, spread: 0.8))
    var weighed = run.coupon(.decided(attention: 1, fading: .infinity, noise: 0))
    weighed.holding = Holding(days: 7, impatience: 0.04)
    let taken = run.play(
      run.scenario(horizon: 2, segment: weighing, offers: [weighed]), replications: 1
    ).reduce(0) { $0 + $1.events.total(.tookPart) }
    return [
      run.share("paid", total(.paid) / 600, of: Int(total(.redeemed)), expected: 0.924660),
      run.share(
        "taking part", taken, of: weighing.size,
        expected: Normal.standard.cdf((Double.log(600.0 / 500) - 0.28) / 0.8)),
    ]
  }

  /// Regret: who orders at a rate λ has paid in full within w days before an offer with chance 1 − e^{−λw}.
  static let regret = Oracle(number: 64, name: "regret") { run in
    let tight = 1e8
    let segment = Segment(
      name: "customers", size: run.customers(50_000), begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight / 0.05, lapseA: 1e-9, lapseB: 1, firstLapse: 0),
      baskets: OracleRun.largeBaskets)
    var offer = run.coupon(.automatic)
    offer.window = 20..<25
    return [14, 9.5].map { within in
      offer.regret = Regret(within: within, least: 600, loss: 1)
      let down = run.play(
        run.scenario(horizon: 30, segment: segment, offers: [offer]), replications: 1
      ).reduce(0) { $0 + $1.offerTotal(.letDown, slot: 0) }
      return run.share(
        "let down of those who paid in full within \(within) days", down, of: segment.size,
        expected: 1 - Double.exp(-0.05 * within))
    }
  }
}
