import Documents

extension OfferKind {
  static let thresholdCoupons = OfferKind(
    "Money off orders of a certain size, such as 12 off 30; a plan uses those that it or the baseline names.",
    .thresholdCoupon, oracles: [.thresholdCoupon])
}

extension Section<OfferDraft<ThresholdCouponDraft>> {
  static var thresholdCoupon: Self {
    offer(
      "thresholdCoupon",
      "Money off orders of a certain size: described under `threshold coupons` or in a plan, changed key by key.",
      keys: [
        Key(
          required: "threshold", \.terms.threshold, .money(.aboveZero, example: "30"),
          "The basket from which on it is given.", example: "30 CNY"
        ).typical(.chosen),
        Key(
          required: "off", \.terms.off, .money(example: "12"),
          "What it takes off, at most the threshold.", example: "12 CNY"
        ).typical(.chosen),
        Key(
          required: "reach", \.terms.reach, .money(example: "15"),
          "How far below the threshold people still add something to get there.",
          example: "15 CNY"
        ).typical(.unpublished("find it in the sizes of orders with and without one")),
        Key(
          "pull", \.terms.pull, .number(.zeroOrMore, example: "0.15"),
          "How readily they do: the chance is this times what it takes off over what is missing.",
          example: "0.15"
        ).typical(
          "0.15: 12.4% to 28.4% of orders below are padded", source: "Hemmati et al., 2021"),
      ])
  }
}

/// The terms of a threshold coupon as written.
struct ThresholdCouponDraft: TermsDraft {
  var threshold: Int64?
  var off: Int64?
  var reach: Int64?
  var pull = 0.15

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> ThresholdCoupon? {
    guard let threshold, let off, let reach else { return nil }
    if off > threshold {
      reading.refuse(
        element("off"), reason: "It takes off more than the threshold: such orders cost us money.",
        rule: "Write an amount of at most the threshold.")
    }
    return ThresholdCoupon(threshold: threshold, off: off, reach: reach, pull: pull)
  }
}

extension ThresholdCoupon: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    proportions.doubts(
      aboutBudgetOf: offer, least: off, "one coupon: not one can be paid in full")
  }
}

extension Oracle {
  /// A threshold coupon that everybody holds, baskets Gamma–Gamma: redemptions and the mean order.
  ///
  /// Of 40 from 8 off, 15 below reaching, by integration over the baskets; without it 27.95 % reach 40.
  static let thresholdCoupon = Oracle(number: 22, name: "threshold coupon") { run in
    let habits = PurchaseHabits(shape: 1, rate: 1e9, lapseA: 1, lapseB: 1)
    let segment = run.newcomers(20_000, habits, Published.baskets)
    let offer = Offer(
      name: "8 off 40",
      terms: ThresholdCoupon(threshold: 4_000, off: 800, reach: 1_500, pull: 1), orders: .every,
      segments: [0], window: 0..<1, participation: .automatic, effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: 1, segment: segment, offers: [offer]), replications: 30)
    let orders = outcomes.map { $0.figures[.orders, 0] }
    return [
      run.mean(
        "share of orders redeeming it",
        zip(outcomes, orders).map { $0.figures[.redemptions, 0] / $1 }, expected: 0.498614),
      run.mean(
        "mean order", zip(outcomes, orders).map { $0.figures[.revenue, 0] / $1 / 100 },
        expected: 36.87187),
    ]
  }
}
