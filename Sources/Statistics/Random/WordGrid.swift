/// Random words of 16 bits, read as signed numbers, in rows and columns.
///
/// Each is a pure function of (draws, purpose, family, row, column). For sweeps over millions of rows by
/// thousands of columns, such as resampling weights: four blocks of Philox4x32-10 are computed side by side
/// and give 32 columns.
public struct WordGrid: Sendable {
  private let key: SIMD2<UInt32>
  private let purpose: UInt32
  private let family: UInt32

  /// How many columns four blocks give; rows are filled in whole multiples.
  public static let stride = 32

  init(key: UInt64, purpose: UInt32, family: UInt32) {
    self.key = SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key &>> 32))
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
    let opening = WordGridOpening(purpose: purpose, family: family, row: row, key: key)
    let first = UInt64(firstColumn / 8)
    var even = SIMD2(first, first + 2) &* Philox4x32.multipliers.0
    var odd = SIMD2(first + 1, first + 3) &* Philox4x32.multipliers.0
    for place in Swift.stride(from: 0, to: words.count, by: 4) {
      var (a, b) = (opening.blocks(even), opening.blocks(odd))
      var (k0, k1) = (opening.k0, opening.k1)
      for _ in 2..<10 {
        a.advance(k0, k1)
        b.advance(k0, k1)
        k0 &+= Philox4x32.keySteps.0
        k1 &+= Philox4x32.keySteps.1
      }
      words[place] = Self.joined(a.c0, b.c0)
      words[place + 1] = Self.joined(a.c1, b.c1)
      words[place + 2] = Self.joined(a.c2, b.c2)
      words[place + 3] = Self.joined(a.c3, b.c3)
      even &+= 4 &* Philox4x32.multipliers.0
      odd &+= 4 &* Philox4x32.multipliers.0
    }
  }

  /// The lower halves of even and odd lanes in turn.
  @inline(__always)
  private static func joined(_ even: SIMD2<UInt64>, _ odd: SIMD2<UInt64>) -> SIMD8<Int16> {
    let lanes = even & 0xFFFF_FFFF | odd &<< 32
    return unsafe unsafeBitCast(lanes, to: SIMD8<Int16>.self)
  }
}

extension Draws {
  /// A grid of words for one purpose; families of rows under the same purpose are told apart by number.
  public func grid(_ purpose: Purpose, family: Int = 0) -> WordGrid {
    WordGrid(key: key, purpose: purpose.code, family: UInt32(truncatingIfNeeded: family))
  }
}
