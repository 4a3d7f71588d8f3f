/// What ends a field that has no quotes around it: the delimiter and either byte of a line end.
struct CSVMarks {
  private let delimiter: UInt8
  private let delimiters: UInt64

  @inline(__always)
  init(delimiter: UInt8) {
    self.delimiter = delimiter
    delimiters = 0x0101_0101_0101_0101 &* UInt64(delimiter)
  }

  /// The highest bit of the first byte that is a mark, or 0 where none is; bits above it mean nothing.
  @inline(__always)
  func ends(in word: UInt64) -> UInt64 {
    (word ^ delimiters).firstZeroByte | (word ^ 0x0A0A_0A0A_0A0A_0A0A).firstZeroByte
      | (word ^ 0x0D0D_0D0D_0D0D_0D0D).firstZeroByte
  }

  /// Where the first mark stands from a position on; the number of bytes where there is none.
  func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let raw = unsafe bytes.bytes
    var position = start
    while position + 8 <= raw.byteCount {
      let word = UInt64(
        littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
      let ends = ends(in: word)
      if ends != 0 { return position + ends.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return position }
      position += 1
    }
    return position
  }
}
