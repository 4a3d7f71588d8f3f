internal import Statistics

extension Kind<Double> {
  /// A length of time in days.
  package static func time(_ bounds: Bounds = .zeroOrMore, example: String = "14 days") -> Self {
    let rule = "a length of time\(bounds.phrase(writeDays)) such as `\(example)`"
    return Kind(
      quantity: { _ in rule }, scale: { _ in .positive }, unit: durationUnit,
      schema: .duration(zero: bounds.contain(0)), write: writeDays
    ) { quantity, _ throws(Mismatch) in
      try days(quantity, bounds)
    }
  }

  /// Events per day.
  package static func rate(_ bounds: Bounds = .zeroOrMore, example: String = "1.5 per month")
    -> Self
  {
    let least = bounds.contain(0) ? "" : " above 0"
    return Kind(
      quantity: { _ in "a number per period\(least) such as `\(example)`" },
      scale: { _ in .positive }, unit: "per (day|week|month|year)",
      schema: .quantity("per (day|week|month|year)", zero: bounds.contain(0)),
      write: { $0 == 0 ? "0" : plain($0) + " per day" }
    ) { quantity, _ throws(Mismatch) in
      guard quantity.unit.isEmpty else { throw Mismatch() }
      try bounds.check(quantity.number, plain)
      if quantity.isZero { return 0 }
      guard let period = quantity.period else { throw .missingPeriod(quantity, as: example) }
      return quantity.number / period.days
    }
  }

  /// A hazard per period, held as a hazard per day.
  package static func hazard(example: String) -> Self {
    Kind(
      quantity: { _ in "a hazard per period such as `\(example)`" },
      scale: { _ in .positive }, unit: "% per (day|week|month|year)",
      schema: .quantity("% per (day|week|month|year)", zero: true),
      write: { $0 == 0 ? "0" : percent($0) + " per day" }
    ) { quantity, _ throws(Mismatch) in
      if quantity.isZero { return 0 }
      guard quantity.unit == "%" else {
        throw Mismatch(reason: quantity.unit.isEmpty ? "The percent sign is missing." : nil)
      }
      guard let period = quantity.period else { throw .missingPeriod(quantity, as: example) }
      try Bounds.zeroOrMore.check(quantity.number, plain)
      return quantity.number / 100 / period.days
    }
  }

  /// Growth per year, held as a fraction.
  package static func yearly(example: String) -> Self {
    Kind(
      quantity: { _ in "a percentage per year such as `\(example)`" },
      scale: { _ in .positive }, unit: "% per year", schema: .quantity("% per year", zero: true),
      write: { $0 == 0 ? "0" : percent($0) + " per year" }
    ) { quantity, _ throws(Mismatch) in
      if quantity.isZero { return 0 }
      guard quantity.unit == "%" else { throw Mismatch() }
      guard quantity.period == .year else { throw Mismatch(reason: "It is a figure per year.") }
      try Bounds.zeroOrMore.check(quantity.number, plain)
      return quantity.number / 100
    }
  }
}

extension Kind<Int> {
  /// A length of time in whole days; weeks, months and years are rounded to days.
  package static func wholeDays(_ bounds: ClosedRange<Int>, example: String) -> Self {
    let limits = Bounds.from(Double(bounds.lowerBound), to: Double(bounds.upperBound))
    let rule = "a length of time\(limits.phrase(writeDays)) such as `\(example)`"
    return Kind(
      quantity: { _ in rule }, scale: { _ in .positive }, unit: durationUnit,
      schema: .duration(zero: limits.contain(0)), write: { writeDays(Double($0)) }
    ) { quantity, _ throws(Mismatch) in
      Int(try days(quantity, limits).rounded())
    }
  }
}

extension Kind<Double?> {
  /// A length of time in days, or no end.
  package static var timeOrNoEnd: Self {
    Kind(
      scalar: { _ in "a length of time such as `2 years`, or `no end`" },
      schema: .object([
        "anyOf": .list([.duration(zero: true), .object(["const": .string("no end")])])
      ]),
      write: { $0.map(writeDays) ?? "no end" },
      repairs: { text, context in
        Repairs.texts(for: text, context)
          + (nearest(to: text, among: ["no end"]).map { [$0] } ?? [])
      }
    ) { text, _ throws(Mismatch) in
      text == "no end" ? nil : try days(try Quantity(text), .zeroOrMore)
    }
  }
}

extension Mismatch {
  /// A figure without a period, which is most likely the one of the usual example.
  fileprivate static func missingPeriod(_ quantity: Quantity, as example: String) -> Mismatch {
    let period = (try? Quantity(example))?.period ?? .day
    return Mismatch(
      reason: "The period is missing.",
      repairs: ["\(plain(quantity.number))\(quantity.unit) per \(period)"])
  }
}

private let durationUnit = "(day|week|month|year)s?"

private let writeDays: @Sendable (Double) -> String = { days in
  days == 0 ? "0" : days == 1 ? "1 day" : plain(days) + " days"
}

private func days(_ quantity: Quantity, _ bounds: Bounds) throws(Mismatch) -> Double {
  if quantity.isZero {
    try bounds.check(0, writeDays)
    return 0
  }
  try quantity.refusePeriod()
  guard let unit = Period(counted: quantity.unit) else {
    throw Mismatch(
      reason: quantity.unit.isEmpty
        ? "The unit is missing." : "The unit is `days`, `weeks`, `months` or `years`.")
  }
  let days = quantity.number * unit.days
  try bounds.check(days, writeDays)
  return days
}

extension JSON {
  fileprivate static func duration(zero: Bool) -> JSON {
    .quantity(durationUnit, zero: zero)
  }
}
