internal import RealModule

extension DrawStream {
  /// A draw from the normal distribution of mean 0 and variance 1, by the ziggurat method.
  @inlinable @inline(__always)
  public mutating func normal() -> Double {
    let word = next()
    let (x, certain) = layers.place(word, .normal)
    return certain ? signed(x, by: word) : normalByRejection(x, word)
  }

  /// The one draw in 80 that falls outside the certain part of its layer.
  @usableFromInline @inline(never)
  mutating func normalByRejection(_ first: Double, _ firstWord: UInt64) -> Double {
    let table = Ziggurat.normal
    var (x, word) = (first, firstWord)
    while true {
      let layer = Ziggurat.layer(of: word)
      if layer == 0 { return signed(normalTail(from: table.tailStart), by: word) }
      let (low, high) = (table.heights[layer], table.heights[layer + 1])
      if low + (high - low) * uniform() < .exp(-0.5 * x * x) { return signed(x, by: word) }
      word = next()
      let place = layers.place(word, .normal)
      x = place.x
      if place.certain { return signed(x, by: word) }
    }
  }

  /// A normal draw given that it exceeds `start`: Marsaglia, "Generating a variable from the tail of the
  /// normal distribution", Technometrics 6(1), 1964.
  private mutating func normalTail(from start: Double) -> Double {
    while true {
      let beyond = exponential() / start
      if 2 * exponential() > beyond * beyond { return start + beyond }
    }
  }
}

/// A branch on a random sign would be mispredicted every other time.
@inlinable @inline(__always)
func signed(_ x: Double, by word: UInt64) -> Double {
  Double(bitPattern: x.bitPattern | (word & 256) &<< 55)
}
