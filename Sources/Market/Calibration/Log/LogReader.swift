public import Documents
internal import Statistics

/// Reads a purchase log from bytes that arrive in pieces.
///
/// Rows that cannot be used are set aside and counted by reason; rows that repeat another in every field
/// are kept, because order lines may well be equal, and counted too.
public struct LogReader: Sendable {
  public let columns: LogColumns
  public let currency: Currency
  public private(set) var rows = RowCounts()
  public private(set) var log: PurchaseLog
  private let form: TableForm
  private var reader: CSVReader
  private var search: HeaderSearch
  private var dateForm = DateForm.plain
  private var amountForm = NumberForm.plain
  /// Whether these are plain, which is asked of every row.
  private var (areDatesPlain, areAmountsPlain) = (true, true)
  private var scratch = NumberScratch()
  private var names = HeaderNames([])
  private var positions: LogColumnPositions?

  /// - Parameters:
  ///   - columns: The names of the columns.
  ///   - currency: What amounts are in.
  ///   - until: The last day of observation; nil for the last day there is.
  ///   - form: How the file is written.
  public init(
    columns: LogColumns, currency: Currency, until: CalendarDate?, form: TableForm = TableForm()
  ) {
    self.columns = columns
    self.form = form
    reader = CSVReader(form)
    search = HeaderSearch(wanted: columns.table.all)
    self.currency = currency
    log = PurchaseLog(until: until)
  }

  /// Reads the next piece of the file.
  public mutating func feed(_ bytes: some Collection<UInt8>) throws(LogProblem) {
    reader.feed(bytes)
    try readRows()
  }

  /// Reads what is left and summarises.
  public mutating func finish() throws(LogProblem) -> PurchaseSummary {
    reader.finish()
    try readRows()
    if positions == nil, let names = search.fallback { try begin(names) }
    if form.farOff.isEmpty, let days = log.farOffDays { throw .farOff(days) }
    if rows.read == 0 { throw .noRows }
    if rows.used == 0 { throw .nothingUsable(rows) }
    if let until = log.until, let last = log.days?.upperBound, until > last {
      throw .endsBefore(until: until, last: last)
    }
    if let summary = PurchaseSummary(log) { return summary }
    // Rows there are, so that nobody can be missing but for the end of observation.
    let first = log.days?.lowerBound ?? CalendarDate(dayNumber: 0)
    throw .nobodyYet(until: log.until ?? first, first: first)
  }

  private mutating func readRows() throws(LogProblem) {
    while try nextRow() {
      if let positions {
        rows.read += 1
        readRow(positions)
        if form.isTrial, !isPlain { throw .table(.notPlain) }
      } else if let names = search.look(at: reader) {
        try begin(names)
      }
    }
  }

  private mutating func begin(_ names: HeaderNames) throws(LogProblem) {
    self.names = names
    positions = try columns.positions(among: names)
    dateForm = form.dates[columns.date] ?? .plain
    if let column = columns.amount {
      amountForm = form.numbers[column] ?? .plain
      if let found = amountForm.currencies, !currency.code.isEmpty, !found.contains(currency.code) {
        throw .otherCurrency(found.joined(separator: " or "), said: currency.code, column: column)
      }
    }
    (areDatesPlain, areAmountsPlain) = (dateForm == .plain, amountForm.isPlain)
    rows.notes = search.notes(on: form)
  }

  /// Whether all that has been read needed no knowledge of how the file is written.
  private var isPlain: Bool {
    rows.notUTF8 == 0
      && !rows.setAside.contains { $0.reason == .unreadableDate || $0.reason == .unreadableAmount }
  }

  private mutating func nextRow() throws(LogProblem) -> Bool {
    do {
      return try reader.next()
    } catch {
      throw .table(error)
    }
  }

  private mutating func readRow(_ at: LogColumnPositions) {
    if reader.isMalformed { return setAside(.strayQuotes) }
    if reader.isTotal { return setAside(.total) }
    if !reader.hasWidth(at.count) { return setAside(.wrongWidth) }
    if reader.withField(at.customer, { MissingWord.isSaid(by: $0) }) {
      return setAside(.missingCustomer, at.customer)
    }
    let date: CalendarDate
    switch readDate(at.date) {
    case .date(let day) where form.farOff.contains(day): return setAside(.farOffDate, at.date)
    case .date(let day): date = day
    case .missing: return lose(.missingDate, at)
    case .unreadable: return lose(.unreadableDate, at)
    }
    let amount: Int64?
    var isRounded = false
    switch readAmount(at) {
    case .exact(let units): amount = units
    case .rounded(let units): (amount, isRounded) = (units, true)
    // Somebody bought, whatever it cost.
    case .missing: amount = nil
    case .unreadable: return lose(.unreadableAmount, at, date)
    case .tooLarge: return lose(.tooLargeAmount, at, date)
    }
    if let amount, amount < 0 { return setAside(.negativeAmount, at.amount) }
    guard add(at.customer, date, amount) else { return lose(.tooLargeAmount, at, date) }
    rows.used += 1
    if amount == nil { rows.unpriced += 1 }
    rows.lostRows.keep(date, amount)
    if isRounded { rows.rounded += 1 }
  }

  /// Sets a row aside whose day cannot be read, and notes its amount.
  private mutating func lose(_ reason: SetAsideReason, _ at: LogColumnPositions) {
    setAside(reason, at.date)
    switch readAmount(at) {
    case .exact(let amount), .rounded(let amount): rows.lostRows.lose(amount: amount)
    case .missing, .unreadable, .tooLarge: break
    }
  }

  /// Sets a row aside whose amount cannot be used, and notes its day.
  private mutating func lose(
    _ reason: SetAsideReason, _ at: LogColumnPositions, _ date: CalendarDate
  ) {
    setAside(reason, at.amount)
    rows.lostRows.lose(day: date)
  }

  private func readDate(_ index: Int) -> DateReading {
    areDatesPlain
      ? reader.withField(index, DateReading.init) : reader.withField(index, dateForm.read)
  }

  private mutating func readAmount(_ at: LogColumnPositions) -> AmountReading {
    guard let index = at.amount else { return .missing }
    let decimals = currency.decimals
    guard !areAmountsPlain else {
      return reader.withField(index) { AmountReading($0, decimals: decimals) }
    }
    let (reader, form) = (reader, amountForm)
    guard let plain = reader.withField(index, { scratch.decimal($0, form) }) else {
      return .unreadable
    }
    return AmountReading(plain.span, decimals: decimals)
  }

  private mutating func add(_ index: Int, _ date: CalendarDate, _ amount: Int64?) -> Bool {
    let digest = reader.digest
    if reader.withField(index, CutNumber.isOne) {
      rows.cutNames += 1
      rows.cutName = rows.cutName ?? reader.text(index)
    }
    let isASCII = reader.withField(index) { text in text.indices.allSatisfy { text[$0] < 0x80 } }
    if isASCII {
      return reader.withField(index) { text in
        let range = text.name ?? 0..<0
        return log.add(
          customer: text.extracting(range), date: date, amount: amount, digest: digest)
      }
    }
    let decoded = reader.withField(index) { DecodedText($0) }
    if !decoded.isUTF8 { rows.notUTF8 += 1 }
    let name = Array(Self.trimmed(decoded.text).utf8)
    return log.add(customer: name.span, date: date, amount: amount, digest: digest)
  }

  private mutating func setAside(_ reason: SetAsideReason, _ column: Int? = nil) {
    let reader = reader
    let names = names
    rows.setAside(reason) {
      column.map { reader.place($0, among: names) } ?? CellPlace(row: reader.row)
    }
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let start = text.drop(while: isSpace)
    let end = start.lastIndex { !isSpace($0) }
    return end.map { String(start[...$0]) } ?? ""
  }
}
