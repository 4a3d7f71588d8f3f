import Documents

extension OfferKind {
  static let coupons = OfferKind(
    "Money off certain orders; a plan uses those that it or the baseline names. Of two on one order the one named first is"
      + " taken off first, a percentage of what is left to pay.",
    .coupon)
}

extension Section<OfferDraft<CouponDraft>> {
  static var coupon: Self {
    offer(
      "coupon",
      "Money off certain orders: described under `coupons` or in a plan, changed key by key.",
      keys: [
        Key(
          required: "value", \.terms.value, .couponValue,
          "What it takes off an order, never more than the basket.", example: "10 CNY"
        ).typical(.chosen)
      ])
  }
}

/// The value of a coupon as written.
struct CouponDraft: TermsDraft {
  var value: Coupon.Value?

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> Coupon? {
    value.map { Coupon($0) }
  }
}

extension Coupon: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    switch value {
    case .percent(let share):
      share == 1
        ? [Doubt("value", "It takes off all of an order: such orders bring nothing.")]
        : share == 0 ? proportions.doubts(aboutNothingOf: offer, 0, "value") : []
    case .fixed(let amount):
      doubts(about: amount, offer, plan, proportions)
    }
  }

  private func doubts(
    about amount: Int64, _ offer: Offer, _ plan: Plan, _ proportions: Proportions
  ) -> [Doubt] {
    var doubts = proportions.doubts(aboutNothingOf: offer, amount, "value")
    let small = proportions.served(offer.segments, under: plan).map(\.index)
      .filter { Double(amount) >= proportions.meanBasket($0, under: plan) }
    if amount > 0, !small.isEmpty {
      let baskets = small.map { segment in
        let basket = proportions.money(proportions.meanBasket(segment, under: plan))
        return "\(basket) for `\(proportions.scenario.market.segments[segment].name)`"
      }
      let shown = baskets.prefix(4).joined(separator: ", ")
      doubts.append(
        Doubt(
          "value",
          "\(proportions.money(Double(amount))) is as much as a mean order or more (\(shown)): it pays most of their"
            + " orders whole.", rule: "Check the value, or say `for` whom it is."))
    }
    return doubts
      + proportions.doubts(
        aboutBudgetOf: offer, least: amount, "one coupon: not one can be paid in full")
  }
}
