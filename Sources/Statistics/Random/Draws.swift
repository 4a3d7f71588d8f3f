/// What a draw is for, such as "purchase.threshold"; identified by the hash of its name.
public struct Purpose: Hashable, Sendable {
  public let code: UInt32

  public init(_ name: String) { code = nameHash(name) }

  /// The same for a name that is known when the program is built.
  @inlinable @inline(__always)
  public init(fixed name: StaticString) { code = nameHash(fixed: name) }
}

/// Whose draw it is: the hashed name of a segment and an index within it.
public struct Individual: Hashable, Sendable {
  public let family: UInt32
  public let index: UInt32

  @inlinable @inline(__always)
  public init(family: UInt32, index: UInt32) {
    self.family = family
    self.index = index
  }
}

/// Every draw of one replication, as a pure function of (seed, replication, individual, purpose, index).
///
/// There is no sequential generator to share: the counter of Philox2x64-10 carries the individual, the
/// purpose and the index, its key the seed and the replication.
public struct Draws: Sendable {
  @usableFromInline let key: UInt64
  @usableFromInline let layers = ZigguratLayers.all

  public init(seed: UInt64, replication: Int) {
    let first = Philox4x32.block(
      counter: SIMD4(UInt32(truncatingIfNeeded: replication), 0, 0, nameHash("replication")),
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32)))
    key = UInt64(first[0]) | UInt64(first[1]) &<< 32
  }

  /// The draws of one individual for one purpose.
  ///
  /// `index` counts repetitions, such as the n-th order. It lies below 2²⁰; the other twelve bits of its
  /// word count the blocks drawn, so that a sampler may take up to 8,192 words of 64 bits.
  @inlinable @inline(__always)
  public func stream(_ who: Individual, _ purpose: Purpose, index: Int = 0) -> DrawStream {
    precondition(index >= 0 && index < 1 &<< 20, "a purpose has at most 2^20 draws per individual")
    return DrawStream(
      key: key, layers: layers,
      counter: (
        UInt64(purpose.code) &<< 32 | UInt64(index) &<< 12,
        UInt64(who.family) &<< 32 | UInt64(who.index)
      ))
  }
}

/// The sequence of random words behind one draw; samplers take as many as they need.
///
/// Every draw takes at least one word, so the first block is computed with the stream: where several streams are made
/// one after the other, a processor computes their blocks at the same time.
public struct DrawStream: RandomNumberGenerator, Sendable {
  @usableFromInline let key: UInt64
  @usableFromInline let layers: ZigguratLayers
  /// The next block's.
  @usableFromInline var counter: (UInt64, UInt64)
  /// The words of the last block that have not been taken, the next one first.
  @usableFromInline var words: (UInt64, UInt64)
  @usableFromInline var wordsLeft = 2

  @inlinable @inline(__always)
  init(key: UInt64, layers: ZigguratLayers, counter: (UInt64, UInt64)) {
    self.key = key
    self.layers = layers
    self.counter = counter
    words = Self.words(counter.0, counter.1, key: key)
    self.counter.0 &+= 1
  }

  /// The words of one block, in the processor's registers all the way.
  ///
  /// Kept out of line: ten rounds at every draw would crowd out of the cache of instructions what they are drawn for.
  @usableFromInline @inline(never)
  static func words(_ c0: UInt64, _ c1: UInt64, key: UInt64) -> (UInt64, UInt64) {
    Philox2x64.block(counter: (c0, c1), key: key)
  }

  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    if wordsLeft == 0 { refill() }
    wordsLeft &-= 1
    let word = words.0
    words.0 = words.1
    return word
  }

  @usableFromInline @inline(never)
  mutating func refill() {
    words = Self.words(counter.0, counter.1, key: key)
    wordsLeft = 2
    counter.0 &+= 1
  }

  /// A uniform number in the open interval (0, 1), on a grid of 2⁻⁵² shifted by half a step.
  ///
  /// With a bit more, half a step could not be represented above ½, and the last value would round to 1.
  @inlinable @inline(__always)
  public mutating func uniform() -> Double {
    (Double(next() &>> 12) + 0.5) * 0x1p-52
  }
}
