/// How a file of rows is written, as found out from all of it.
public struct TableForm: Sendable, Equatable {
  public var encoding = TextEncoding.utf8
  /// What separates fields; nil for what the first rows have most of.
  public var delimiter: UInt8?
  /// Lines above the table that were asked to be skipped.
  public var skip = 0
  /// By column, where figures are not plain decimals.
  public var numbers: [String: NumberForm] = [:]
  /// By column, where a date alone does not tell.
  public var dates: [String: DateForm] = [:]
  /// How dates were said to be written, also of columns that are not known beforehand to hold any.
  public var askedDates: DateForm?
  /// Days so far from all others that they are no days of the log.
  public var farOff: Set<CalendarDate> = []
  /// Whether it is still to be seen that cells are plain: the first that is not ends the reading.
  public var isTrial = false
  /// What there is to say about where its rows come from, in sentences.
  public var notes: [String] = []

  public init() {}

  /// What had to be found out, in sentences.
  public var sentences: [String] {
    var sentences = notes
    if encoding != .utf8 { sentences.append("The file is read as \(encoding.title).") }
    for (column, form) in numbers.sorted(by: { $0.key < $1.key }) {
      if let sentence = form.sentence(column) { sentences.append(sentence) }
    }
    for (column, form) in dates.sorted(by: { $0.key < $1.key }) {
      if let sentence = form.sentence(column) { sentences.append(sentence) }
    }
    return sentences
  }
}

/// What was said about how a file is written.
public struct TableOptions: Sendable, Equatable {
  public var encoding: TextEncoding?
  public var delimiter: UInt8?
  public var skip = 0
  public var decimal: DecimalMark?
  public var dates: DateForm?
  /// What there is to say about where the rows come from, in sentences.
  public var notes: [String] = []

  public init() {}

  /// The form before anything has been found out.
  var form: TableForm {
    var form = TableForm()
    form.encoding = encoding ?? .utf8
    form.delimiter = delimiter
    form.skip = skip
    form.askedDates = dates
    form.notes = notes
    return form
  }
}

/// The columns that matter of a table, by what is wanted of them.
public struct TableColumns: Sendable, Equatable {
  public var numbers: [String]
  public var dates: [String]
  public var names: [String]

  public init(numbers: [String] = [], dates: [String] = [], names: [String] = []) {
    self.numbers = numbers
    self.dates = dates
    self.names = names
  }

  public var all: [String] { names + dates + numbers }
}
