/// Bytes that can be read from their beginning more than once.
public protocol ByteSource {
  associatedtype Piece: RangeReplaceableCollection<UInt8>

  /// Goes back to the beginning.
  mutating func rewind() throws
  /// The next piece; nil at the end.
  mutating func next() throws -> Piece?
}

/// Readers' problems that say that something about the file has to be found out, or left out, first.
public protocol TableFormProblem: Error {
  /// How the file has to be read instead; nil where that would not help.
  func remedy(_ form: TableForm) -> TableForm?
  /// Whether a survey of the columns would help.
  var asksForSurvey: Bool { get }
}

/// A file of rows that is read as it is written: at once where it is plain, else after all cells of the columns
/// wanted have been looked at.
public struct TableFile<Source: ByteSource> {
  /// Bytes looked at to tell what separates fields.
  private static var head: Int { 1 << 16 }
  private var source: Source
  private let options: TableOptions
  private let columns: TableColumns

  public init(_ source: Source, _ options: TableOptions = TableOptions(), columns: TableColumns) {
    self.source = source
    self.options = options
    self.columns = columns
  }

  /// Reads the file.
  ///
  /// - Parameter read: Reads all pieces in the form given; called again where it throws a problem that asks
  ///   for another form.
  /// - Returns: What was read, and the form it was read in.
  /// - Throws: What the source and `read` throw, and where a column can be read in more than one way.
  public mutating func read<Product>(
    _ read: (TableForm, inout TextPieces<Source>) async throws -> Product
  ) async throws -> (Product, TableForm) {
    var form = try firstForm()
    while true {
      do {
        var pieces = try TextPieces(&source, form)
        let product = try await read(form, &pieces)
        return (product, form)
      } catch let problem as any TableFormProblem {
        form = try self.form(after: problem, form)
      }
    }
  }

  /// The same for readers that wait for nothing else.
  public mutating func readNow<Product>(
    _ read: (TableForm, inout TextPieces<Source>) throws -> Product
  ) throws -> (Product, TableForm) {
    var form = try firstForm()
    while true {
      do {
        var pieces = try TextPieces(&source, form)
        let product = try read(form, &pieces)
        return (product, form)
      } catch let problem as any TableFormProblem {
        form = try self.form(after: problem, form)
      }
    }
  }

  /// A trial where the file may be plain; else what a survey finds.
  private mutating func firstForm() throws -> TableForm {
    var form = try sniffed()
    let isPlain =
      form.encoding == .utf8 && form.delimiter == UInt8(ascii: ",") && options.decimal == nil
      && options.dates == nil
    guard isPlain else { return try surveyed(form) }
    form.isTrial = true
    return form
  }

  /// The form to read in after a problem; each can be the remedy of a problem only once.
  private mutating func form(
    after problem: any TableFormProblem, _ form: TableForm
  ) throws -> TableForm {
    if form.isTrial, problem.asksForSurvey { return try surveyed(form) }
    guard let remedy = problem.remedy(form), remedy != form else { throw problem }
    return remedy
  }

  /// The encoding, if its mark says so or it was asked for, and what separates fields.
  private mutating func sniffed() throws -> TableForm {
    var form = options.form
    try source.rewind()
    var first: [UInt8] = []
    while first.count < Self.head, let piece = try source.next(), !piece.isEmpty {
      first.append(contentsOf: piece)
    }
    if options.encoding == nil, let marked = TextEncoding.marked(first) {
      form.encoding = marked.encoding
    }
    var text = first
    if form.encoding != .utf8, let transcoder = Transcoder(from: form.encoding) {
      text = transcoder.utf8(first)
    }
    if text.starts(with: TextEncoding.utf8Mark) { text.removeFirst(TextEncoding.utf8Mark.count) }
    for _ in 0..<form.skip {
      guard let end = text.firstIndex(of: 0x0A) ?? text.firstIndex(of: 0x0D) else { break }
      text.removeSubrange(...end)
    }
    if form.delimiter == nil {
      let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
      if let said = Delimiter.said(by: line) {
        form.delimiter = said
        form.skip += 1
      }
    }
    if form.delimiter == nil {
      let lines = FirstLines(text, most: 20).counts
      form.delimiter = Delimiter.most(in: lines)
      let isSeparated = lines.contains { $0[Int(form.delimiter ?? 0)] > 0 }
      if !isSeparated, WideCommas.areThere(text) { form.delimiter = WideCommas.delimiter }
    }
    return form
  }

  private mutating func surveyed(_ sniffed: TableForm) throws -> TableForm {
    var form = sniffed
    form.isTrial = false
    if options.encoding == nil, form.encoding == .utf8 {
      var evidence = EncodingEvidence()
      try source.rewind()
      while let piece = try source.next(), !piece.isEmpty { evidence.note(piece) }
      guard let encoding = evidence.encoding else { throw TableProblem.unknownEncoding }
      form.encoding = encoding
    }
    var survey = TableSurvey(form, options, columns)
    var pieces = try TextPieces(&source, form)
    while let piece = try pieces.next() { try survey.feed(piece) }
    return try survey.finish()
  }
}

/// The pieces of a file as UTF-8.
public struct TextPieces<Source: ByteSource> {
  var source: Source
  private let transcoder: Transcoder?
  private var wide: WideCommas?
  private var isEnded = false
  /// Called with every piece as it stands in the file.
  public var onBytes: (Source.Piece) -> Void = { _ in }

  init(_ source: inout Source, _ form: TableForm) throws {
    try source.rewind()
    self.source = source
    transcoder = form.encoding == .utf8 ? nil : Transcoder(from: form.encoding)
    wide = form.delimiter == WideCommas.delimiter ? WideCommas() : nil
  }

  /// The next piece; nil at the end.
  public mutating func next() throws -> Source.Piece? {
    guard !isEnded else { return nil }
    while true {
      let piece = try source.next() ?? Source.Piece()
      if !piece.isEmpty { onBytes(piece) }
      isEnded = piece.isEmpty
      guard transcoder != nil || wide != nil else { return isEnded ? nil : piece }
      var text = transcoder?.utf8(piece, isLast: isEnded) ?? Array(piece)
      if wide != nil { text = wide?.replaced(text, isLast: isEnded) ?? text }
      if !text.isEmpty { return Source.Piece(text) }
      if isEnded { return nil }
    }
  }
}
