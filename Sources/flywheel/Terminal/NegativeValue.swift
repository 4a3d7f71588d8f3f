/// A negative number behind an option that takes none: the parser holds it for an option of its own.
enum NegativeValue {
  /// What the parser says of it, in words that fit.
  static func explained(_ text: String, given arguments: [String]) -> String {
    for (option, value) in zip(arguments, arguments.dropFirst())
    where option.hasPrefix("--") && isNegative(value) {
      if let told = replacing("Missing value for '\(option)", of: option, in: text)
        ?? replacing("The value '\(value)' is invalid for '\(option)", of: option, in: text)
      {
        return told
      }
    }
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, isNegative(parts[1]) else { continue }
      let said = "The value '\(parts[1])' is invalid for '\(parts[0])"
      if let told = replacing(said, of: parts[0], in: text) { return told }
    }
    return text
  }

  private static func isNegative(_ text: String) -> Bool {
    guard let sign = text.first, "-−".contains(sign) else { return false }
    return text.dropFirst().drop { $0 == "." }.first?.isNumber == true
  }

  /// The text with another reason, up to the end of its line; nil where it gives none that begins so.
  private static func replacing(_ reason: String, of option: String, in text: String) -> String? {
    guard let start = text.firstRange(of: reason) else { return nil }
    // `--seed` is not `--seeds`.
    guard let next = text[start.upperBound...].first, " '".contains(next) else { return nil }
    let rest = text[start.upperBound...].drop { !$0.isNewline }
    return text[..<start.lowerBound] + "\(option) must not be negative." + rest
  }
}
