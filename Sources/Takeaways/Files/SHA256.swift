/// SHA-256 of FIPS 180-4, for telling files apart; no secrets pass through it.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Fewer than a block.
  private var waiting: [UInt8] = []
  private var length: UInt64 = 0

  public init() {}

  /// The digest of some bytes in lower-case hexadecimal.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hex()
  }

  public mutating func update(_ bytes: some Sequence<UInt8>) {
    var joined = waiting + bytes
    length += UInt64(joined.count - waiting.count) * 8
    let whole = joined.count / 64 * 64
    compress(joined.span.extracting(0..<whole))
    joined.removeFirst(whole)
    waiting = joined
  }

  /// The digest of everything passed so far in lower-case hexadecimal.
  public func hex() -> String {
    var last = self
    let zeros = [UInt8](repeating: 0, count: (119 - waiting.count) % 64)
    let bits = (0..<8).reversed().map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    last.update([0x80] + zeros + bits)
    return last.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// Section 6.2.2: whole blocks of 64 bytes.
  private mutating func compress(_ bytes: Span<UInt8>) {
    let constants = Self.constants.span
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    var (s0, s1, s2, s3) = (state[0], state[1], state[2], state[3])
    var (s4, s5, s6, s7) = (state[4], state[5], state[6], state[7])
    for start in stride(from: 0, to: bytes.count, by: 64) {
      for t in 0..<16 {
        let place = start + 4 * t
        schedule[t] =
          UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
          | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
      }
      for t in 16..<64 {
        let (near, far) = (schedule[t - 2], schedule[t - 15])
        let small1 = near.rotated(17) ^ near.rotated(19) ^ near >> 10
        let small0 = far.rotated(7) ^ far.rotated(18) ^ far >> 3
        schedule[t] = small1 &+ schedule[t - 7] &+ small0 &+ schedule[t - 16]
      }
      var (a, b, c, d, e, f, g, h) = (s0, s1, s2, s3, s4, s5, s6, s7)
      for t in 0..<64 {
        let big1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
        let big0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
        let choice = e & f ^ ~e & g
        let majority = a & b ^ a & c ^ b & c
        let first = h &+ big1 &+ choice &+ constants[t] &+ schedule[t]
        let second = big0 &+ majority
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
      (s0, s1, s2, s3) = (s0 &+ a, s1 &+ b, s2 &+ c, s3 &+ d)
      (s4, s5, s6, s7) = (s4 &+ e, s5 &+ f, s6 &+ g, s7 &+ h)
    }
    state = [s0, s1, s2, s3, s4, s5, s6, s7]
  }

  /// Section 4.2.2: the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = {
    var primes: [UInt32] = []
    var candidate: UInt32 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { cubeRootFraction($0) }
  }()

  /// The first 32 bits after the point of ∛n, by integers: ⌊∛(n·2⁹⁶)⌋ mod 2³².
  private static func cubeRootFraction(_ number: UInt32) -> UInt32 {
    let target = UInt128(number) << 96
    var root: UInt128 = 0
    for bit in (0..<36).reversed() {
      let candidate = root | 1 << UInt128(bit)
      if candidate * candidate * candidate <= target { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}

extension UInt32 {
  fileprivate func rotated(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}
