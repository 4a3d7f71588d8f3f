extension Unicode.Scalar {
  /// Whether a terminal would obey it instead of showing it: control characters, and what turns the direction
  /// of writing (Unicode Standard Annex 9) and so can make a text read as another.
  package var isObeyedByTerminals: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  /// Without what a terminal would obey.
  package var printable: String {
    String(
      String.UnicodeScalarView(unicodeScalars.map { $0.isObeyedByTerminals ? " " : $0 }))
  }

  /// With `\u001B` in the place of an escape character, and so on for all that a terminal would obey but
  /// ends of lines and tabs; within JSON that reads back as the same text.
  ///
  /// - Parameter exceptStyles: Whether the sequences of `Style` stay.
  /// - Returns: What may be sent to a terminal.
  public func withControlsEscaped(exceptStyles: Bool = false) -> String {
    func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isObeyedByTerminals && scalar != "\n" && scalar != "\t"
    }
    guard unicodeScalars.contains(where: isEscaped) else { return self }
    var shown = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.first {
      if exceptStyles, scalar == "\u{1B}",
        let style = Style.sequences.first(where: { rest.starts(with: $0.unicodeScalars) })
      {
        shown.append(contentsOf: style.unicodeScalars)
        rest = rest.dropFirst(style.unicodeScalars.count)
        continue
      }
      if isEscaped(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        shown.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      } else {
        shown.append(scalar)
      }
      rest = rest.dropFirst()
    }
    return String(shown)
  }
}
