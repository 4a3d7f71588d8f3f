/// Decimals of up to eight bytes, such as 12.50, read without a branch that depends on where the point is.
///
/// In a column of numbers of different lengths a loop over digits is mispredicted at nearly every end.
enum ShortDecimal {
  static let longest = 8

  /// - Parameters:
  ///   - word: Eight bytes from the decimal's first on, as loaded from memory in little-endian order.
  ///   - length: How many of them are the decimal's, from 1 to 8.
  /// - Returns: The nearest double; nil where these are not digits with at most one point among them.
  @inline(__always)
  static func value(_ word: UInt64, length: Int) -> Double? {
    // The last digit moves to the highest byte, and zeros, not bytes of what follows, stand before the first.
    let isNegative = word & 0xFF == 0x2D
    let digitCount = isNegative ? length - 1 : length
    let unsigned = isNegative ? word &>> 8 : word
    guard digitCount > 0 else { return nil }
    let fill = UInt64(64 - 8 * digitCount)
    var bytes = (unsigned &<< fill) ^ (zeros &<< fill)
    let decimals: Int
    let point = (bytes ^ (pointMark &<< fill) | ~(UInt64.max &<< fill)).firstZeroByte
    if point == 0 {
      decimals = 0
    } else {
      guard digitCount > 1 else { return nil }
      let place = point.trailingZeroBitCount & ~7
      decimals = (56 - place) / 8
      let below = bytes & ((1 &<< UInt64(place)) &- 1)
      let above = ~UInt64(0xFF) &<< UInt64(place)
      bytes = (bytes & above) | (below &<< 8)
    }
    guard (bytes &+ 0x7676_7676_7676_7676 | bytes) & 0x8080_8080_8080_8080 == 0 else { return nil }
    // Pairs, fours and eights of digits are joined by three products.
    bytes = (bytes &* 2561) &>> 8
    bytes = ((bytes & 0x00FF_00FF_00FF_00FF) &* 6_553_601) &>> 16
    bytes = ((bytes & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) &>> 32
    let whole = isNegative ? -Double(bytes) : Double(bytes)
    return decimals == 0 ? whole : whole / Decimal.powers[decimals]
  }

  /// The same with a comma for the point; nil also where there is a point.
  @inline(__always)
  static func withComma(_ word: UInt64, length: Int) -> Double? {
    guard length > 0, length <= longest else { return nil }
    let point = (word ^ 0x2E2E_2E2E_2E2E_2E2E).firstZeroByte
    guard point == 0 || point.trailingZeroBitCount / 8 >= length else { return nil }
    let others = word ^ 0x2C2C_2C2C_2C2C_2C2C
    let commas = ~(((others & ~highBits) &+ ~highBits) | others | ~highBits)
    // A comma differs from a point in this bit alone.
    return value(word ^ (commas &>> 6), length: length)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  /// `0` in every byte.
  private static let zeros: UInt64 = 0x3030_3030_3030_3030
  /// What a point becomes once `0` has been taken away from it.
  private static let pointMark: UInt64 = 0x1E1E_1E1E_1E1E_1E1E
}
