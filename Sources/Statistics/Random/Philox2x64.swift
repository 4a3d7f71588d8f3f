/// Philox2x64-10, a counter-based generator: 128 bits of counter and 64 bits of key in, 128 random bits out.
///
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11. One block alone takes half the
/// instructions of ``Philox4x32``, whose narrow products suit lanes that compute several blocks side by side.
public enum Philox2x64 {
  /// What the first word is multiplied by in every round.
  @usableFromInline static let multiplier: UInt64 = 0xD2B7_4407_B1CE_6E93
  /// What is added to the key after every round.
  @usableFromInline static let keyStep: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inlinable @inline(__always)
  public static func block(counter: (UInt64, UInt64), key: UInt64) -> (UInt64, UInt64) {
    var (c0, c1, k) = (counter.0, counter.1, key)
    for _ in 0..<10 {
      let product = multiplier.multipliedFullWidth(by: c0)
      (c0, c1) = (product.high ^ k ^ c1, product.low)
      k &+= keyStep
    }
    return (c0, c1)
  }
}
