extension Kind<Double> {
  /// A number without a unit.
  package static func number(_ bounds: Bounds = .any, example: String) -> Self {
    let rule = "a number\(bounds.phrase(plain)) such as `\(example)`"
    let scale: RangeScale = bounds.low >= 0 ? .positive : .any
    return Kind(
      quantity: { _ in rule }, scale: { _ in scale }, unit: "", schema: numberSchema(bounds),
      write: plain
    ) { quantity, _ throws(Mismatch) in
      guard quantity.isBare else { throw Mismatch(reason: "It is a number without a unit.") }
      try bounds.check(quantity.number, plain)
      return quantity.number
    }
  }

  /// How many times as many something is than otherwise: 1.15 is 15 % more.
  package static func times(_ bounds: Bounds = .zeroOrMore, example: String) -> Self {
    let plain = Kind.number(bounds, example: example)
    return Kind(
      quantity: plain.rule, scale: { _ in .positive }, unit: "", schema: numberSchema(bounds),
      write: plain.write
    ) { quantity, _ throws(Mismatch) in
      if quantity.unit == "%", quantity.period == nil {
        // From 100 % on it is a share of what is usual, below it what comes on top.
        let change = quantity.number < 100 ? quantity.number : quantity.number - 100
        let times = Documents.plain(((100 + change) * 1e8).rounded() / 1e10)
        throw Mismatch(
          reason: "It multiplies what there is otherwise: \(times) is"
            + " \(percent(abs(change) / 100)) \(change < 0 ? "less" : "more").",
          repairs: [times])
      }
      guard quantity.isBare else { throw Mismatch(reason: "It is a number without a unit.") }
      try bounds.check(quantity.number, Documents.plain)
      return quantity.number
    }
  }

  /// A share, held as a fraction.
  package static func share(_ bounds: Bounds = .share, example: String = "5%") -> Self {
    let rule = "a share\(bounds.phrase(percent)) such as `\(example)`"
    return percentage(rule, bounds, .share)
  }

  /// A ratio that may exceed 100 %, held as a fraction.
  package static func ratio(_ bounds: Bounds = .zeroOrMore, example: String) -> Self {
    percentage(
      "a percentage\(bounds.phrase(percent)) such as `\(example)`", bounds,
      bounds.low < 0 ? .any : .positive)
  }

  private static func percentage(_ rule: String, _ bounds: Bounds, _ scale: RangeScale) -> Self {
    Kind(
      quantity: { _ in rule }, scale: { _ in scale }, unit: "%",
      schema: .quantity("%", zero: bounds.contain(0), signed: bounds.low < 0), write: percent,
      parse: fraction(bounds))
  }

  /// Reads a percentage as a fraction.
  package static func fraction(
    _ bounds: Bounds
  ) -> @Sendable (Quantity, Context) throws(Mismatch) -> Double {
    { quantity, _ throws(Mismatch) in
      guard quantity.unit == "%" || quantity.isZero else {
        // Of what may be as much as all or more, 1.2 is as likely 120 % as 1.2 %.
        if quantity.isBare, bounds.low >= 0, bounds.high > 1, (1..<3).contains(quantity.number) {
          let times = percent((quantity.number * 1e8).rounded() / 1e8)
          throw Mismatch(
            reason:
              "The percent sign is missing: it may be `\(times)` or `\(plain(quantity.number))%`.",
            isAmbiguous: true)
        }
        throw Mismatch(reason: quantity.isBare ? "The percent sign is missing." : nil)
      }
      try quantity.refusePeriod()
      try bounds.check(quantity.number / 100, percent)
      return quantity.number / 100
    }
  }

  private static func numberSchema(_ bounds: Bounds) -> JSON {
    JSON.object(["type": .string("number")])
      .adding(
        bounds.isClosed.low ? "minimum" : "exclusiveMinimum",
        bounds.low.isFinite ? .number(bounds.low) : nil
      )
      .adding(
        bounds.isClosed.high ? "maximum" : "exclusiveMaximum",
        bounds.high.isFinite ? .number(bounds.high) : nil)
  }
}

extension Kind where Value: FixedWidthInteger {
  /// A whole number without a unit.
  package static func whole(_ bounds: ClosedRange<Value>, example: String) -> Self {
    let isWide = bounds.upperBound >= 1_000_000
    let range =
      isWide
      ? "of at least \(bounds.lowerBound)" : "from \(bounds.lowerBound) to \(bounds.upperBound)"
    let rule = "a whole number \(range) such as `\(example)`"
    let schema = JSON.object(["type": .string("integer")])
      .adding("minimum", .number(Double(bounds.lowerBound)))
    return Kind(
      scalar: { _ in rule }, schema: schema, write: { "\($0)" },
      repairs: { text, _ in Repairs.numbers(in: text) }
    ) { text, _ throws(Mismatch) in
      guard let value = Value(text.trimmed) else {
        let quantity = try Quantity(text)
        guard quantity.isBare else { throw Mismatch(reason: "It is a number without a unit.") }
        // Also `2e4` is one, and `20000.0`.
        guard let whole = Value(exactly: quantity.number) else {
          let isWhole = quantity.number == quantity.number.rounded()
          throw Mismatch(reason: isWhole ? nil : "It is not a whole number.")
        }
        return try held(whole, in: bounds)
      }
      return try held(value, in: bounds)
    }
  }

  private static func held(
    _ value: Value, in bounds: ClosedRange<Value>
  ) throws(Mismatch) -> Value {
    guard value >= bounds.lowerBound else { throw Mismatch(reason: "The value is too small.") }
    guard value <= bounds.upperBound else {
      throw Mismatch(reason: "The value is above \(bounds.upperBound).")
    }
    return value
  }
}

extension JSON {
  /// The schema of a figure with a unit, given as a regular expression; zero needs none.
  package static func quantity(_ unit: String, zero: Bool, signed: Bool = false) -> JSON {
    let sign = signed ? "[+−-]?" : "[+]?"
    let text = JSON.object([
      "type": .string("string"),
      "pattern": .string("^\(sign)([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)? *\(unit)$"),
    ])
    guard zero else { return text }
    return .object(["anyOf": .list([text, .object(["const": .number(0)])])])
  }
}
