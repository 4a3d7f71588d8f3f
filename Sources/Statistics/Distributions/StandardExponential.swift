internal import RealModule

extension DrawStream {
  /// A draw from the exponential distribution of mean 1, strictly positive, by the ziggurat method.
  @inlinable @inline(__always)
  public mutating func exponential() -> Double {
    let word = next()
    let (x, certain) = layers.place(word, .exponential)
    return certain ? x : exponentialByRejection(x, word)
  }

  /// The one draw in 90 that falls outside the certain part of its layer.
  @usableFromInline @inline(never)
  mutating func exponentialByRejection(_ first: Double, _ firstWord: UInt64) -> Double {
    let table = Ziggurat.exponential
    var (x, word) = (first, firstWord)
    // The tail of an exponential is the exponential again, further out.
    var start = 0.0
    while true {
      let layer = Ziggurat.layer(of: word)
      if layer == 0 {
        start += table.tailStart
      } else {
        let (low, high) = (table.heights[layer], table.heights[layer + 1])
        if low + (high - low) * uniform() < .exp(-x) { return start + x }
      }
      word = next()
      let place = layers.place(word, .exponential)
      x = place.x
      if place.certain { return start + x }
    }
  }
}
