/// Days of fifteen bits, four to a word of 64, so that four at a time are compared with one.
struct DayWords {
  /// Days of a word.
  static let lanes = 4
  private static let width = 16
  /// The bit above each of a word's days, which is free, and the lowest bit of each.
  private static let above: UInt64 = 0x8000_8000_8000_8000
  private static let lowest: UInt64 = 0x0001_0001_0001_0001

  private var words: [UInt64]

  /// As many words as it takes for so many days, all the same.
  init(repeating day: UInt16, count: Int) {
    words = Array(
      repeating: UInt64(day) &* Self.lowest, count: (count + Self.lanes - 1) / Self.lanes)
  }

  var wordIndices: Range<Int> { words.indices }

  subscript(place: Int) -> UInt16 {
    get {
      UInt16(truncatingIfNeeded: words[place / Self.lanes] &>> Self.shift(of: place))
    }
    set {
      let shift = Self.shift(of: place)
      let others = words[place / Self.lanes] & ~(0xFFFF &<< shift)
      words[place / Self.lanes] = others | UInt64(newValue) &<< shift
    }
  }

  private static func shift(of place: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: place % lanes * width)
  }

  /// Which of a word's days are `day` or earlier, as bits: of the `place`-th, the bit above it.
  ///
  /// A day is taken off `day` with the bit above it set, which is borrowed where the day is later.
  func upTo(_ day: UInt16, in word: Int) -> UInt64 {
    ((UInt64(day) &* Self.lowest | Self.above) &- words[word]) & Self.above
  }

  /// The place of a word's lowest bit of those that ``upTo(_:in:)`` gives.
  static func place(of bits: UInt64, in word: Int) -> Int {
    word * lanes + bits.trailingZeroBitCount / width
  }
}
