/// A fast digest of a few bytes, for tables of names and for telling rows apart.
///
/// Each eight bytes are folded into the state by a 64 × 64 → 128 bit product. Not for adversaries.
enum ByteDigest {
  static func digest(_ bytes: Span<UInt8>) -> UInt64 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
    var position = 0
    while position + 8 <= bytes.count {
      state = fold(state ^ bytes.word(at: position), 0xE703_7ED1_A0B4_28DB)
      position += 8
    }
    let tail = bytes.word(at: position)
    return fold(fold(state ^ tail, 0x8EBC_6AF0_9C88_C6E3), 0x5899_65CC_7537_4CC3)
  }

  /// Of two words.
  @inline(__always)
  static func digest(_ first: UInt64, _ second: UInt64) -> UInt64 {
    fold(first ^ 0x8EBC_6AF0_9C88_C6E3, fold(second ^ 0x9E37_79B9_7F4A_7C15, 0x5899_65CC_7537_4CC3))
  }

  @inline(__always)
  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
