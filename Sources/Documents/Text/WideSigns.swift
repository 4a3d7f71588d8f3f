/// The full-width digits and punctuation of a text, as Chinese and Japanese keyboards type them,
/// and the text in the signs a scenario is written in.
package struct WideSigns: Sendable, Equatable {
  /// The text as it was meant; quotation marks around the whole of it are gone.
  package let plain: String
  /// Each sign once, in the order of the text, with what to write instead.
  package let signs: [Sign]

  package struct Sign: Sendable, Equatable {
    package let written: Character
    package let meant: String
  }

  package init(_ text: String) {
    var signs: [Sign] = []
    var plain = ""
    for character in text {
      guard let meant = Self.meaning(of: character) else {
        plain.append(character)
        continue
      }
      plain += meant
      if !signs.contains(where: { $0.written == character }) {
        // A wave between two figures is meant to be a range.
        signs.append(Sign(written: character, meant: meant == "~" ? ".." : meant))
      }
    }
    self.signs = signs
    let unquoted = plain.trimmed.drop { Self.quotes.contains($0) }
    let isQuoted = !signs.isEmpty && unquoted.last.map(Self.quotes.contains) == true
    self.plain = isQuoted ? String(unquoted.dropLast()) : plain.trimmed
  }

  package var isEmpty: Bool { signs.isEmpty }

  /// Which signs are full-width and what to write instead, in a sentence; `nil` without any.
  package var reason: String? {
    guard !signs.isEmpty else { return nil }
    let shown = signs.prefix(4)
    func names(_ list: [String]) -> String {
      listed(list, joint: "and").replacing("`a wide space`", with: "A wide space")
        .replacing("`a usual space`", with: "a usual space")
    }
    let isOne = shown.count == 1
    let written = names(shown.map { $0.written == "\u{3000}" ? "a wide space" : "\($0.written)" })
    let meant = shown.map { $0.meant == " " ? "a usual space" : $0.meant }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return
      "\(written) \(isOne ? "is a full-width sign" : "are full-width signs"): write \(names(meant))."
  }

  private static let quotes: Set<Character> = ["\"", "'"]

  /// What a sign stands for, or `nil` where it is none of the full-width ones.
  private static func meaning(of character: Character) -> String? {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return nil }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
    case 0x3000: return " "
    case 0x3001: return ","
    case 0x3002, 0xFF61: return "."
    case 0x201C, 0x201D, 0x300C...0x300F: return "\""
    case 0x2018, 0x2019: return "'"
    case 0x3010, 0x3014: return "["
    case 0x3011, 0x3015: return "]"
    case 0x301C: return "~"
    case 0xFFE1: return "£"
    case 0xFFE5: return "¥"
    default: return nil
    }
  }
}
