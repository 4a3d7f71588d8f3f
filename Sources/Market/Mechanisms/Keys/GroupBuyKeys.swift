import Documents

extension OfferKind {
  static let groupBuys = OfferKind(
    "Money off for those who order together; a plan uses those that it or the baseline names. Who holds two orders with the"
      + " one that came to them last, of one day the one named last, and never with the other.",
    .groupBuy, oracles: [.groupBuy])
}

extension Section<OfferDraft<GroupBuyDraft>> {
  static var groupBuy: Self {
    offer(
      "groupBuy",
      "Money off for those who order together: described under `group buys` or in a plan, changed key by key.",
      keys: [
        Key(
          required: "value", \.terms.value, .couponValue,
          "What it takes off each order of a group that is full.", example: "20%"
        ).typical(.chosen),
        Key(
          required: "group", \.terms.size, .whole(2...1_000, example: "3"),
          "How many orders make a group.", example: "3"
        ).typical(.chosen),
        Key(
          required: "within", \.terms.within, .time(.aboveZero, example: "1 day"),
          "How long an order waits for the others; after it, it is refunded.", example: "1 day"
        ).typical(.chosen),
        Key(
          "disappointment", \.terms.disappointment, .number(.zeroOrMore, example: "0.5"),
          "What an order that waited in vain takes off satisfaction.", example: "0.5"
        ).typical(.unpublished("judge it by the reviews of those who were refunded")),
      ], without: ["screening"])
  }
}

/// The terms of a group-buy as written.
struct GroupBuyDraft: TermsDraft {
  var value: Coupon.Value?
  var size: Int?
  var within: Double?
  var disappointment = 0.0

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> GroupBuy? {
    guard let value, let size, let within else { return nil }
    return GroupBuy(value, size: size, within: within, disappointment: disappointment)
  }
}

extension GroupBuy: WeighedTerms, DisappointingTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    var doubts: [Doubt] = []
    switch value {
    case .fixed(let amount):
      doubts =
        proportions.doubts(aboutNothingOf: offer, amount, "value")
        + proportions.doubts(
          aboutBudgetOf: offer, least: amount * Int64(size),
          "what one group saves: not one can be paid")
    case .percent(let share):
      if share == 0 { doubts = proportions.doubts(aboutNothingOf: offer, 0, "value") }
    }
    let others = proportions.mostOrders(of: offer, under: plan) * within
    guard proportions.isOutOfReach(size - 1, mean: others) else { return doubts }
    return doubts + [
      Doubt(
        "group",
        "Hardly any group is ever full: an order waits for \(size - 1) others, and all customers together place about"
          + " \(plain((others * 10).rounded() / 10)) in that time.")
    ]
  }
}

extension Oracle {
  /// Orders arriving at random, ρ a day, wait w: with ρw = 1, of groups of two e⁻¹/(2 − e⁻¹) are refunded.
  ///
  /// Of groups of three .5494, which is simulated to 10⁻⁴.
  static let groupBuy = Oracle(number: 23, name: "group-buy") { run in
    let (perDay, days) = (20.0, 365)
    let (tight, people) = (1e8, run.customers(5_000))
    let segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight * Double(people) / perDay, lapseA: 1, lapseB: 1e12,
        firstLapse: 0), baskets: Published.baskets)
    return [(2, 0.225400), (3, 0.5494)].map { size, expected in
      let offer = Offer(
        name: "together", terms: GroupBuy(.fixed(1), size: size, within: 1 / perDay),
        orders: .every, segments: [0], window: 0..<days, participation: .automatic,
        effect: .lift(0))
      let outcomes = run.play(
        run.scenario(horizon: days, segment: segment, offers: [offer]), replications: 20)
      return run.mean(
        "refunded of groups of \(size)",
        outcomes.map { outcome in
          let refunded = Double(outcome.offerTotal(.refunded, slot: 0))
          return refunded / (refunded + Double(outcome.offerTotal(.redeemed, slot: 0)))
        }, expected: expected)
    }
  }
}
