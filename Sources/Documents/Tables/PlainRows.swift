/// Which columns of a table are wanted as numbers and which as names.
public struct CSVLayout: Sendable {
  /// What one column is wanted for: its place among the numbers and among the names, -1 for neither.
  struct Use: Sendable {
    var number = -1
    var name = -1
    /// Only 0 and 1 are plain.
    var isShare = false
    var writing = Writing.plain
  }

  /// How quickly a number can be read.
  enum Writing: Sendable {
    /// As a decimal with a point.
    case plain
    /// The same with a comma for the point, and perhaps grouped.
    case withComma
    /// With care.
    case other

    init(_ form: NumberForm) {
      var comma = NumberForm()
      (comma.decimal, comma.example) = (.comma, form.example)
      self = form.isPlain ? .plain : form == comma ? .withComma : .other
    }
  }

  let uses: [Use]
  /// How each column of numbers is written.
  let forms: [NumberForm]
  public let numbers: Int
  public let names: Int

  /// Fails where a column is wanted twice as the same.
  ///
  /// - Parameters:
  ///   - columns: How many a row has.
  ///   - numbers: The columns of numbers in the order wanted, and which of them hold only 0 and 1.
  ///   - names: The columns of names in the order wanted.
  ///   - forms: How each column of numbers is written; plainly unless given.
  public init?(
    columns: Int, numbers: [(column: Int, isShare: Bool)], names: [Int],
    forms: [NumberForm]? = nil
  ) {
    var uses = [Use](repeating: Use(), count: columns)
    for (place, number) in numbers.enumerated() {
      guard uses[number.column].number < 0 else { return nil }
      uses[number.column].number = place
      uses[number.column].isShare = number.isShare
      if let forms { uses[number.column].writing = Writing(forms[place]) }
    }
    for (place, column) in names.enumerated() {
      guard uses[column].name < 0 else { return nil }
      uses[column].name = place
    }
    self.uses = uses
    self.forms = forms ?? numbers.map { _ in .plain }
    self.numbers = numbers.count
    self.names = names.count
  }
}

/// Rows that need no care: no quotes but around whole fields, as wide as the first, every number readable or missing.
///
/// They are read in one go, a few nanoseconds a field; `CSVReader.next()` reads the others.
public struct PlainRows: Sendable {
  public static let most = 256

  public internal(set) var count = 0
  /// A row after the other, not a number where a value is missing.
  var storage: [Double]
  /// Of each column of names where it stands in each row, without spaces around it.
  public internal(set) var names: [[Range<Int>]]
  let layout: CSVLayout
  private var scratch = NumberScratch()

  public init(_ layout: CSVLayout) {
    self.layout = layout
    storage = [Double](repeating: 0, count: Self.most * layout.numbers)
    names = [[Range<Int>]](
      repeating: Array(repeating: 0..<0, count: Self.most), count: layout.names)
  }

  /// The numbers of some of the rows.
  public func numbers(_ rows: Range<Int>) -> ArraySlice<Double> {
    storage[(rows.lowerBound * layout.numbers)..<(rows.upperBound * layout.numbers)]
  }

  /// Reads a row into the place of the next one.
  ///
  /// - Returns: Where the row after it begins; nil where it is not plain.
  @inline(__always)
  mutating func read(_ bytes: Span<UInt8>, at start: Int, delimiter: UInt8) -> Int? {
    let raw = unsafe bytes.bytes
    let marks = CSVMarks(delimiter: delimiter)
    let columns = layout.uses.count
    let first = count * layout.numbers
    var position = start
    var isFirst = true
    for column in 0..<columns {
      guard position + 8 <= raw.byteCount else { return nil }
      var word = UInt64(
        littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
      var (cell, end) = (position..<position, position)
      if word & 0xFF == UInt64(UInt8(ascii: "\"")) {
        guard let close = Self.closingQuote(bytes, from: position + 1) else { return nil }
        (cell, end) = ((position + 1)..<close, close + 1)
        guard position + 9 <= raw.byteCount else { return nil }
        word = UInt64(
          littleEndian: unsafe raw.unsafeLoadUnaligned(
            fromByteOffset: position + 1, as: UInt64.self))
      } else {
        let ends = marks.ends(in: word)
        end =
          ends != 0
          ? position + ends.trailingZeroBitCount / 8 : marks.end(bytes, from: position + 8)
        cell = position..<end
      }
      guard end < bytes.count else { return nil }
      if isFirst, !cell.isEmpty {
        // A row of totals wants to be told from the others, and so do spaces before its word.
        if bytes[cell.lowerBound] <= 0x20 || TotalWord.isSaid(by: bytes.extracting(cell)) {
          return nil
        }
        isFirst = false
      }
      let use = layout.uses[column]
      if use.number >= 0 {
        let read: Double? =
          switch use.writing {
          case .plain: Self.number(bytes, cell, word)
          case .withComma:
            ShortDecimal.withComma(word, length: cell.count)
              ?? number(bytes, cell, layout.forms[use.number])
          case .other: number(bytes, cell, layout.forms[use.number])
          }
        guard let value = read else { return nil }
        if use.isShare, value != 0, value != 1, !value.isNaN { return nil }
        storage[first + use.number] = value
      }
      if use.name >= 0 {
        names[use.name][count] = Self.trimmed(bytes, cell)
      }
      position = end + 1
      if column + 1 < columns {
        guard bytes[end] == delimiter else { return nil }
      } else if bytes[end] == 0x0D {
        guard end > start, position < bytes.count, bytes[position] == 0x0A else { return nil }
        position += 1
      } else {
        guard bytes[end] == 0x0A, end > start else { return nil }
      }
    }
    count += 1
    return position
  }

  /// Where a quoted field ends that holds neither quotes nor line ends; nil where it is not as plain as that.
  @inline(__always)
  private static func closingQuote(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") { return place }
      if byte == 0x0A || byte == 0x0D { return nil }
      place += 1
    }
    return nil
  }

  @inline(__always)
  private static func number(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ word: UInt64
  ) -> Double? {
    if range.isEmpty { return .nan }
    if range.count <= ShortDecimal.longest,
      let value = ShortDecimal.value(word, length: range.count)
    {
      return value
    }
    return longer(bytes, range)
  }

  @inline(never)
  private mutating func number(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ form: NumberForm
  ) -> Double? {
    scratch.read(bytes.extracting(range), form).valueOrMissing
  }

  @inline(never)
  private static func longer(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    NumberReading(bytes.extracting(range)).valueOrMissing
  }

  @inline(__always)
  private static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    // Spaces at an end, and perhaps the zeros of a number's decimals, are no part of a name.
    guard !range.isEmpty,
      bytes[range.lowerBound] <= 0x20 || bytes[range.upperBound - 1] <= 0x30
        || bytes[range.lowerBound] >= 0x80 || bytes[range.upperBound - 1] >= 0x80
    else { return range }
    guard let inner = bytes.extracting(range).name else { return 0..<0 }
    return (range.lowerBound + inner.lowerBound)..<(range.lowerBound + inner.upperBound)
  }
}
