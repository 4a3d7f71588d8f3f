import Documents

extension Section<DrawRule> {
  static var draws: Self {
    Section(
      "draws", "How many draws of the assumptions are played, in blocks of \(DrawRule.block).",
      blank: DrawRule(),
      keys: [
        Key("minimum", \.minimum, .draws, "Draws before the first look.").typical(.chosen),
        Key("maximum", \.maximum, .draws, "Draws after which playing stops.").typical(.chosen),
      ])
  }
}

extension Kind<Int> {
  /// A number of draws in whole blocks.
  fileprivate static var draws: Self {
    let block = DrawRule.block
    let whole = Kind<Int>.whole(2 * block...256 * block, example: "\(2 * block)")
    return Kind(
      scalar: { _ in
        "a multiple of \(block) from \(2 * block) to \(256 * block) such as `\(4 * block)`"
      },
      schema: whole.schema.adding("multipleOf", .number(Double(block))), write: whole.write
    ) { text, context throws(Mismatch) in
      let count = try whole.parse(text, context)
      guard count.isMultiple(of: block) else {
        throw Mismatch(
          reason: "Draws come in whole blocks of \(block).",
          repairs: ["\((count / block + 1) * block)"])
      }
      return count
    }
  }
}
