import Documents

extension OfferKind {
  static let thresholdGifts = OfferKind(
    "Something given with orders of a certain size, such as a mug from 30; a plan uses those that it or the baseline names.",
    .thresholdGift, oracles: [.thresholdGift])
}

extension Section<OfferDraft<ThresholdGiftDraft>> {
  static var thresholdGift: Self {
    let toppedUp = OfferDraft<ThresholdGiftDraft>.toppedUp(for: "what a gift is worth")
    return offer(
      "thresholdGift",
      "Something given with orders of a certain size: described under `threshold gifts` or in a plan, changed key by key.",
      keys: [
        toppedUp.threshold,
        Key(
          required: "cost", \.terms.cost, .money(example: "4"), "What one gift costs us.",
          example: "4 CNY"
        ).typical(.inYourBooks),
        OfferDraft.worth("gift", \.terms.worth, example: "12"),
      ] + toppedUp.others,
      without: ["worth", "budget"])
  }
}

/// The terms of a gift from a threshold on as written.
struct ThresholdGiftDraft: TopUpDraft {
  var threshold: Int64?
  var cost: Int64?
  var worth: Double?
  var reach: Int64?
  var pull = 0.15
  var returns: ReturnsDraft?

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> ThresholdGift? {
    guard let topUp, let cost, let worth else { return nil }
    return ThresholdGift(topUp, cost: cost, worth: worth)
  }
}

extension ThresholdGift: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    proportions.doubts(aboutWorthOf: offer, cost: cost, worth: giftIsWorth)
      + proportions.doubts(aboutBudgetOf: offer, least: cost, "what one gift costs")
      + topUp.doubts(about: offer, under: plan, proportions)
  }
}

extension Oracle {
  /// A gift worth 8 from 40 on moves baskets like a coupon of 8 off 40, and costs what it costs.
  static let thresholdGift = Oracle(number: 75, name: "threshold gift") { run in
    let cost: Int64 = 300
    let outcomes = run.paddedOrders { ThresholdGift($0, cost: cost, worth: 800) }
    let orders = outcomes.map { $0.figures[.orders, 0] }
    let redeemed = outcomes.map { $0.figures[.redemptions, 0] }
    return [
      run.mean(
        "share of orders with one", zip(redeemed, orders).map { $0 / $1 }, expected: 0.498614),
      run.meanOrder(outcomes, expected: 36.87187),
      run.exact(
        "rewards in the ledger",
        outcomes.reduce(0) {
          $0 - $1.ledger.total(.reward) - $1.ledger.total(.firstOrderReward)
        }, expected: cost * Int64(redeemed.reduce(0, +))),
    ]
  }
}
