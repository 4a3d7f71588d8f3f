internal import CYaml

/// The events of a YAML text, one after the other, as libyaml reads them.
///
/// Yams' own composer follows aliases into keys before anybody could count them, and stops at the
/// first key that is given twice. Here nothing is built that was not written.
@safe final class YAMLEvents {
  /// The bytes without the byte order mark some editors begin a file with.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var parser = unsafe yaml_parser_t()

  init(_ text: String) {
    let written =
      text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? text.utf8.dropFirst(3) : text.utf8[...]
    unsafe bytes = .allocate(capacity: written.count)
    _ = unsafe bytes.initialize(from: written)
    unsafe yaml_parser_initialize(&parser)
    unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(&parser, UnsafePointer(bytes.baseAddress), bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(&parser)
    unsafe bytes.deallocate()
  }

  /// Something that begins, ends or stands in the text, and where.
  struct Event {
    var place: Place
    var content: Content
    /// The name by which aliases may refer to it.
    var anchor: String?

    enum Content {
      case streamStart, streamEnd, documentStart, documentEnd
      case scalar(String, isPlain: Bool)
      case listStart, listEnd, blockStart, blockEnd
      case alias(String)
      case none
    }
  }

  /// The next event; nothing follows the end of the stream.
  ///
  /// - Throws: What YAML cannot read.
  func next() throws(DocumentProblem) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(&parser, &event) == 1 else { throw problem }
    defer { unsafe yaml_event_delete(&event) }
    let mark = unsafe event.start_mark
    let (content, anchor) = unsafe Self.content(of: event)
    return Event(
      place: Place(line: mark.line + 1, column: mark.column + 1), content: content, anchor: anchor)
  }

  private static func content(of event: yaml_event_t) -> (Event.Content, anchor: String?) {
    let data = unsafe event.data
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return (.streamStart, nil)
    case YAML_STREAM_END_EVENT: return (.streamEnd, nil)
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, nil)
    case YAML_DOCUMENT_END_EVENT: return (.documentEnd, nil)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe data.scalar
      // It may hold zeros, so that it does not end at the first.
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isPlain = unsafe [YAML_PLAIN_SCALAR_STYLE, YAML_ANY_SCALAR_STYLE].contains(scalar.style)
      return unsafe (.scalar(text, isPlain: isPlain), Self.text(scalar.anchor))
    case YAML_SEQUENCE_START_EVENT: return unsafe (.listStart, text(data.sequence_start.anchor))
    case YAML_SEQUENCE_END_EVENT: return (.listEnd, nil)
    case YAML_MAPPING_START_EVENT: return unsafe (.blockStart, text(data.mapping_start.anchor))
    case YAML_MAPPING_END_EVENT: return (.blockEnd, nil)
    case YAML_ALIAS_EVENT: return unsafe (.alias(text(data.alias.anchor) ?? ""), nil)
    default: return (.none, nil)
    }
  }

  private static func text(_ pointer: UnsafePointer<UInt8>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  /// Why there is no next event.
  private var problem: DocumentProblem {
    let reason = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "the memory is full"
    guard unsafe parser.error != YAML_READER_ERROR else {
      let before = unsafe bytes.prefix(Int(parser.problem_offset))
      return DocumentProblem(unreadable: reason, line: unsafe 1 + before.count { $0 == 0x0A })
    }
    let within = unsafe parser.context.map {
      unsafe (text: String(cString: $0), line: parser.context_mark.line + 1)
    }
    let mark = unsafe parser.problem_mark
    // libyaml's own limit, which a thousand brackets meet before the first of them is an event.
    if reason.hasPrefix("Maximum nesting level") {
      return DocumentLimits.nestedTooDeeply(at: Place(line: mark.line + 1, column: mark.column + 1))
    }
    return DocumentProblem(
      syntax: reason, within: within, at: Place(line: mark.line + 1, column: mark.column + 1),
      line: line)
  }

  /// The text of a line, counted from 1; lines end as libyaml ends them.
  func line(_ number: Int) -> String {
    let scalars = unsafe String(decoding: bytes, as: UTF8.self).unicodeScalars
    var (line, start) = (1, scalars.startIndex)
    while line < number, start < scalars.endIndex {
      let end = scalars[start...].firstIndex(where: Self.endsLine) ?? scalars.endIndex
      guard end < scalars.endIndex else { return "" }
      start = scalars.index(after: end)
      if scalars[end] == "\r", start < scalars.endIndex, scalars[start] == "\n" {
        start = scalars.index(after: start)
      }
      line += 1
    }
    return String(scalars[start...].prefix { $0 != "\n" && $0 != "\r" })
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar)
  }
}
