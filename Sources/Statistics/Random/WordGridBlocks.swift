/// Two blocks of Philox4x32 between rounds; each word in the lower half of its lane, the upper means nothing.
///
/// Lanes of 64 bits take and give whole products, so that nothing has to be moved between lanes.
struct WordGridBlocks {
  typealias Lanes = SIMD2<UInt64>

  var c0: Lanes
  var c1: Lanes
  var c2: Lanes
  var c3: Lanes

  /// One round.
  @inline(__always)
  mutating func advance(_ k0: UInt32, _ k1: UInt32) {
    let first = (c0 & 0xFFFF_FFFF) &* Philox4x32.multipliers.0
    let second = (c2 & 0xFFFF_FFFF) &* Philox4x32.multipliers.1
    c0 = second &>> 32 ^ c1 ^ Lanes(repeating: UInt64(k0))
    c1 = second
    c2 = first &>> 32 ^ c3 ^ Lanes(repeating: UInt64(k1))
    c3 = first
  }
}

/// The first two rounds of all blocks of a row, which differ in nothing but their number.
///
/// What does not depend on the number is computed once; the number's first product grows by addition.
struct WordGridOpening {
  private typealias Lanes = WordGridBlocks.Lanes

  /// The key of the third round.
  let k0: UInt32
  let k1: UInt32
  private let first2: Lanes
  private let second0: Lanes
  private let second2: Lanes
  private let second3: Lanes

  init(purpose: UInt32, family: UInt32, row: UInt32, key: SIMD2<UInt32>) {
    let next = (key[0] &+ Philox4x32.keySteps.0, key[1] &+ Philox4x32.keySteps.1)
    let byRow = UInt64(row) &* Philox4x32.multipliers.1
    let byFirst = ((byRow &>> 32) ^ UInt64(purpose ^ key[0])) &* Philox4x32.multipliers.0
    first2 = Lanes(repeating: UInt64(family ^ key[1]))
    second0 = Lanes(repeating: byRow ^ UInt64(next.0))
    second2 = Lanes(repeating: byFirst &>> 32 ^ UInt64(next.1))
    second3 = Lanes(repeating: byFirst)
    k0 = next.0 &+ Philox4x32.keySteps.0
    k1 = next.1 &+ Philox4x32.keySteps.1
  }

  /// Two blocks after two rounds, given their numbers times the first multiplier.
  @inline(__always)
  func blocks(_ product: SIMD2<UInt64>) -> WordGridBlocks {
    let second = ((product &>> 32 ^ first2) & 0xFFFF_FFFF) &* Philox4x32.multipliers.1
    return WordGridBlocks(
      c0: second &>> 32 ^ second0, c1: second, c2: product ^ second2, c3: second3)
  }
}
