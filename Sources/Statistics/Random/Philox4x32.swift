/// Philox4x32-10, a counter-based generator: 128 bits of counter and 64 bits of key in, 128 random bits out.
///
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
public enum Philox4x32 {
  /// What the first and third word are multiplied by in every round.
  @usableFromInline static let multipliers: (UInt64, UInt64) = (0xD251_1F53, 0xCD9E_8D57)
  /// What is added to the key after every round.
  @usableFromInline static let keySteps: (UInt32, UInt32) = (0x9E37_79B9, 0xBB67_AE85)

  @inlinable @inline(__always)
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<10 {
      let first = multipliers.0 &* UInt64(c0)
      let second = multipliers.1 &* UInt64(c2)
      (c0, c1, c2, c3) = (
        UInt32(truncatingIfNeeded: second &>> 32) ^ c1 ^ k0,
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first &>> 32) ^ c3 ^ k1,
        UInt32(truncatingIfNeeded: first)
      )
      k0 &+= keySteps.0
      k1 &+= keySteps.1
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
