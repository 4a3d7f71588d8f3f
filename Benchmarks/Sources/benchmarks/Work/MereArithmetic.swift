import Statistics

/// Work that touches no memory: how much faster two threads do it is what the machine has to give.
enum MereArithmetic {
  private static let pieces = 8
  private static let blocksPerPiece = 3_000_000

  /// All pieces, so many at a time.
  ///
  /// - Returns: Something that depends on all of it, so that none of it can be left out.
  static func run(threads: Int) async -> UInt32 {
    await withTaskGroup(of: UInt32.self) { group in
      var mixed: UInt32 = 0
      for piece in 0..<pieces {
        if piece >= threads, let done = await group.next() { mixed ^= done }
        group.addTask { mix(piece) }
      }
      for await done in group { mixed ^= done }
      return mixed
    }
  }

  private static func mix(_ piece: Int) -> UInt32 {
    var counter = SIMD4<UInt32>(UInt32(truncatingIfNeeded: piece), 0, 0, 0)
    for _ in 0..<blocksPerPiece { counter = Philox4x32.block(counter: counter, key: [1, 2]) }
    return counter.wrappedSum()
  }
}
