package import Documents
import RealModule

/// Numbers for people: commas between thousands, a minus sign that is one, no more digits than are of use.
public enum Readable {
  /// With exactly so many decimals.
  public static func number(_ value: Double, decimals: Int, isSigned: Bool = false) -> String {
    let plain = Decimals.fixed(value.magnitude, decimals)
    let isZero = !plain.contains { ("1"..."9").contains($0) }
    let sign = isZero ? "" : value < 0 ? "−" : isSigned ? "+" : ""
    return sign + grouped(plain)
  }

  /// Such as `1 replication` or `30 replications`.
  package static func counted(_ count: Int, _ thing: String) -> String {
    "\(self.count(count)) \(thing)\(count == 1 ? "" : "s")"
  }

  package static func count(_ value: Int) -> String { number(Double(value), decimals: 0) }

  /// Minor units as an amount, with the currency's decimals only where `isExact`.
  package static func money(
    _ minor: Double, _ currency: Currency, isExact: Bool, isSigned: Bool = false
  ) -> String {
    number(
      minor / currency.scale, decimals: isExact ? currency.decimals : 0, isSigned: isSigned)
  }

  /// In percent.
  public static func share(_ value: Double, decimals: Int = 1) -> String {
    number(value * 100, decimals: decimals) + "%"
  }

  /// A share of markets in whole per cent, such as `72%`, or `>99%` where it is short of all.
  ///
  /// - Parameters:
  ///   - value: The share.
  ///   - least: The least that can be told: what comes to that, or to all but that, is a bound, such as `<10%`.
  /// - Returns: The share in words.
  package static func chance(_ value: Double, least: Double = 0) -> String {
    let rest = beyond(least)
    return if isBound(value, least: least) {
      value < 0.5 ? "<\(rest)%" : ">\(100 - rest)%"
    } else {
      share(value, decimals: 0)
    }
  }

  /// Whether a share of markets can only be said to be below or above something.
  package static func isBound(_ value: Double, least: Double) -> Bool {
    if value <= 0 || value >= 1 { return least > 0 }
    // Shares are quotients, and may be off in their last bit.
    let end = max(0.01, least * (1 + 1e-9))
    return value < end || value >= 1 - end
  }

  /// The whole per cent that a least chance is below.
  package static func beyond(_ least: Double) -> Int { Int(least * 100) + 1 }

  /// A chance with four decimals, or with three digits and a power of ten where those say nothing.
  package static func pValue(_ value: Double) -> String {
    if value >= 0.001 { return number(value, decimals: 4) }
    // No double is nearer to 0 without being it.
    if value == 0 { return "<1e-300" }
    let exponent = Int(Double.log10(value).rounded(.down))
    // In two steps, since the power alone may be no double.
    let mantissa = value * Decimals.power(-exponent / 2) * Decimals.power(-exponent - -exponent / 2)
    return "\(number(mantissa, decimals: 2))e\(exponent)"
  }

  /// Such as `p = 0.0314`.
  package static func pPhrase(_ value: Double) -> String {
    value == 0 ? "p < 1e-300" : "p = \(pValue(value))"
  }

  /// The power of ten that figures as large as the largest of these are rounded to, for three digits.
  package static func step(_ values: [Double], digits: Int = 3) -> Double {
    let largest = values.map(\.magnitude).max() ?? 0
    guard largest > 0, largest.isFinite else { return 1 }
    let exponent = Int(Double.log10(largest).rounded(.down)) - digits + 1
    return exponent >= 0 ? Decimals.power(exponent) : 1 / Decimals.power(-exponent)
  }

  private static func grouped(_ plain: String) -> String {
    let parts = plain.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, whole.allSatisfy(\.isNumber) else { return plain }
    var digits = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { digits.append(",") }
      digits.append(digit)
    }
    return parts.count > 1 ? "\(digits).\(parts[1])" : digits
  }
}
