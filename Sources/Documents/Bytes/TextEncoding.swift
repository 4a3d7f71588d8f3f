/// How a file's bytes stand for text.
public struct TextEncoding: Sendable, Hashable {
  /// As `iconv` knows it.
  public let name: String
  /// As people call it.
  public let title: String

  init(name: String, title: String) {
    self.name = name
    self.title = title
  }

  static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  public static let utf8 = TextEncoding(name: "UTF-8", title: "UTF-8")
  static let utf16LittleEndian = TextEncoding(name: "UTF-16LE", title: "UTF-16")
  static let utf16BigEndian = TextEncoding(name: "UTF-16BE", title: "UTF-16")
  /// The standard that GBK and GB2312 are parts of.
  static let gbk = TextEncoding(name: "GB18030", title: "GBK")
  static let windows1252 = TextEncoding(name: "CP1252", title: "Windows-1252 (Latin-1)")

  /// An encoding by any name in use; nil where there is none of that name.
  public init?(_ name: String) {
    let plain = name.uppercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "UTF8", "UTF8SIG", "UTF8BOM", "ASCII", "USASCII": self = .utf8
    case "GBK", "GB2312", "GB18030", "CP936", "ANSI936", "EUCCN": self = .gbk
    case "CP1252", "WINDOWS1252", "LATIN1", "ISO88591", "ANSI": self = .windows1252
    case "UTF16", "UTF16LE", "UNICODE": self = .utf16LittleEndian
    case "UTF16BE": self = .utf16BigEndian
    default:
      let spelled = plain.hasPrefix("WINDOWS") ? "CP" + plain.dropFirst(7) : name
      // Names go to the system as they are, without the marks that would ask it to leave signs out.
      guard !spelled.contains("/"), !spelled.isEmpty, spelled.utf8.allSatisfy({ $0 > 0x20 }),
        Transcoder.knows(spelled)
      else { return nil }
      self.init(name: spelled, title: name)
    }
  }

  /// What the first bytes say, and how many of them are a mark; nil where they say nothing.
  static func marked(_ bytes: some Collection<UInt8>) -> (encoding: TextEncoding, mark: Int)? {
    if bytes.starts(with: utf8Mark) { return (.utf8, 3) }
    // UTF-32 begins like UTF-16 and goes on with two zeros.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return nil }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return unmarkedWide(bytes)
  }

  /// UTF-16 without a mark: nearly every other byte of a table of figures is 0.
  private static func unmarkedWide(
    _ bytes: some Collection<UInt8>
  ) -> (encoding: TextEncoding, mark: Int)? {
    let first = Array(bytes.prefix(512))
    guard first.count >= 8 else { return nil }
    let pairs = first.count / 2
    let even = stride(from: 0, to: 2 * pairs, by: 2).count { first[$0] == 0 }
    let odd = stride(from: 1, to: 2 * pairs, by: 2).count { first[$0] == 0 }
    if even == 0, odd * 4 >= pairs * 3 { return (.utf16LittleEndian, 0) }
    if odd == 0, even * 4 >= pairs * 3 { return (.utf16BigEndian, 0) }
    return nil
  }
}

extension TextEncoding {
  /// The text of a whole file in the encoding that its bytes show; nil where they show none.
  package static func text(of bytes: [UInt8]) -> String? {
    var (encoding, mark): (TextEncoding?, Int) = (.utf8, 0)
    if let marked = marked(bytes), marked.encoding != .utf8 {
      (encoding, mark) = marked
    } else {
      var evidence = EncodingEvidence()
      evidence.note(bytes)
      encoding = evidence.encoding
    }
    guard encoding != .utf8 else { return String(validating: bytes, as: UTF8.self) }
    return encoding.flatMap { Transcoder(from: $0) }.map {
      String(decoding: $0.utf8(bytes.dropFirst(mark), isLast: true), as: UTF8.self)
    }
  }
}
