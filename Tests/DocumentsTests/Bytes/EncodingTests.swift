import Testing

@testable import Documents

/// Bytes typed in from Python 3.11's `str.encode`, so that no encoder of our own is trusted.
struct EncodingTests {
  /// 客户,日期 in GBK.
  static let gbk: [UInt8] = [0xBF, 0xCD, 0xBB, 0xA7, 0x2C, 0xC8, 0xD5, 0xC6, 0xDA]
  /// Müller, Straße and café in Windows-1252.
  static let western: [UInt8] =
    [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72, 0x2C, 0x53, 0x74, 0x72, 0x61, 0xDF, 0x65, 0x0A]
    + [0x63, 0x61, 0x66, 0xE9, 0x2C, 0x35, 0x0A]
  /// Привет in Windows-1251.
  static let cyrillic: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]

  private func encoding(_ bytes: [UInt8]) -> TextEncoding? {
    var evidence = EncodingEvidence()
    for byte in bytes { evidence.note([byte]) }
    var atOnce = EncodingEvidence()
    atOnce.note(bytes)
    #expect(evidence == atOnce)
    return evidence.encoding
  }

  @Test func theBytesTell() {
    #expect(encoding(Array("customer,date\n".utf8)) == .utf8)
    #expect(encoding(Array("客户,日期,€,😀\n".utf8)) == .utf8)
    #expect(encoding(Self.gbk) == .gbk)
    #expect(encoding(Self.western) == .windows1252)
    #expect(encoding(Self.cyrillic) == nil)
    // Größe and Fußgänger.
    #expect(encoding([0x47, 0x72, 0xF6, 0xDF, 0x65]) == .windows1252)
    #expect(
      encoding([0x46, 0x75, 0xDF, 0x67, 0xE4, 0x6E, 0x67, 0x65, 0x72]) == .windows1252)
    // Cut in the middle of a character it is not UTF-8.
    #expect(encoding(Array("客".utf8.dropLast())) != .utf8)
  }

  @Test(arguments: [1, 2, 3, 100])
  func piecesAreTextWhereverTheyAreCut(size: Int) throws {
    let transcoder = try #require(Transcoder(from: .gbk))
    var text: [UInt8] = []
    for start in stride(from: 0, to: Self.gbk.count, by: size) {
      let end = min(Self.gbk.count, start + size)
      text += transcoder.utf8(Self.gbk[start..<end], isLast: end == Self.gbk.count)
    }
    #expect(String(decoding: text, as: UTF8.self) == "客户,日期")
    #expect(transcoder.faults == 0)
  }

  @Test func whatIsNoCharacterIsCounted() throws {
    let transcoder = try #require(Transcoder(from: .gbk))
    let text = transcoder.utf8([0x61, 0xFF, 0x62, 0xBF], isLast: true)
    #expect(String(decoding: text, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}")
    #expect(transcoder.faults == 2)
  }

  @Test func marksAndZerosTellSixteenBits() {
    #expect(TextEncoding.marked([0xFF, 0xFE, 0x61, 0])?.encoding == .utf16LittleEndian)
    #expect(TextEncoding.marked([0xFE, 0xFF, 0, 0x61])?.encoding == .utf16BigEndian)
    let unmarked = "customer,date".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(TextEncoding.marked(unmarked)?.encoding == .utf16LittleEndian)
    #expect(TextEncoding.marked("customer,date".utf8) == nil)
  }

  @Test(arguments: [
    ("gbk", "GB18030"), ("GB2312", "GB18030"), ("latin1", "CP1252"), ("utf-8", "UTF-8"),
    ("windows-1251", "CP1251"), ("shift_jis", "shift_jis"), ("big5", "big5"),
  ])
  func names(name: String, known: String) {
    #expect(TextEncoding(name)?.name == known)
  }

  @Test func unknownNames() {
    for name in ["", "klingon", "utf-8//IGNORE", "../etc"] { #expect(TextEncoding(name) == nil) }
  }
}
