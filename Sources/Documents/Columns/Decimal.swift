/// Sign, digits and exponent of a decimal number: ± digits × 10^exponent.
struct Decimal {
  var digits: UInt64 = 0
  var exponent = 0
  var isNegative = false
  /// More digits than the integer holds.
  var isCut = false

  /// nil where the text is no decimal number from its first byte to its last.
  init?(_ text: Span<UInt8>) {
    let count = text.count
    var position = 0
    guard count > 0 else { return nil }
    if text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
      isNegative = text[0] == UInt8(ascii: "-")
      position = 1
    }
    let first = position
    while position < count, case let digit = text[position] &- 0x30, digit < 10 {
      digits = digits &* 10 &+ UInt64(digit)
      position += 1
    }
    var length = position - first
    if position < count, text[position] == UInt8(ascii: ".") {
      position += 1
      let point = position
      while position < count, case let digit = text[position] &- 0x30, digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
        position += 1
      }
      exponent = point - position
      length += position - point
    }
    guard length > 0 else { return nil }
    isCut = length > 19
    if position < count {
      guard let further = text.decimalExponent(from: position, mostDigits: 6) else { return nil }
      exponent += further
    }
  }

  /// The nearest double where one rounding gives it.
  ///
  /// Up to 2⁵³ the digits are a double, up to 10²² the power of ten is one: their product or quotient is then
  /// rounded once (Clinger, "How to read floating point numbers accurately", PLDI 1990).
  var exact: Double? {
    guard !isCut, digits <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
    let whole = isNegative ? -Double(digits) : Double(digits)
    if exponent == 0 { return whole }
    return exponent < 0 ? whole / Self.powers[-exponent] : whole * Self.powers[exponent]
  }

  static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
