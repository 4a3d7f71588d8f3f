/// Full-width commas between fields, as Chinese keyboards type them, made a mark that no text has.
struct WideCommas {
  /// The unit separator of ASCII.
  static let delimiter: UInt8 = 0x1F
  private static let comma: [UInt8] = [0xEF, 0xBC, 0x8C]
  private var isInside = false
  private var rest: [UInt8] = []

  static func areThere(_ text: [UInt8]) -> Bool {
    text.indices.dropLast(2).contains { text[$0] == 0xEF && text[$0...].starts(with: comma) }
  }

  /// The next piece, with the commas outside quotes replaced.
  mutating func replaced(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
    let text = rest + piece
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte == 0xEF, !isInside {
        if text.count - place < Self.comma.count, !isLast { break }
        if text[place...].starts(with: Self.comma) {
          result.append(Self.delimiter)
          place += Self.comma.count
          continue
        }
      }
      if byte == UInt8(ascii: "\"") { isInside.toggle() }
      result.append(byte)
      place += 1
    }
    rest = Array(text[place...])
    return result
  }
}
