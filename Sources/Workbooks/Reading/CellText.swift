/// The text of a cell as a field of comma-separated values.
enum CellText {
  /// Adds a text, in quotes where it needs them.
  ///
  /// - Parameters:
  ///   - text: What stands in the cell.
  ///   - row: Receives it.
  ///   - takesCommas: Whether a comma stands before decimals, so that `1.234,5` is written `1234.5`.
  static func append(_ text: String, to row: inout [UInt8], takesCommas: Bool = false) {
    var text = text.utf8.contains(UInt8(ascii: "_")) ? unescaped(text) : text
    if takesCommas { text = withPoint(text) }
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if needsQuotes { row.append(0x22) }
    for byte in text.utf8 {
      if byte == 0x22 { row.append(0x22) }
      row.append(byte)
    }
    if needsQuotes { row.append(0x22) }
  }

  /// A figure with a comma before its decimals with a point there, and without what groups its digits.
  private static func withPoint(_ text: String) -> String {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[1].first, first.isWholeNumber,
      parts[0].last?.isWholeNumber == true,
      parts[0].allSatisfy({ $0.isWholeNumber || ".'’-−+".contains($0) || $0.isWhitespace }),
      parts[1].drop(while: \.isWholeNumber).allSatisfy({ !$0.isWholeNumber })
    else { return text }
    let whole = parts[0].filter { $0.isWholeNumber || "-−+".contains($0) }
    return "\(whole).\(parts[1])"
  }

  /// `_x000D_` stands for the character of that number, as XML cannot hold all.
  private static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var place = 0
    while place < source.count {
      if source[place] == UInt8(ascii: "_"), place + 7 <= source.count,
        source[place + 1] == UInt8(ascii: "x"), source[place + 6] == UInt8(ascii: "_"),
        let code = UInt32(
          String(decoding: source[place + 2..<place + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        bytes.append(contentsOf: String(Character(scalar)).utf8)
        place += 7
      } else {
        bytes.append(source[place])
        place += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
