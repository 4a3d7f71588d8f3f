import Documents

extension Kind<CouponOffer.Value> {
  /// What a coupon is worth: money or a share of the basket.
  static var couponValue: Self {
    Kind(
      quantity: { "an amount such as `10 \($0.code)` or a share of the basket such as `15%`" },
      scale: { $0.unit == "%" ? .share : .positive }, unit: "([A-Z]{3}|%)",
      schema: .quantity("([A-Z]{3}|%)", zero: true), write: { "\($0)" }
    ) { quantity, context throws(Mismatch) in
      guard quantity.unit == "%" else {
        return .fixed(try wholeMinorUnits(quantity, .zeroOrMore, context))
      }
      try quantity.refusePeriod()
      try Bounds.share.check(quantity.number / 100, percent)
      return .percent(quantity.number / 100)
    }
  }
}
