/// A name of up to twelve bytes; of a longer one the first four, and where the others are.
struct NameEntry: Equatable {
  var length: UInt32 = 0
  var head: UInt32 = 0
  var rest: UInt64 = 0

  init() {}

  /// What can be told without the bytes of longer names; those have no `rest` yet.
  @inline(__always)
  init(_ name: Span<UInt8>) {
    length = UInt32(truncatingIfNeeded: name.count)
    let first = name.word(at: 0)
    head = UInt32(truncatingIfNeeded: first)
    guard isWhole else { return }
    rest = first &>> 32 | name.word(at: 8) &<< 32
  }

  var isWhole: Bool { length <= 12 }

  /// Bytes that stand here.
  var inlineLength: Int { isWhole ? Int(length) : 4 }

  /// A byte of the first four, or of any in a short name.
  func byte(_ i: Int) -> UInt8 {
    i < 4
      ? UInt8(truncatingIfNeeded: head &>> UInt32(8 * i))
      : UInt8(truncatingIfNeeded: rest &>> UInt64(8 * (i - 4)))
  }

  /// The upper half of a digest of the name, the lower half 0.
  @inline(__always)
  func digest(_ name: Span<UInt8>) -> UInt64 {
    let whole =
      isWhole
      ? ByteDigest.digest(UInt64(head) &<< 32 | UInt64(length), rest) : ByteDigest.digest(name)
    return whole & 0xFFFF_FFFF_0000_0000
  }
}
