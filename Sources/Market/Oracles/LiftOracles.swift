import RealModule

extension OracleRun {
  /// Who orders at a rate λ for ever, from baskets all alike.
  func regulars(
    _ begins: Segment.Beginning, people: Int, rate: Double
  ) -> Segment {
    let tight = 1e8
    return Segment(
      name: "customers", size: customers(people), begins: begins,
      purchases: PurchaseHabits(
        shape: tight, rate: tight / rate, lapseA: 1e-9, lapseB: 1, firstLapse: 0),
      baskets: Baskets(p: tight, q: tight, gamma: 1_000), trial: .atOnce, decision: .always)
  }
}

extension Oracle {
  /// A lift by m that one redemption ends: redemptions come at mλ and orders afterwards at λ, to the moment.
  ///
  /// Within T days 1 − e^(−mλT) redeem, and λ(T − (1 − e^(−mλT))/(mλ)) orders follow; also where it is handed over with
  /// the first order.
  static let endOfALift = Oracle(number: 71, name: "end of a lift") { run in
    let (rate, factor, days) = (0.2, 4.0, 4)
    let raised = factor * rate
    let redeemed = 1 - Double.exp(-raised * Double(days))
    let after = rate * (Double(days) - redeemed / raised)
    return [Segment.Beginning.customers, .prospects(aware: 1)].flatMap { begins in
      let segment = run.regulars(begins, people: 20_000, rate: rate)
      let isInHand = begins == .customers
      let offer = Offer(
        name: "once", terms: Coupon(.fixed(100)), orders: isInHand ? .repeats : .second,
        segments: [0], window: 0..<days, uses: 1, participation: .automatic,
        effect: .multipliers(Array(repeating: factor, count: days)))
      let outcomes = run.play(
        run.scenario(horizon: days, segment: segment, offers: [offer]), replications: 10)
      func each(_ event: JourneyEvent) -> [Double] {
        outcomes.map { Double($0.events.total(event)) / Double(segment.size) }
      }
      let had = isInHand ? "had on the first day" : "handed over with the first order"
      return [
        run.share(
          "redemptions, \(had)", outcomes.reduce(0) { $0 + $1.events.total(.redemption) },
          of: segment.size * outcomes.count, expected: redeemed),
        run.mean(
          "orders afterwards, \(had)",
          zip(each(.repeatOrder), each(.redemption)).map { $0 - $1 }, expected: after),
      ]
    }
  }
}
