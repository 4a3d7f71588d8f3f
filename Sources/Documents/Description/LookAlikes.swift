/// In what two names differ that read as the same: nobody could say which of them is meant.
package struct LookAlike: Sendable, Equatable {
  private let differences: [Difference]

  /// `nil` where they are the same, or differ in what anybody reads.
  package init?(_ name: String, _ other: String) {
    guard !name.utf8.elementsEqual(other.utf8), name.asRead == other.asRead else { return nil }
    // What has to be overlooked for them to be the same.
    differences = Difference.allCases.filter { difference in
      let (first, second) = (name.asRead(but: difference), other.asRead(but: difference))
      return difference == .composition
        ? !first.unicodeScalars.elementsEqual(second.unicodeScalars) : first != second
    }
  }

  /// Whether they cannot be told apart by looking closely.
  package var isInvisible: Bool { differences.allSatisfy { $0 != .width && $0 != .capitals } }

  /// In what they differ, to follow “only in”.
  package var clause: String {
    let words = differences.map(\.rawValue)
    guard let last = words.last else { return "what nobody reads" }
    return words.count == 1
      ? last : words.dropLast().joined(separator: ", ") + " and in " + last
  }

  fileprivate enum Difference: String, CaseIterable {
    case composition = "how letters with accents are put together, which nobody sees"
    case invisible = "characters that nobody sees"
    case spaces = "the kind or number of spaces"
    case width = "the width of letters or signs"
    case capitals = "capital and small letters"
  }
}

extension String {
  /// A name as it is read: two that read the same are taken for one.
  package var asRead: String { asRead(but: nil) }

  /// The same, but for one difference that is not overlooked.
  ///
  /// Strings that differ in how letters are composed are equal already.
  fileprivate func asRead(but kept: LookAlike.Difference?) -> String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      let plain = isWide && kept != .width ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
      if kept != .invisible, scalar.properties.isDefaultIgnorableCodePoint { continue }
      scalars.append(plain ?? scalar)
    }
    var text = String(scalars)
    if kept != .spaces {
      text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return kept == .capitals ? text : text.lowercased()
  }
}
