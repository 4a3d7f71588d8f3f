/// Numbers as text, the same on every machine: a dot before the decimals, never a locale.
enum Decimals {
  /// With exactly so many decimals, halves rounded away from zero.
  ///
  /// Beyond 2⁶³ units of the last decimal the shortest exact text is written instead.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard let units = Int64(exactly: (value * power(decimals)).rounded()) else { return "\(value)" }
    return pointed(units, decimals)
  }

  /// With at most so many decimals and no zeros at the end.
  static func trimmed(_ value: Double, _ decimals: Int) -> String {
    var text = fixed(value, decimals)
    guard text.contains("."), !text.contains("e") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// An amount in minor units of a currency of so many decimals, in major units, with some decimals more.
  static func money(_ minor: Double, decimals: Int, further: Int = 0) -> String {
    guard let units = Int64(exactly: (minor * power(further)).rounded()) else {
      return "\(minor / power(decimals))"
    }
    return pointed(units, decimals + further)
  }

  static func power(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1.0) { power, _ in power * 10 }
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
