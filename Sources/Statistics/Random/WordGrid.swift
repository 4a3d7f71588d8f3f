/// Random words of 16 bits, read as signed numbers, in rows and columns.
///
/// Each is a pure function of (draws, purpose, family, row, column). For sweeps over millions of rows by thousands of columns, such as resampling weights: four blocks of
/// Philox4x32-10 are computed side by side and give 32 columns.
public struct WordGrid: Sendable {
  private let key: SIMD2<UInt32>
  private let purpose: UInt32
  private let family: UInt32

  /// How many columns four blocks give; rows are filled in whole multiples.
  public static let stride = 32

  init(key: SIMD2<UInt32>, purpose: UInt32, family: UInt32) {
    self.key = key
    self.purpose = purpose
    self.family = family
  }

  /// One word alone.
  @inline(__always)
  public func word(row: UInt32, column: Int) -> Int16 {
    let (group, place) = column.quotientAndRemainder(dividingBy: Self.stride)
    let number = UInt32(truncatingIfNeeded: 4 * group + place % 8 / 2)
    let block = Philox4x32.block(counter: SIMD4(number, purpose, row, family), key: key)
    return Int16(truncatingIfNeeded: block[place / 8] &>> (place % 2 == 0 ? 0 : 16))
  }

  /// The words of a part of a row, eight columns an element.
  ///
  /// - Parameters:
  ///   - words: Where they go: as many columns as it has room for, a multiple of ``stride``.
  ///   - row: Which row.
  ///   - firstColumn: Where the part begins, a multiple of ``stride``.
  public func fill(_ words: inout [SIMD8<Int16>], row: UInt32, firstColumn: Int) {
    precondition(
      words.count % 4 == 0 && firstColumn % Self.stride == 0, "a row is filled in whole strides")
    var numbers = SIMD4<UInt32>(0, 1, 2, 3) &+ UInt32(truncatingIfNeeded: firstColumn / 8)
    var place = 0
    while place < words.count {
      let blocks = blocks(numbers, row: row)
      words[place] = Self.halves(blocks.0)
      words[place + 1] = Self.halves(blocks.1)
      words[place + 2] = Self.halves(blocks.2)
      words[place + 3] = Self.halves(blocks.3)
      numbers &+= 4
      place += 4
    }
  }

  private typealias Lanes = SIMD4<UInt32>

  /// ``Philox4x32/block(counter:key:)`` of four counters, a lane each.
  @inline(__always)
  private func blocks(_ numbers: Lanes, row: UInt32) -> (Lanes, Lanes, Lanes, Lanes) {
    var (c0, c1) = (numbers, Lanes(repeating: purpose))
    var (c2, c3) = (Lanes(repeating: row), Lanes(repeating: family))
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<10 {
      let first = SIMD4<UInt64>(truncatingIfNeeded: c0) &* 0xD251_1F53
      let second = SIMD4<UInt64>(truncatingIfNeeded: c2) &* 0xCD9E_8D57
      (c0, c1, c2, c3) = (
        Lanes(truncatingIfNeeded: second &>> 32) ^ c1 ^ Lanes(repeating: k0),
        Lanes(truncatingIfNeeded: second),
        Lanes(truncatingIfNeeded: first &>> 32) ^ c3 ^ Lanes(repeating: k1),
        Lanes(truncatingIfNeeded: first)
      )
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (c0, c1, c2, c3)
  }

  @inline(__always)
  private static func halves(_ lanes: Lanes) -> SIMD8<Int16> {
    unsafe unsafeBitCast(lanes, to: SIMD8<Int16>.self)
  }
}

extension Draws {
  /// A grid of words for one purpose; families of rows under the same purpose are told apart by number.
  public func grid(_ purpose: Purpose, family: Int = 0) -> WordGrid {
    WordGrid(key: key, purpose: purpose.code, family: UInt32(truncatingIfNeeded: family))
  }
}
