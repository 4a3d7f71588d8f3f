extension Kind<String> {
  /// Any text that is not empty, for people to read.
  package static var sentence: Self {
    Kind(
      scalar: { _ in "a few words" },
      schema: .object(["type": .string("string"), "minLength": .number(1)]), write: { $0 }
    ) { text, _ throws(Mismatch) in
      guard !text.trimmed.isEmpty else { throw Mismatch(reason: "No value is given.") }
      return text.trimmed
    }
  }
}
