extension Kind<Double> {
  /// Money that is never rounded, such as the price of a contact, in minor units.
  package static func price(_ bounds: Bounds = .zeroOrMore, example: String = "0.8") -> Self {
    Kind(
      quantity: { amountRule(bounds, example, $0) }, scale: { _ in .positive }, unit: "[A-Z]{3}",
      schema: .quantity("[A-Z]{3}", zero: bounds.contain(0)), write: writeAmount
    ) { quantity, context throws(Mismatch) in
      try minorUnits(quantity, bounds, context)
    }
  }

  /// Money per day, in minor units a day.
  package static func spending(example: String = "300") -> Self {
    let unit = "[A-Z]{3} per (day|week|month|year)"
    return Kind(
      quantity: { "an amount per period such as `\(example) \($0.code) per day`" },
      scale: { _ in .positive }, unit: unit, schema: .quantity(unit, zero: true), write: writeAmount
    ) { quantity, context throws(Mismatch) in
      if quantity.isZero { return 0 }
      let scale = try scale(of: quantity, context)
      guard let period = quantity.period else {
        throw Mismatch(reason: "The period is missing.")
      }
      try Bounds.zeroOrMore.check(quantity.number, plain)
      return try bounded(quantity) * scale / period.days
    }
  }
}

extension Kind<Int64> {
  /// An amount of money that is booked, in whole minor units.
  package static func money(_ bounds: Bounds = .zeroOrMore, example: String = "30") -> Self {
    Kind(
      quantity: { amountRule(bounds, example, $0) }, scale: { _ in .positive }, unit: "[A-Z]{3}",
      schema: .quantity("[A-Z]{3}", zero: bounds.contain(0)), write: { writeAmount(Double($0)) }
    ) { quantity, context throws(Mismatch) in
      try wholeMinorUnits(quantity, bounds, context)
    }
  }
}

private func amountRule(_ bounds: Bounds, _ example: String, _ context: Context) -> String {
  let least = bounds.contain(0) ? "" : " above 0"
  return "an amount in \(context.code)\(least) such as `\(example) \(context.code)`"
}

/// Only zeros are defaults; they need no currency.
private let writeAmount: @Sendable (Double) -> String = { plain($0) }

private func minorUnits(
  _ quantity: Quantity, _ bounds: Bounds, _ context: Context
) throws(Mismatch) -> Double {
  try quantity.refusePeriod()
  let scale = try scale(of: quantity, context)
  try bounds.check(quantity.number, plain)
  return try bounded(quantity) * scale
}

/// The number of an amount that is not more than any market moves.
private func bounded(_ quantity: Quantity) throws(Mismatch) -> Double {
  guard quantity.number <= 1e12 else {
    throw Mismatch(reason: "The amount is above 10^12, the most that is counted.")
  }
  return quantity.number
}

/// Minor units of an amount of money that is booked.
package func wholeMinorUnits(
  _ quantity: Quantity, _ bounds: Bounds, _ context: Context
) throws(Mismatch) -> Int64 {
  let amount = try minorUnits(quantity, bounds, context)
  if quantity.isDrawn { return Int64(amount.rounded()) }
  // Decimal fractions are not exact in binary: a millionth of a minor unit is a rounding error.
  // An amount that is nothing only once it is rounded was meant to be something.
  let vanishes = amount != 0 && amount.rounded() == 0
  if let currency = context.currency,
    vanishes || abs(amount - amount.rounded()) > 1e-6 * max(1, amount)
  {
    let places = currency.decimals == 0 ? "no" : "\(currency.decimals)"
    throw Mismatch(reason: "\(currency.code) has \(places) decimal places.")
  }
  return Int64(amount.rounded())
}

/// Minor units in one unit of a quantity's currency.
private func scale(of quantity: Quantity, _ context: Context) throws(Mismatch) -> Double {
  if quantity.isZero { return 1 }
  guard let currency = context.currency else {
    // The currency's own problem is reported: its amounts are not wrong as well.
    let isCurrency =
      !quantity.unit.isEmpty && quantity.unit != "%"
      && Period(counted: quantity.unit) == nil
    guard isCurrency else {
      throw Mismatch(reason: quantity.unit.isEmpty ? "The currency is missing." : nil)
    }
    return 100
  }
  guard quantity.unit == currency.code else {
    if quantity.unit.isEmpty { throw Mismatch(reason: "The currency is missing.") }
    let isCode =
      quantity.unit.count == 3
      && quantity.unit.allSatisfy { $0.isASCII && $0.isUppercase }
    throw Mismatch(
      reason: isCode
        ? "`\(quantity.unit)` is not the currency of this scenario, \(currency.code)." : nil)
  }
  return currency.scale
}
