import Documents

extension Kind<Coupon.Value> {
  /// What a coupon is worth: money or a share of the basket.
  static var couponValue: Self {
    Kind(
      quantity: { "an amount such as `10 \($0.code)` or a share of the basket such as `15%`" },
      scale: { $0.unit == "%" ? .share : .positive }, unit: "([A-Z]{3}|%)",
      schema: .quantity("([A-Z]{3}|%)", zero: true), write: { "\($0)" },
      meant: { text throws(Mismatch) in
        guard let kept = PriceKept(text) else { return }
        throw Mismatch(reason: kept.sentence, repairs: [percent(kept.off)])
      }
    ) { quantity, context throws(Mismatch) in
      guard quantity.unit == "%" else {
        let number = plain(quantity.number)
        if quantity.unit.isEmpty, quantity.period == nil, (1...100).contains(quantity.number) {
          throw Mismatch(
            reason:
              "The unit is missing: `\(number) \(context.code)` is an amount, `\(number)%` a share"
              + " of the basket.", isAmbiguous: true)
        }
        return .fixed(try wholeMinorUnits(quantity, .zeroOrMore, context))
      }
      try quantity.refusePeriod()
      try Bounds.share.check(quantity.number / 100, percent)
      return .percent(quantity.number / 100)
    }
  }
}

extension Kind<Double> {
  /// How much higher or, below 0, lower prices are, held as a fraction.
  static var priceChange: Self {
    // Nothing can be sold for less than nothing.
    let bounds = Bounds(low: -1, high: 10, isClosed: (false, true))
    let plain = Kind.ratio(bounds, example: "5%")
    return Kind(
      quantity: plain.rule, scale: { _ in .any }, unit: "%",
      schema: .quantity("%", zero: true, signed: true), write: percent,
      meant: { text throws(Mismatch) in
        guard let kept = PriceKept(text) else { return }
        throw Mismatch(reason: kept.sentence, repairs: [percent(-kept.off)])
      },
      parse: fraction(bounds))
  }
}
