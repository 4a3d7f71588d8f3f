/// What all bytes of a file say about its encoding, where no mark does.
///
/// UTF-8 shows in itself: text of another encoding is hardly ever valid UTF-8. In GBK a Chinese character is two
/// bytes with the first above 0x80; in a Western text such bytes stand alone among letters.
public struct EncodingEvidence: Sendable, Equatable {
  /// Bytes above 0x7F.
  private var high = 0
  /// Those that stand alone or in twos between others below 0x80, as in `Größe`.
  private var lone = 0
  private var isUTF8 = true
  /// Bytes of a UTF-8 character that are still to come.
  private var due = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF
  private var isGBK = true
  /// Two-byte characters of GBK, and those in daily use: signs, and the first level of GB 2312.
  private var pairs = 0
  private var usualPairs = 0
  private var lead: UInt8 = 0
  private var run = 0

  public init() {}

  /// Takes in the next bytes.
  public mutating func note(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    var place = 0
    while place < bytes.count {
      let isBetween = due == 0 && lead == 0 && run == 0
      if isBetween, place + 8 <= bytes.count {
        let word = unsafe bytes.span.bytes.unsafeLoadUnaligned(
          fromByteOffset: place, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          place += 8
          continue
        }
      }
      if !isBetween || bytes[place] >= 0x80 { note(bytes[place]) }
      place += 1
    }
  }

  private mutating func note(_ byte: UInt8) {
    noteUTF8(byte)
    noteGBK(byte)
    if byte >= 0x80 {
      high += 1
      run += 1
    } else {
      if run <= 2 { lone += run }
      run = 0
    }
  }

  private mutating func noteUTF8(_ byte: UInt8) {
    guard isUTF8 else { return }
    if due > 0 {
      isUTF8 = (lowest...highest).contains(byte)
      (due, lowest, highest) = (due - 1, 0x80, 0xBF)
      return
    }
    switch byte {
    case ..<0x80: break
    case 0xC2...0xDF: due = 1
    case 0xE0: (due, lowest) = (2, 0xA0)
    case 0xED: (due, highest) = (2, 0x9F)
    case 0xE1...0xEF: due = 2
    case 0xF0: (due, lowest) = (3, 0x90)
    case 0xF4: (due, highest) = (3, 0x8F)
    case 0xF1...0xF3: due = 3
    default: isUTF8 = false
    }
  }

  private mutating func noteGBK(_ byte: UInt8) {
    guard isGBK else { return }
    if lead == 0 {
      if byte == 0x80 || byte == 0xFF { isGBK = false }
      if byte > 0x80 { lead = byte }
      return
    }
    // Digits are the second of four bytes, of characters outside daily use: they are left to `--encoding`.
    isGBK = byte >= 0x40 && byte != 0x7F && byte != 0xFF
    pairs += 1
    if (0xB0...0xD7).contains(lead) || (0xA1...0xA9).contains(lead), byte >= 0xA1 {
      usualPairs += 1
    }
    lead = 0
  }

  /// The encoding; nil where it has to be asked for.
  public var encoding: TextEncoding? {
    if isUTF8, due == 0 { return .utf8 }
    if isGBK, lead == 0, pairs > 0, usualPairs * 10 >= pairs * 7 { return .gbk }
    // Letters with accents stand alone or in twos; longer runs of them are another alphabet.
    return lone * 10 >= high * 7 ? .windows1252 : nil
  }
}
