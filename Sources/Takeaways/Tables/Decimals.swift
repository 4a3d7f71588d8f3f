import Foundation

/// Numbers as text, the same on every machine: a dot before the decimals, never a locale.
package enum Decimals {
  /// With exactly so many decimals, halves rounded away from zero.
  ///
  /// Beyond 2⁶³ units of the last decimal the shortest exact text is written instead.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard let units = Int64(exactly: (value * power(decimals)).rounded()) else { return "\(value)" }
    return pointed(units, decimals)
  }

  /// With at most so many decimals and no zeros at the end.
  package static func trimmed(_ value: Double, _ decimals: Int) -> String {
    withoutZerosAtTheEnd(fixed(value, decimals))
  }

  /// As `trimmed`, but the decimals nearest to the number as it is stored in binary, as C writes them.
  ///
  /// Nothing is multiplied before it is rounded, so that every digit holds however large the number is;
  /// what is read back and fitted again should not move.
  package static func nearest(_ value: Double, _ decimals: Int) -> String {
    withoutZerosAtTheEnd(String(format: "%.\(decimals)f", value))
  }

  /// With so many digits that count, such as 4.414 or 0.2426 of four; whole numbers in full.
  package static func significant(_ value: Double, _ digits: Int) -> String {
    fixed(value, places(value, digits: digits))
  }

  /// The decimals that leave a number so many digits that count.
  package static func places(_ value: Double, digits: Int) -> Int {
    guard value != 0, value.isFinite else { return 0 }
    return max(0, digits - 1 - Int(log10(value.magnitude).rounded(.down)))
  }

  /// An amount in minor units of a currency of so many decimals, in major units, with some decimals more or,
  /// where `further` is negative, fewer.
  package static func money(_ minor: Double, decimals: Int, further: Int = 0) -> String {
    let last = further < 0 ? minor / power(-further) : minor * power(further)
    guard let units = Int64(exactly: last.rounded()) else { return "\(minor / power(decimals))" }
    return pointed(units, decimals + further)
  }

  package static func power(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1.0) { power, _ in power * 10 }
  }

  private static func withoutZerosAtTheEnd(_ text: String) -> String {
    guard text.contains("."), !text.contains("e") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// An integer number of units of the last decimal.
  private static func pointed(_ units: Int64, _ decimals: Int) -> String {
    var digits = String(units.magnitude)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    if decimals > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals)) }
    return units < 0 ? "-" + digits : digits
  }
}
