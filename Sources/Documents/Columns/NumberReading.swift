/// A number as written in a cell, or why there is none.
///
/// Decimal numbers such as `-12.50` or `1.5e-3` with a dot, spaces around them allowed. What is read is the
/// double nearest to the decimal, so that every double written with enough digits comes back bit by bit.
public enum NumberReading: Equatable, Sendable {
  case number(Double)
  /// An empty cell, or a word that says so (`MissingWord`).
  case missing
  /// Anything else, and numbers beyond the range of a double.
  case unreadable

  public init(_ text: Span<UInt8>) {
    guard let decimal = Decimal(text), let number = decimal.exact else {
      self = Self.slowly(text)
      return
    }
    self = .number(number)
  }

  /// Spaces, words, and decimals that two roundings could spoil.
  private static func slowly(_ text: Span<UInt8>) -> NumberReading {
    guard let range = text.withoutSpaces else { return .missing }
    let text = text.extracting(range)
    guard Decimal(text) != nil else { return MissingWord.isSaid(by: text) ? .missing : .unreadable }
    guard let number = Double(DecodedText(text).text), number.isFinite else { return .unreadable }
    return .number(number)
  }

  /// The number, not a number where it is missing; nil where it is unreadable.
  var valueOrMissing: Double? {
    switch self {
    case .number(let value): value
    case .missing: .nan
    case .unreadable: nil
    }
  }
}
