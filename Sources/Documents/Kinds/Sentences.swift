extension Kind<String> {
  /// A sentence of at most so many letters, on one line: breaks of lines are taken for spaces.
  package static func sentence(atMost most: Int, _ rule: String) -> Self {
    Kind(
      scalar: { _ in rule },
      schema: .object([
        "type": .string("string"), "minLength": .number(1), "maxLength": .number(Double(most)),
      ]), write: { $0 }
    ) { text, _ throws(Mismatch) in
      let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if line.isEmpty { throw Mismatch(reason: "No value is given.") }
      if line.count > most { throw Mismatch(reason: "These are \(line.count) letters.") }
      guard line.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
        throw Mismatch(reason: "A sentence has no control characters.")
      }
      return line
    }
  }

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
