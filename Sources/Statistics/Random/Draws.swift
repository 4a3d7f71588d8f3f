/// What a draw is for, such as "purchase.threshold"; identified by the hash of its name.
public struct Purpose: Hashable, Sendable {
  public let code: UInt32

  public init(_ name: String) { code = nameHash(name) }
}

/// Whose draw it is: the hashed name of a segment and an index within it.
public struct Individual: Hashable, Sendable {
  public let family: UInt32
  public let index: UInt32

  @inline(__always)
  public init(family: UInt32, index: UInt32) {
    self.family = family
    self.index = index
  }
}

/// Every draw of one replication, as a pure function of (seed, replication, individual, purpose, index).
///
/// There is no sequential generator to share: the counter of Philox4x32-10 carries the individual, the
/// purpose and the index, its key the seed and the replication.
public struct Draws: Sendable {
  let key: SIMD2<UInt32>

  public init(seed: UInt64, replication: Int) {
    let first = Philox4x32.block(
      counter: SIMD4(UInt32(truncatingIfNeeded: replication), 0, 0, nameHash("replication")),
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32)))
    key = SIMD2(first[0], first[1])
  }

  /// The draws of one individual for one purpose.
  ///
  /// `index` counts repetitions, such as the n-th order. It lies below 2²⁰; the other twelve bits of its
  /// word count the blocks drawn, so that a sampler may take up to 8,192 words of 64 bits.
  @inline(__always)
  public func stream(_ who: Individual, _ purpose: Purpose, index: Int = 0) -> DrawStream {
    precondition(index >= 0 && index < 1 &<< 20, "a purpose has at most 2^20 draws per individual")
    return DrawStream(
      key: key,
      counter: SIMD4(UInt32(truncatingIfNeeded: index) &<< 12, purpose.code, who.index, who.family))
  }
}

/// The sequence of random words behind one draw; samplers take as many as they need.
public struct DrawStream: RandomNumberGenerator, Sendable {
  let key: SIMD2<UInt32>
  var counter: SIMD4<UInt32>
  var spare: UInt64 = 0
  var hasSpare = false

  @inline(__always)
  init(key: SIMD2<UInt32>, counter: SIMD4<UInt32>) {
    self.key = key
    self.counter = counter
  }

  @inline(__always)
  public mutating func next() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    return refill()
  }

  /// Kept out of line: the ten rounds in every sampler's loop cost more than the call.
  @inline(never)
  private mutating func refill() -> UInt64 {
    let block = Philox4x32.block(counter: counter, key: key)
    counter[0] &+= 1
    spare = UInt64(block[2]) | UInt64(block[3]) &<< 32
    hasSpare = true
    return UInt64(block[0]) | UInt64(block[1]) &<< 32
  }

  /// A uniform number in the open interval (0, 1), on a grid of 2⁻⁵² shifted by half a step.
  ///
  /// With a bit more, half a step could not be represented above ½, and the last value would round to 1.
  @inline(__always)
  public mutating func uniform() -> Double {
    (Double(next() &>> 12) + 0.5) * 0x1p-52
  }
}
