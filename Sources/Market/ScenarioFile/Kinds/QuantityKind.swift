extension Kind {
  /// A kind written as a figure with a unit.
  ///
  /// - Parameters:
  ///   - rule: What is valid, with an example.
  ///   - schema: The text's JSON Schema.
  ///   - write: The text of a value.
  ///   - parse: The value of a quantity.
  init(
    quantity rule: @escaping @Sendable (Context) -> String, schema: JSON,
    write: @escaping @Sendable (Value) -> String,
    parse: @escaping @Sendable (Quantity, Context) throws(Mismatch) -> Value
  ) {
    self.init(scalar: rule, schema: schema, write: write, repairs: Repairs.texts) {
      text, context throws(Mismatch) in
      try parse(try Quantity(text), context)
    }
  }
}
