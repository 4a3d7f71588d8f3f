/// The rows of a text of comma-separated values (RFC 4180): quotes, doubled quotes, any line ends,
/// a byte order mark.
struct CommaSeparatedRows: Sequence, IteratorProtocol {
  struct Row: Equatable {
    /// Where it begins, counted from 1.
    var line: Int
    var fields: [String]
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func next() -> Row? {
    guard position < bytes.count else { return nil }
    var row = Row(line: line, fields: [])
    var field: [UInt8] = []
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        if isQuoted, position < bytes.count, bytes[position] == byte {
          field.append(byte)
          position += 1
        } else {
          isQuoted.toggle()
        }
      case UInt8(ascii: ",") where !isQuoted:
        row.fields.append(String(decoding: field, as: UTF8.self))
        field = []
      case UInt8(ascii: "\r") where !isQuoted:
        if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
        return end(row, field)
      case UInt8(ascii: "\n") where !isQuoted:
        return end(row, field)
      default:
        if byte == UInt8(ascii: "\n") { line += 1 }
        field.append(byte)
      }
    }
    return end(row, field)
  }

  private mutating func end(_ row: Row, _ field: [UInt8]) -> Row {
    line += 1
    return Row(line: row.line, fields: row.fields + [String(decoding: field, as: UTF8.self)])
  }
}
