/// A figure taken apart: what its marks can mean, before it is known which of them stands before decimals.
///
/// Digits may be grouped by a point or a comma (whichever is not before the decimals), by spaces or apostrophes
/// (`DigitGroups`). Signs may stand before or after, or be parentheses.
struct WrittenNumber {
  private(set) var isNegative = false
  private(set) var isPercent = false
  /// Digits and marks, without signs.
  private(set) var body: ArraySlice<UInt8> = []
  /// Where the exponent begins.
  private var exponent: ArraySlice<UInt8> = []

  /// nil where it is no figure whatever its marks mean.
  init?(_ folded: [UInt8]) {
    var rest = folded[...]
    func trim() {
      while rest.first == 0x20 { rest.removeFirst() }
      while rest.last == 0x20 { rest.removeLast() }
    }
    func take(first sign: UInt8) -> Bool {
      guard rest.first == sign else { return false }
      rest.removeFirst()
      trim()
      return true
    }
    func take(last sign: UInt8) -> Bool {
      guard rest.last == sign else { return false }
      rest.removeLast()
      trim()
      return true
    }
    trim()
    if take(last: UInt8(ascii: "%")) { isPercent = true }
    if rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") {
      rest = rest.dropFirst().dropLast()
      trim()
      isNegative = true
    }
    if !isPercent, take(last: UInt8(ascii: "%")) { isPercent = true }
    if !isNegative {
      if take(first: UInt8(ascii: "-")) {
        isNegative = true
      } else if !take(first: UInt8(ascii: "+")), take(last: UInt8(ascii: "-")) {
        isNegative = true
      }
    }
    if let mark = rest.firstIndex(where: { $0 & 0xDF == UInt8(ascii: "E") }) {
      exponent = rest[mark...]
      rest = rest[..<mark]
      guard exponent.span.decimalExponent(from: 0, mostDigits: 6) != nil else { return nil }
    }
    guard let last = rest.last, rest.contains(where: { Self.isDigit($0) }) else { return nil }
    for byte in rest where !Self.isDigit(byte) {
      guard [0x2E, 0x2C, 0x20, 0x27].contains(byte) else { return nil }
    }
    guard Self.isDigit(last) || last == 0x2E || last == 0x2C else { return nil }
    body = rest
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether it is a figure where this mark stands before decimals.
  func isFigure(_ mark: DecimalMark) -> Bool { DigitGroups.isFigure(body.span, mark) }

  /// The plain decimal, such as `-1210.50`, added to `plain`.
  func write(_ mark: DecimalMark, to plain: inout [UInt8]) {
    if isNegative { plain.append(UInt8(ascii: "-")) }
    DigitGroups.write(body.span, mark, to: &plain)
    guard isPercent else {
      plain.append(contentsOf: exponent)
      return
    }
    let power = exponent.isEmpty ? 0 : exponent.span.decimalExponent(from: 0, mostDigits: 6) ?? 0
    plain.append(contentsOf: "e\(power - 2)".utf8)
  }
}
