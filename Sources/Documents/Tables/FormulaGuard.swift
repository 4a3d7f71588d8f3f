/// The apostrophe that keeps spreadsheets from taking text for a formula.
///
/// It goes in front of text that begins, after spaces and tabs, with = + - @ or their fullwidth forms, and of
/// text that begins with a control character. Text that begins with an apostrophe and would need one without
/// it gets another, so that `withoutGuard` gives back every text as it was.
public enum FormulaGuard {
  private static let signs: [Unicode.Scalar] = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  /// Text as it is written.
  package static func guarded(_ text: String) -> String {
    isNeeded(text.unicodeScalars[...]) ? "'" + text : text
  }

  /// Text as it was before it was written.
  public static func withoutGuard(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.first == "'", isNeeded(scalars.dropFirst()) else { return text }
    return String(scalars.dropFirst())
  }

  private static func isNeeded(_ text: Substring.UnicodeScalarView) -> Bool {
    let text = text.drop { $0 == "'" }
    guard let first = text.first else { return false }
    if first.value < 0x20 { return true }
    return text.first { $0 != " " && $0 != "\t" }.map(signs.contains) ?? false
  }

  /// Whether it is a sign and then digits, with what is written between the digits of numbers and of
  /// telephone numbers: nothing a spreadsheet could call.
  static func isSignedNumber(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-"),
      let second = bytes.dropFirst().first, (0x30...0x39).contains(second)
    else { return false }
    return bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 || $0 == 0x2E }
  }
}
