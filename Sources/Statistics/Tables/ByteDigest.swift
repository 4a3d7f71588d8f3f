/// A fast digest of a few bytes, for tables of names and for telling rows apart.
///
/// Each eight bytes are folded into the state by a 64 × 64 → 128 bit product. Not for adversaries.
enum ByteDigest {
  static func digest(_ bytes: Span<UInt8>) -> UInt64 {
    let raw = unsafe bytes.bytes
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
    var position = 0
    while position + 8 <= raw.byteCount {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      state = fold(state ^ word, 0xE703_7ED1_A0B4_28DB)
      position += 8
    }
    var tail: UInt64 = 0
    while position < bytes.count {
      tail = tail &<< 8 | UInt64(bytes[position])
      position += 1
    }
    return fold(fold(state ^ tail, 0x8EBC_6AF0_9C88_C6E3), 0x5899_65CC_7537_4CC3)
  }

  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
