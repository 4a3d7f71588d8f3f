import Documents

extension Kind<String> {
  /// A file beside the scenario.
  static var file: Self {
    Kind(
      scalar: { _ in "the name of a file beside the scenario such as `base.csv`" },
      schema: .object(["type": .string("string"), "minLength": .number(1)]), write: { $0 }
    ) { text, _ throws(Mismatch) in
      guard !text.trimmed.isEmpty, !text.contains("\0") else { throw Mismatch() }
      return text
    }
  }
}
