/// Bytes read as UTF-8 or, where they are not, as Windows-1252, the usual superset of Latin-1.
public struct DecodedText: Sendable, Equatable {
  public let text: String
  public let isUTF8: Bool

  public init(_ bytes: Span<UInt8>) {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for i in bytes.indices { copy.append(bytes[i]) }
    if let text = String(validating: copy, as: UTF8.self) {
      self.text = text
      isUTF8 = true
    } else {
      var scalars = String.UnicodeScalarView()
      for byte in copy { scalars.append(Self.scalar(byte)) }
      text = String(scalars)
      isUTF8 = false
    }
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(windows[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }

  /// Code points of the bytes 0x80 to 0x9F; those without a character stand for themselves.
  private static let windows: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}

extension Span<UInt8> {
  /// Whether the bytes are text in UTF-8.
  public var isUTF8: Bool {
    for place in indices where self[place] >= 0x80 { return DecodedText(self).isUTF8 }
    return true
  }
}
