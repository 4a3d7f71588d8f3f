/// Comma-separated values as spreadsheets like them: RFC 4180, UTF-8 with a byte order mark, CRLF.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe in front (`FormulaGuard`); numbers
/// are written by the program and stay as they are.
public struct CSVWriter: Sendable {
  public enum Cell: Sendable, Equatable {
    case text(String)
    /// What something is called by, such as a telephone number: guarded as text is, but for signed numbers,
    /// which are no formulas and should be found again as they were.
    case identifier(String)
    case whole(Int)
    /// The shortest decimal that reads back as the same number.
    case number(Double)
    /// Already a number, with as many decimals as it should have.
    case formatted(String)
    case empty
  }

  public private(set) var bytes: [UInt8] = TextEncoding.utf8Mark

  public init(header: [String]) { append(header.map(Cell.text)) }

  public mutating func append(_ row: [Cell]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(guarded: FormulaGuard.guarded(text))
      case .identifier(let text):
        append(guarded: FormulaGuard.isSignedNumber(text) ? text : FormulaGuard.guarded(text))
      case .whole(let number): bytes.append(contentsOf: String(number).utf8)
      case .number(let number): bytes.append(contentsOf: "\(number)".utf8)
      case .formatted(let number): bytes.append(contentsOf: number.utf8)
      case .empty: break
      }
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// Hands over what has been written and begins anew without a header, for files larger than memory.
  public mutating func drain() -> [UInt8] {
    var written: [UInt8] = []
    swap(&written, &bytes)
    return written
  }

  private mutating func append(guarded text: String) {
    let needsQuotes = text.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x2C }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
