#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Turns bytes of an encoding into UTF-8, piece by piece, by the system's `iconv`.
///
/// What stands for no character becomes U+FFFD, and is counted.
@safe public final class Transcoder {
  /// Bytes that stood for no character.
  public private(set) var faults = 0
  private let handle: iconv_t
  /// The beginning of a character whose end is in the next piece.
  private var rest: [UInt8] = []
  /// Room for what one call writes; taken once, because text that is wrong throughout makes a call of every byte.
  private var room = [UInt8](repeating: 0, count: 1 << 16)

  /// nil where the system does not know the encoding.
  public init?(from encoding: TextEncoding) {
    guard let handle = unsafe Self.open(encoding.name) else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe _ = iconv_close(handle) }

  static func knows(_ name: String) -> Bool {
    guard let handle = unsafe open(name) else { return false }
    unsafe _ = iconv_close(handle)
    return true
  }

  private static func open(_ name: String) -> iconv_t? {
    let handle = unsafe iconv_open("UTF-8", name)
    return unsafe Int(bitPattern: handle) == -1 ? nil : handle
  }

  /// The text of the next piece; after the last nothing waits.
  public func utf8(_ piece: some Collection<UInt8>, isLast: Bool = false) -> [UInt8] {
    var input = rest
    input.append(contentsOf: piece)
    rest = []
    var text: [UInt8] = []
    text.reserveCapacity(input.count * 3 / 2 + 16)
    var start = 0
    while start < input.count {
      switch convert(&input, from: &start, into: &text) {
      case .all, .full: continue
      case .cut where !isLast:
        rest = Array(input[start...])
        return text
      case .cut, .wrong:
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        faults += 1
        start += 1
      }
    }
    return text
  }

  private enum Ending { case all, full, cut, wrong }

  private func convert(
    _ input: inout [UInt8], from start: inout Int, into text: inout [UInt8]
  ) -> Ending {
    var left = input.count - start
    var free = room.count
    var code: CInt = 0
    let first = start
    let result = unsafe input.withUnsafeMutableBytes { source in
      unsafe room.withUnsafeMutableBytes { target in
        var from = unsafe source.baseAddress?.advanced(by: first)
          .assumingMemoryBound(to: CChar.self)
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        let result = unsafe Int(truncatingIfNeeded: iconv(handle, &from, &left, &to, &free))
        code = errno
        return result
      }
    }
    text.append(contentsOf: room[..<(room.count - free)])
    start = input.count - left
    if result != -1 { return .all }
    return code == E2BIG ? .full : code == EINVAL ? .cut : .wrong
  }
}
