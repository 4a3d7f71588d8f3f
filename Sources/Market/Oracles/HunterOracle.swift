import RealModule
import Statistics

extension Oracle {
  /// Bonus hunters: payouts of an invitation are hunters·⌊m/N⌋·P(N·cost < reward)·(1 − d); of other offers, all accounts'.
  static let hunters = Oracle(number: 29, name: "bonus hunters") { run in
    let (people, accounts, caught, cost, spread) = (run.customers(4_000), 5, 0.3, 300.0, 0.8)
    func paid(_ terms: any OfferTerms, _ orders: Offer.Orders) -> [Double] {
      let segment = Segment(
        name: "hunters", accounts: people * accounts,
        hunters: Hunters(accounts: accounts, order: 1_000),
        participation: ParticipationCost(time: cost, spread: spread))
      var offer = Offer(
        name: "offer", terms: terms, orders: orders, segments: [0], window: 5..<20,
        participation: .decided(attention: 0.1, fading: 3, noise: 0), effect: .lift(0))
      offer.screening = Screening(catches: caught)
      return run.play(
        run.scenario(horizon: 20, segment: segment, offers: [offer]), replications: 8
      ).map { Double($0.offerTotal(.redeemed, slot: 0)) / Double(people) }
    }
    func share(_ worth: Double) -> Double {
      Normal.standard.cdf(Double.log(worth / cost) / spread)
    }
    return [
      run.mean(
        "rewards of a hunter for two friends each",
        paid(Invitation(reward: 900, friends: 2, expected: 0.1), .repeats),
        expected: 2 * share(450) * (1 - caught)),
      run.mean(
        "coupons redeemed by a hunter", paid(Coupon(.fixed(500)), .first),
        expected: Double(accounts) * share(500) * (1 - caught)),
      run.mean(
        "threshold coupons redeemed by a hunter",
        // Four more than they would order count half.
        paid(ThresholdCoupon(threshold: 1_400, off: 500, reach: 1_000), .first),
        expected: Double(accounts) * share(300) * (1 - caught)),
      run.mean(
        "reviews paid for of a hunter", paid(FeedbackReward(reward: 500), .every),
        expected: Double(accounts) * share(500) * (1 - caught)),
      run.mean(
        "samples given to a hunter", paid(FreeSample(cost: 500), .first),
        expected: Double(accounts) * share(500) * (1 - caught)),
      // Others would finish with probability 1/64 and expect 0.08 of it.
      run.mean(
        "tasks finished by a hunter", paid(DailyTask(reward: 500, steps: 6, goesOn: 0.5), .every),
        expected: Double(accounts) * share(500) * (1 - caught)),
    ]
  }
}
