/// What points, commas, spaces and apostrophes mean among digits, once it is known which mark stands before
/// decimals.
enum DigitGroups {
  /// Whether digits and marks are a figure where this mark stands before decimals.
  ///
  /// Another mark, always the same, may group digits: a first group of one to three that does not begin with
  /// 0, then groups of three; by commas also as in India, 1,20,000.
  static func isFigure(_ text: Span<UInt8>, _ mark: DecimalMark) -> Bool {
    var (run, groups, first, hasDecimals) = (0, 0, 0, false)
    var separator: UInt8 = 0
    var (areThrees, areTwos) = (true, true)
    for place in text.indices {
      let byte = text[place]
      if byte >= 0x30, byte <= 0x39 {
        run += 1
        continue
      }
      guard !hasDecimals else { return false }
      if byte == mark.rawValue {
        guard groups == 0 || run == 3 else { return false }
        hasDecimals = true
      } else if groups == 0 {
        guard (1...3).contains(run), text[0] != 0x30 else { return false }
        (separator, first, groups) = (byte, run, 1)
      } else {
        guard byte == separator else { return false }
        (areThrees, areTwos) = (areThrees && run == 3, areTwos && run == 2)
        groups += 1
      }
      run = 0
    }
    guard hasDecimals || groups == 0 || run == 3 else { return false }
    return areThrees || areTwos && separator == DecimalMark.comma.rawValue && first <= 2
  }

  /// Adds the digits to `plain`, with a point before decimals.
  static func write(_ text: Span<UInt8>, _ mark: DecimalMark, to plain: inout [UInt8]) {
    for place in text.indices {
      let byte = text[place]
      if byte >= 0x30, byte <= 0x39 { plain.append(byte) }
      if byte == mark.rawValue { plain.append(UInt8(ascii: ".")) }
    }
  }

  /// Whether all digits are 0.
  static func isNothing(_ text: Span<UInt8>) -> Bool {
    text.indices.allSatisfy { text[$0] <= 0x30 || text[$0] > 0x39 }
  }
}
