extension Span<UInt8> {
  /// The exponent at the end of a decimal number, such as `e-3`, from its letter on.
  ///
  /// - Parameters:
  ///   - start: Where the letter is.
  ///   - mostDigits: Digits it may have; more could mean nothing.
  /// - Returns: nil where that is no exponent to the last byte.
  public func decimalExponent(from start: Int, mostDigits: Int) -> Int? {
    guard self[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var position = start + 1
    var sign = 1
    if position < count, self[position] == UInt8(ascii: "-") || self[position] == 0x2B {
      sign = self[position] == 0x2B ? 1 : -1
      position += 1
    }
    guard position < count, count - position <= mostDigits else { return nil }
    var value = 0
    while position < count {
      guard case let digit = self[position] &- 0x30, digit < 10 else { return nil }
      value = value * 10 + Int(digit)
      position += 1
    }
    return sign * value
  }
}
