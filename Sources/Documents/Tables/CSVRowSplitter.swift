/// Finds the fields of one row.
struct CSVRowSplitter {
  let delimiter: UInt8
  /// Whether no bytes follow those given, so that their end also ends the row.
  let isLast: Bool

  private var marks: CSVMarks { CSVMarks(delimiter: delimiter) }

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
    guard bytes[start] == UInt8(ascii: "\"") else {
      next = marks.end(bytes, from: start)
      return CSVField(range: start..<next)
    }
    var field = CSVField(range: start..<start)
    var position = start + 1
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
    next = marks.end(bytes, from: position)
    field.isMalformed = next > position
    return field
  }

  private func ending(_ bytes: Span<UInt8>, at end: Int) -> Ending? {
    if bytes[end] == 0x0A { return Ending(end: end, next: end + 1) }
    // A carriage return may be half of a line end whose other half is yet to come.
    guard end + 1 < bytes.count else { return isLast ? Ending(end: end, next: end + 1) : nil }
    return Ending(end: end, next: bytes[end + 1] == 0x0A ? end + 2 : end + 1)
  }
}
