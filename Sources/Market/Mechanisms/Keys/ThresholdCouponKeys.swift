import Documents

extension OfferKind {
  static let thresholdCoupons = OfferKind(
    "Money off orders of a certain size, such as 12 off 30; a plan uses those that it or the baseline names.",
    .thresholdCoupon, oracles: [.thresholdCoupon, .returnedTopUps])
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
        Key(optional: "returns", \.terms.returns, .returns),
      ])
  }
}

/// The terms of a threshold coupon as written.
struct ThresholdCouponDraft: TermsDraft {
  var threshold: Int64?
  var off: Int64?
  var reach: Int64?
  var pull = 0.15
  var returns: ReturnsDraft?

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> ThresholdCoupon? {
    guard let threshold, let off, let reach else { return nil }
    if off > threshold {
      reading.refuse(
        element("off"), reason: "It takes off more than the threshold: such orders cost us money.",
        rule: "Write an amount of at most the threshold.")
    }
    return ThresholdCoupon(
      threshold: threshold, off: off, reach: reach, pull: pull, returns: returns?.resolved)
  }
}

extension ThresholdCoupon: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    let doubts = proportions.doubts(
      aboutBudgetOf: offer, least: off, "one coupon: not one can be paid in full")
    let people = proportions.served(offer.segments, under: plan)
    let near = Double(threshold - reach)
    let share =
      people.map { proportions.shareOfOrders(from: near, $0.index, under: plan) }.max() ?? 1
    guard share < 1 / Proportions.fewest else { return doubts }
    let basket = people.map { proportions.meanBasket($0.index, under: plan) }.max() ?? 0
    return doubts + [
      Doubt(
        "threshold",
        "Fewer than 1 of \(plain(Proportions.fewest)) orders come near \(proportions.money(Double(threshold))): a mean"
          + " order is \(proportions.money(basket)).")
    ]
  }
}

extension OracleRun {
  /// New customers who all order once, by a coupon of 8 off 40, 15 below reaching.
  fileprivate func paddedOrders(horizon: Int, returns: Returns? = nil) -> [PlanOutcome] {
    let habits = PurchaseHabits(shape: 1, rate: 1e9, lapseA: 1, lapseB: 1)
    let offer = Offer(
      name: "8 off 40",
      terms: ThresholdCoupon(
        threshold: 4_000, off: 800, reach: 1_500, pull: 1, returns: returns), orders: .every,
      segments: [0], window: 0..<1, participation: .automatic, effect: .lift(0))
    let segment = newcomers(20_000, habits, Published.baskets)
    return play(
      scenario(horizon: horizon, segment: segment, offers: [offer]), replications: 30)
  }

  fileprivate func meanOrder(_ outcomes: [PlanOutcome], expected: Double) -> OracleCheck {
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
    let outcomes = run.paddedOrders(horizon: 1)
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
        run.paddedOrders(horizon: 10, returns: Returns(share: 0.115, after: 7, varies: false)),
        expected: 36.68179)
    ]
  }
}
