import RealModule

extension Oracle {
  /// No point and no unit of money is lost: what was there and earned is redeemed, expired or outstanding, and what is
  /// owed is what the change in points outstanding is worth.
  static let points = Oracle(number: 50, name: "points") { run in
    let segment = Segment(
      name: "customers", size: run.customers(5_000), begins: .customers,
      purchases: Published.habits, baskets: Published.baskets)
    let terms = PointsProgramme(
      earned: 0.01, block: 50, off: 250, expiry: 60, atStart: 30, pull: 1,
      tiers: [
        LoyaltyTier(name: "silver", threshold: 10_000, earning: 1.5, bond: 0.3, cost: 1),
        LoyaltyTier(name: "gold", threshold: 30_000, earning: 2, bond: 0.5, cost: 3),
      ])
    let offer = Offer(
      name: "card", terms: terms, orders: .every, segments: [0], window: 0..<400,
      participation: .automatic, effect: .lift(0))
    guard
      let outcome = run.play(
        run.scenario(horizon: 400, segment: segment, offers: [offer]), replications: 1
      ).first
    else { return [] }
    func counted(_ count: OfferCount) -> Int64 { outcome.offerTotal(count, slot: 0) }
    let outstanding = counted(.pointsOutstanding)
    return [
      run.exact(
        "points redeemed, expired or outstanding",
        counted(.pointsRedeemed) + counted(.pointsExpired) + outstanding,
        expected: counted(.pointsAtStart) + counted(.pointsEarned)),
      run.exact(
        "what a redeemed point took off, minor units", counted(.paid),
        expected: 5 * counted(.pointsRedeemed)),
      run.exact(
        "points owed, minor units", -outcome.ledger.total(.pointsLiability),
        expected: 5 * (outstanding - counted(.pointsAtStart))),
    ]
  }

  /// Breakage: orders at rate λ each earn a block, which the next redeems unless it comes later than E.
  ///
  /// Within T days λ(T − E)e^(−λE) blocks expire a customer, and λ(T − E)(1 − e^(−λE)) + λE − (1 − e^(−λE)) are redeemed.
  static let breakage = Oracle(number: 51, name: "breakage of points") { run in
    let (rate, expiry, days, tight) = (1.0 / 30, 45.0, 360, 1e8)
    let people = run.customers(3_000)
    let segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight / rate, lapseA: 1, lapseB: 1e12, firstLapse: 0),
      baskets: Baskets(p: tight, q: tight, gamma: 1_050))
    let offer = Offer(
      name: "card", terms: PointsProgramme(earned: 0.01, block: 10, off: 10, expiry: expiry),
      orders: .every, segments: [0], window: 0..<days, participation: .automatic,
      effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: days, segment: segment, offers: [offer]), replications: 20)
    func blocks(_ count: OfferCount) -> [Double] {
      outcomes.map { Double($0.offerTotal(count, slot: 0)) / 10 / Double(people) }
    }
    let (late, rest) = (Double.exp(-rate * expiry), rate * (Double(days) - expiry))
    return [
      run.mean("blocks that expire", blocks(.pointsExpired), expected: rest * late),
      run.mean(
        "blocks that are redeemed", blocks(.pointsRedeemed),
        expected: rest * (1 - late) + rate * expiry - (1 - late)),
    ]
  }
}
