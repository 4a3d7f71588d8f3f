extension Kind<QuantityRange> {
  /// A range, or one figure, of any unit: what it is good for shows where it is used.
  package static var rangeOrFigure: Self {
    Kind(
      scalar: { _ in "a range such as `10%..25%`" },
      schema: .object(["type": .list([.string("string"), .string("number")])]), write: \.text,
      repairs: { text, context in
        QuantityRange.meant(by: text) + Repairs.ranges(for: text, context)
      }
    ) { text, _ throws(Mismatch) in
      try QuantityRange(figureOrRange: text)
    }
  }
}
