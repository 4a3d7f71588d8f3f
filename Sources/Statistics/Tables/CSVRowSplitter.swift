/// Finds the fields of one row.
struct CSVRowSplitter {
  let delimiter: UInt8
  /// Whether no bytes follow those given, so that their end also ends the row.
  let isLast: Bool

  /// Where a row ends, and where the next one begins.
  struct Ending {
    let end: Int
    let next: Int
  }

  /// - Returns: nil where the row's end is not among the bytes.
  func split(_ bytes: Span<UInt8>, from start: Int, into fields: inout [CSVField]) -> Ending? {
    let count = bytes.count
    guard start < count else { return nil }
    var position = start
    while true {
      guard let field = field(bytes, at: position, next: &position) else { return nil }
      if position == count {
        guard isLast else { return nil }
        fields.append(field)
        return Ending(end: count, next: count)
      }
      if bytes[position] != delimiter {
        fields.append(field)
        return ending(bytes, at: position)
      }
      fields.append(field)
      position += 1
      if position == count {
        guard isLast else { return nil }
        fields.append(CSVField(range: count..<count))
        return Ending(end: count, next: count)
      }
    }
  }

  /// The field at a position, after which `next` stands at a delimiter, a line end, or the end.
  private func field(_ bytes: Span<UInt8>, at start: Int, next: inout Int) -> CSVField? {
    var position = start
    guard bytes[position] == UInt8(ascii: "\"") else {
      skipPlain(bytes, &position)
      next = position
      return CSVField(range: start..<position)
    }
    var field = CSVField(range: start..<start)
    position += 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        field.hasEscapes = true
        position += 1
      }
      position += 1
    }
    field.range = (start + 1)..<min(position, bytes.count)
    guard position < bytes.count else { return nil }
    position += 1
    let closed = position
    skipPlain(bytes, &position)
    field.isMalformed = position > closed
    next = position
    return field
  }

  private func skipPlain(_ bytes: Span<UInt8>, _ position: inout Int) {
    let raw = unsafe bytes.bytes
    let delimiters = 0x0101_0101_0101_0101 &* UInt64(delimiter)
    while position + 8 <= raw.byteCount {
      let word = UInt64(
        littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
      let ends =
        (word ^ delimiters).firstZeroByte | (word ^ 0x0A0A_0A0A_0A0A_0A0A).firstZeroByte
        | (word ^ 0x0D0D_0D0D_0D0D_0D0D).firstZeroByte
      if ends != 0 {
        position += ends.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return }
      position += 1
    }
  }

  private func ending(_ bytes: Span<UInt8>, at end: Int) -> Ending? {
    if bytes[end] == 0x0A { return Ending(end: end, next: end + 1) }
    // A carriage return may be half of a line end whose other half is yet to come.
    guard end + 1 < bytes.count else { return isLast ? Ending(end: end, next: end + 1) : nil }
    return Ending(end: end, next: bytes[end + 1] == 0x0A ? end + 2 : end + 1)
  }
}
