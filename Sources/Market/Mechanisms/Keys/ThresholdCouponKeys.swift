import Documents

extension OfferKind {
  static let thresholdCoupons = OfferKind(
    "Money off orders of a certain size, such as 12 off 30; a plan uses those that it or the baseline names.",
    .thresholdCoupon, oracles: [.thresholdCoupon, .returnedTopUps])
}

extension Section<OfferDraft<ThresholdCouponDraft>> {
  static var thresholdCoupon: Self {
    let toppedUp = OfferDraft<ThresholdCouponDraft>.toppedUp(for: "what it takes off")
    return offer(
      "thresholdCoupon",
      "Money off orders of a certain size: described under `threshold coupons` or in a plan, changed key by key.",
      keys: [
        toppedUp.threshold,
        Key(
          required: "off", \.terms.off, .money(example: "12"),
          "What it takes off, at most the threshold.", example: "12 CNY"
        ).typical(.chosen),
      ] + toppedUp.others)
  }
}

/// The terms of a threshold coupon as written.
struct ThresholdCouponDraft: TopUpDraft {
  var threshold: Int64?
  var off: Int64?
  var reach: Int64?
  var pull = 0.15
  var returns: ReturnsDraft?

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> ThresholdCoupon? {
    guard let topUp, let off else { return nil }
    if off > topUp.threshold {
      reading.refuse(
        element("off"), reason: "It takes off more than the threshold: such orders cost us money.",
        rule: "Write an amount of at most the threshold.")
    }
    return ThresholdCoupon(topUp, off: off)
  }
}

extension ThresholdCoupon: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    proportions.doubts(aboutNothingOf: offer, off, "off")
      + proportions.doubts(
        aboutBudgetOf: offer, least: off, "one coupon: not one can be paid in full")
      + topUp.doubts(about: offer, under: plan, proportions)
  }
}

extension OracleRun {
  /// New customers who all order once, with something worth 8 from 40 on, 15 below reaching.
  func paddedOrders(
    horizon: Int = 1, returns: Returns? = nil, terms: (TopUp) -> any OfferTerms
  ) -> [PlanOutcome] {
    let habits = PurchaseHabits(shape: 1, rate: 1e9, lapseA: 1, lapseB: 1)
    let topUp = TopUp(threshold: 4_000, reach: 1_500, pull: 1, returns: returns)
    let offer = Offer(
      name: "8 from 40", terms: terms(topUp), orders: .every, segments: [0], window: 0..<1,
      participation: .automatic, effect: .lift(0))
    let segment = newcomers(20_000, habits, Published.baskets)
    return play(
      scenario(horizon: horizon, segment: segment, offers: [offer]), replications: 30)
  }

  func meanOrder(_ outcomes: [PlanOutcome], expected: Double) -> OracleCheck {
    mean(
      "mean order", outcomes.map { $0.figures[.revenue, 0] / $0.figures[.orders, 0] / 100 },
      expected: expected)
  }
}

extension Oracle {
  /// A threshold coupon that everybody holds, baskets Gamma–Gamma: redemptions and the mean order.
  ///
  /// Of 40 from 8 off, 15 below reaching, by integration over the baskets; without it 27.95 % reach 40.
  static let thresholdCoupon = Oracle(number: 22, name: "threshold coupon") { run in
    let outcomes = run.paddedOrders { ThresholdCoupon($0, off: 800) }
    let orders = outcomes.map { $0.figures[.orders, 0] }
    return [
      run.mean(
        "share of orders redeeming it",
        zip(outcomes, orders).map { $0.figures[.redemptions, 0] / $1 }, expected: 0.498614),
      run.meanOrder(outcomes, expected: 36.87187),
    ]
  }

  /// The same where what was added goes back with chance .115: of the mean order 11.5 % of what was added is missing.
  static let returnedTopUps = Oracle(number: 62, name: "returned top-ups") { run in
    [
      run.meanOrder(
        run.paddedOrders(horizon: 10, returns: Returns(share: 0.115, after: 7, varies: false)) {
          ThresholdCoupon($0, off: 800)
        }, expected: 36.68179)
    ]
  }
}
