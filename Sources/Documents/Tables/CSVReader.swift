/// Reads comma-separated values from bytes that arrive in pieces, one row at a time.
///
/// RFC 4180 with the variations found in the wild: line ends LF, CRLF or CR, a UTF-8 byte order mark,
/// and semicolons, tabs or bars where the first row has more of them than commas outside quotes, unless
/// a `TableForm` says what separates fields. Memory is that of one piece and one row.
///
/// ```swift
/// var reader = CSVReader()
/// reader.feed(bytes)
/// while try reader.next() { … }   // false: feed more, or finish() and ask again
/// ```
public struct CSVReader: Sendable {
  /// Bytes a row may have.
  public static let longestRow = 1 << 20

  /// The number of the row last read; the first is 1, and empty lines count.
  public internal(set) var row = 0
  /// What separates fields, once the first row has been read.
  public private(set) var delimiter = UInt8(ascii: ",")

  var buffer: [UInt8] = []
  /// Where the row being looked for begins.
  var start = 0
  /// Rows that begin here or later are another reader's.
  var limit = Int.max
  private var current = 0..<0
  private var fields: [CSVField] = []
  private var isFinished = false
  private(set) var isBegun = false
  private var isDelimiterKnown = false
  /// Lines above the table that are still to be passed over.
  private var linesToSkip = 0

  public init() {}

  /// A reader of a table whose form is known.
  public init(_ form: TableForm) {
    linesToSkip = form.skip
    guard let delimiter = form.delimiter else { return }
    self.delimiter = delimiter
    isDelimiterKnown = true
  }

  /// Adds the next piece.
  public mutating func feed(_ bytes: some Collection<UInt8>) {
    buffer.removeSubrange(..<start)
    start = 0
    current = 0..<0
    fields.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: bytes)
  }

  /// Says that no piece follows, so that a last row without a line end counts.
  public mutating func finish() { isFinished = true }

  /// Reads the next row that is not empty.
  ///
  /// - Returns: Whether there is one in what has been fed so far.
  public mutating func next() throws(TableProblem) -> Bool {
    guard try begin() else { return false }
    while start < limit {
      // Moved out and back: the splitter borrows the bytes while it fills them in.
      var found: [CSVField] = []
      swap(&found, &fields)
      found.removeAll(keepingCapacity: true)
      let splitter = CSVRowSplitter(delimiter: delimiter, isLast: isFinished)
      let ending = splitter.split(buffer.span, from: start, into: &found)
      fields = found
      let isOpen = ending == nil && (buffer.count - start > Self.longestRow || isFinished)
      if isOpen || fields.contains(where: \.isMalformed), takeFirstLine(of: ending) { return true }
      guard let ending else {
        if buffer.count - start > Self.longestRow { throw .endlessRow(row: row + 1) }
        if isFinished, start < buffer.count { throw .openQuote(row: row + 1) }
        return false
      }
      row += 1
      current = start..<ending.end
      start = ending.next
      if fields.count > 1 || !(fields.first?.range.isEmpty ?? true) { return true }
    }
    return false
  }

  /// Takes the line at hand for a row that cannot be read, where a quote that stands out of place would make it
  /// go on over the lines after it: they are rows of their own.
  ///
  /// - Returns: False where there is but one line.
  private mutating func takeFirstLine(of row: CSVRowSplitter.Ending?) -> Bool {
    guard let end = buffer[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }),
      end < row?.end ?? .max, let next = endOfLine
    else { return false }
    self.row += 1
    current = start..<end
    fields = [CSVField(range: start..<end, isMalformed: true)]
    start = next
    return true
  }

  /// Reads rows that need no care up to one that does, which `next()` reads.
  ///
  /// - Parameter rows: Receives them; the last is the row last read, but its fields cannot be asked for.
  public mutating func readPlain(into rows: inout PlainRows) {
    rows.count = 0
    guard isBegun else { return }
    fields.removeAll(keepingCapacity: true)
    var position = start
    do {
      let bytes = buffer.span
      while rows.count < PlainRows.most, position < limit,
        let next = rows.read(bytes, at: position, delimiter: delimiter)
      {
        position = next
      }
    }
    start = position
    row += rows.count
  }

  /// The numbers of names of plain rows, -1 for those that are new.
  public func find(
    _ place: Int, of rows: PlainRows, in names: NameTable, into codes: inout [Int32]
  ) {
    names.find(rows.names[place][..<rows.count], in: buffer.span, into: &codes)
  }

  /// Calls `body` with the bytes of a name in a plain row.
  public func withName<Result>(
    _ place: Int, of row: Int, in rows: PlainRows, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    body(buffer.span.extracting(rows.names[place][row]))
  }

  public var fieldCount: Int { fields.count }

  /// Whether the row last read has so many fields, but for empty ones at its end.
  public func hasWidth(_ count: Int) -> Bool {
    fields.count >= count && fields[count...].allSatisfy(\.range.isEmpty)
  }

  /// Whether all cells of the row last read are empty.
  package var isBlank: Bool { fields.allSatisfy(\.range.isEmpty) }

  /// Whether the row last read sums up others: its first cell that is not empty says so.
  public var isTotal: Bool {
    // Most rows begin with a digit.
    guard let first = fields.indices.first(where: { !fields[$0].range.isEmpty }),
      !(0x30...0x39).contains(buffer[fields[first].range.lowerBound])
    else { return false }
    return withField(first) { cell in
      guard let inner = cell.withoutSpaces else { return false }
      return TotalWord.isSaid(by: cell.extracting(inner))
    }
  }

  /// Whether quotes in the row last read are out of place.
  public var isMalformed: Bool { fields.contains(where: \.isMalformed) }

  /// Calls `body` with the bytes of one field of the row last read, without quotes around them.
  public func withField<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let field = fields[index]
    guard field.hasEscapes else { return body(buffer.span.extracting(field.range)) }
    var plain: [UInt8] = []
    var isSecond = false
    for byte in buffer[field.range] {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { plain.append(byte) }
    }
    return body(plain.span)
  }

  /// Adds fields of the row last read to a list of numbers; not a number where a value is missing.
  ///
  /// - Parameters:
  ///   - columns: Where they stand.
  ///   - forms: How each is written.
  ///   - values: Receives the numbers.
  /// - Returns: The place in `columns` of the first that is neither a number nor missing, up to which numbers
  ///   have been added.
  public func appendNumbers(
    _ columns: [Int], _ forms: [NumberForm], to values: inout [Double]
  ) -> Int? {
    for (place, column) in columns.enumerated() {
      switch number(column, forms[place]) {
      case .number(let value): values.append(value)
      case .missing: values.append(.nan)
      case .unreadable: return place
      }
    }
    return nil
  }

  /// One field as a number.
  public func number(_ index: Int, _ form: NumberForm = .plain) -> NumberReading {
    guard form.isPlain else {
      var scratch = NumberScratch()
      return withField(index) { scratch.read($0, form) }
    }
    let field = fields[index]
    let length = field.range.count
    if length > 0, length <= ShortDecimal.longest, field.range.lowerBound + 8 <= buffer.count,
      !field.hasEscapes
    {
      let word = unsafe buffer.span.bytes.unsafeLoadUnaligned(
        fromByteOffset: field.range.lowerBound, as: UInt64.self)
      if let value = ShortDecimal.value(UInt64(littleEndian: word), length: length) {
        return .number(value)
      }
    }
    return withField(index) { NumberReading($0) }
  }

  /// One field as text; Windows-1252 where it is not UTF-8.
  public func text(_ index: Int) -> String { withField(index) { DecodedText($0).text } }

  /// Where a field of the row last read stands, and what it holds.
  public func place(_ index: Int, among names: HeaderNames) -> CellPlace {
    CellPlace(row: row, column: names.names[index], value: text(index))
  }

  /// The number of one field's name, without spaces around it, in a table of names.
  public func name(_ index: Int, in names: inout NameTable) -> Int {
    withField(index) { names.index(of: $0.extracting($0.name ?? 0..<0)) }
  }

  /// A digest of all bytes of the row last read, equal for rows that are the same.
  public var digest: UInt64 { ByteDigest.digest(buffer.span.extracting(current)) }

  /// Learns from the first row what there is to learn.
  ///
  /// - Returns: False where that row has not been fed to its end.
  private mutating func begin() throws(TableProblem) -> Bool {
    if isBegun { return true }
    while linesToSkip > 0 {
      guard let end = endOfLine else { return false }
      (start, row, linesToSkip) = (end, row + 1, linesToSkip - 1)
    }
    let counts = countsInFirstRow
    guard counts.isWhole || isFinished || buffer.count > Self.longestRow else { return false }
    if buffer.isEmpty { throw .empty }
    if let problem = LeadingBytes.problem(buffer.prefix(4096)) { throw problem }
    if start == 0, buffer.starts(with: TextEncoding.utf8Mark) {
      start = TextEncoding.utf8Mark.count
    }
    if !isDelimiterKnown { delimiter = Delimiter.most(in: [counts.bytes]) }
    isBegun = true
    return true
  }

  /// Where the line after the one that begins here begins; nil where its end has not been fed.
  private var endOfLine: Int? {
    guard let end = buffer[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return isFinished ? buffer.count : nil
    }
    if buffer[end] == 0x0A { return end + 1 }
    guard end + 1 < buffer.count else { return isFinished ? end + 1 : nil }
    return buffer[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// How often each byte stands outside quotes in the first row, and whether that row has an end.
  private var countsInFirstRow: (bytes: [Int], isWhole: Bool) {
    let lines = FirstLines(buffer[start...], most: 1)
    return (lines.counts.first ?? [], lines.isCut)
  }
}
