internal import Statistics

extension Kind where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  /// One word of a few.
  package static var word: Self {
    let words = Value.allCases.map(\.rawValue)
    return Kind(
      scalar: { _ in listed(words, joint: "or") },
      schema: .object(["enum": .list(words.map { .string($0) })]), write: \.rawValue,
      repairs: { text, _ in nearest(to: text, among: words).map { [$0] } ?? [] }
    ) { text, _ throws(Mismatch) in
      guard let value = Value(rawValue: text) else { throw Mismatch() }
      return value
    }
  }
}

extension Kind<Bool> {
  package static var yesOrNo: Self {
    Kind(
      scalar: { _ in "`yes` or `no`" },
      schema: .object([
        "anyOf": .list([
          .object(["type": .string("boolean")]),
          .object(["enum": .list([.string("yes"), .string("no")])]),
        ])
      ]), write: { $0 ? "yes" : "no" }
    ) { text, _ throws(Mismatch) in
      switch text.lowercased() {
      case "yes", "true": return true
      case "no", "false": return false
      default: throw Mismatch()
      }
    }
  }
}

extension Kind<String> {
  /// A name, which also becomes part of file names and headings.
  package static func name(_ rule: String) -> Self {
    Kind(
      scalar: { _ in rule },
      schema: .object([
        "type": .list([.string("string"), .string("number")]), "minLength": .number(1),
        "maxLength": .number(Double(longestName)),
      ]), write: { $0 }
    ) { text, _ throws(Mismatch) in
      if let reason = whyNoName(text) { throw Mismatch(reason: reason) }
      return text
    }
  }
}

extension Kind<Currency> {
  package static var currency: Self {
    Kind(
      scalar: { _ in "the three capital letters of a currency (ISO 4217) such as `CNY`" },
      schema: .object(["type": .string("string"), "pattern": .string("^[A-Z]{3}$")]),
      write: \.code,
      repairs: { text, _ in
        let text = text.trimmed
        let named = Currency.names[text.lowercased()]?.first
        let near = nearest(to: text, among: Currency.commonCodes + Currency.codes.sorted())
        return [text.uppercased(), named, near].compactMap { $0 }
      }
    ) { text, _ throws(Mismatch) in
      guard Currency.codes.contains(text) else {
        let isCode = text.count == 3 && text.allSatisfy { $0.isASCII && $0.isUppercase }
        throw Mismatch(reason: isCode ? "`\(text)` is not the code of a currency." : nil)
      }
      return Currency(code: text)
    }
  }
}
