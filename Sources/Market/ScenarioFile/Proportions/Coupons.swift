import Documents

extension Proportions {
  /// Warns of coupons that pay whole orders, and of those that nobody can ever use.
  func warnOfCoupons(_ reading: inout Reading) {
    for (index, plan) in scenario.plans.enumerated() {
      for coupon in plan.coupons {
        warnOfValue(coupon, index, &reading)
        if let (key, reason) = whyUnused(coupon) {
          reading.refuse(
            element(index, Reward.coupons.name, coupon.name, key), reason: reason,
            severity: .warning)
        }
      }
    }
  }

  private func warnOfValue(_ coupon: CouponOffer, _ index: Int, _ reading: inout Reading) {
    let element = element(index, Reward.coupons.name, coupon.name, "value")
    switch coupon.value {
    case .percent(let share):
      guard share == 1 else { return }
      reading.refuse(
        element, reason: "It takes off all of an order: such orders bring nothing.",
        severity: .warning)
    case .fixed(let amount):
      let segments = coupon.segments.filter {
        Double(amount) >= meanBasket($0, under: scenario.plans[index])
      }
      guard amount > 0, !segments.isEmpty else { return }
      let baskets = segments.map { segment in
        let basket = money(meanBasket(segment, under: scenario.plans[index]))
        return "\(basket) for `\(scenario.market.segments[segment].name)`"
      }
      let shown = baskets.prefix(4).joined(separator: ", ")
      reading.refuse(
        element,
        reason: "\(money(Double(amount))) is as much as a mean order or more (\(shown)): it pays"
          + " most of their orders whole.",
        rule: "Check the value, or say `for` whom it is.", severity: .warning)
    }
  }

  /// The key that keeps everybody from using a coupon, and how.
  private func whyUnused(_ coupon: CouponOffer) -> (key: String, reason: String)? {
    let segments = coupon.segments.map { scenario.market.segments[$0] }
    if coupon.orders == .first,
      segments.allSatisfy({ $0.size == 0 || $0.begins == .customers })
    {
      return (
        "orders", "Everybody it is for is a customer on day 1: nobody makes a first order."
      )
    }
    if coupon.holdout == 1 { return ("holdout", "Everybody is left out: nobody can use it.") }
    if case .decided(let chance, _, _) = coupon.participation, chance == 0 {
      return ("attention", "Nobody notices it: the chance to notice it is 0%.")
    }
    if let uses = coupon.uses, uses > 1, [.first, .second].contains(coupon.orders) {
      return (
        "uses",
        "A customer makes only one \(coupon.orders.rawValue) order: it is used once at most."
      )
    }
    if let budget = coupon.budget, case .fixed(let amount) = coupon.value,
      Double(budget) * standsFor < Double(amount)
    {
      return ("budget", "The budget is smaller than one coupon: not one can be paid in full.")
    }
    return nil
  }
}
