/// Looks at every cell of the columns wanted, to find out how they are written.
public struct TableSurvey: Sendable {
  private let options: TableOptions
  private let columns: TableColumns
  private var form: TableForm
  private var reader: CSVReader
  private var search: HeaderSearch
  private var numbers: [(column: Int, name: String, evidence: NumberEvidence)] = []
  private var dates: [(column: Int, name: String, evidence: DateEvidence)] = []
  private var plain: PlainRows?
  private var isBegun = false

  public init(_ form: TableForm, _ options: TableOptions, _ columns: TableColumns) {
    self.form = form
    self.options = options
    self.columns = columns
    reader = CSVReader(form)
    search = HeaderSearch(wanted: columns.all)
  }

  public mutating func feed(_ bytes: some Collection<UInt8>) throws(TableProblem) {
    reader.feed(bytes)
    try readRows()
  }

  /// What the columns are written like.
  ///
  /// Where one is missing nothing is found out about it: whoever reads them will say so.
  public mutating func finish() throws(TableProblem) -> TableForm {
    reader.finish()
    try readRows()
    do throws(ColumnDoubt) {
      for (_, name, evidence) in numbers {
        let found = try evidence.form(
          name, isCommaSeparated: reader.delimiter == UInt8(ascii: ","), forced: options.decimal)
        if !found.isPlain { form.numbers[name] = found }
      }
      for (_, name, evidence) in dates {
        let found = try evidence.form(name, forced: options.dates)
        if found != .plain { form.dates[name] = found }
      }
    } catch {
      throw .column(error)
    }
    form.isTrial = false
    return form
  }

  private mutating func readRows() throws(TableProblem) {
    while !isBegun {
      guard try reader.next() else { return }
      guard let names = search.look(at: reader) else { continue }
      isBegun = true
      begin(names)
    }
    repeat {
      readPlain()
    } while try readNext()
  }

  private mutating func begin(_ names: HeaderNames) {
    func place(_ name: String) -> Int? { try? names.position(of: name, option: "") }
    for name in columns.numbers {
      guard let column = place(name), !numbers.contains(where: { $0.column == column }) else {
        continue
      }
      numbers.append((column, name, NumberEvidence()))
    }
    for name in columns.dates {
      guard let column = place(name) else { continue }
      dates.append((column, name, DateEvidence()))
    }
    let wanted = numbers.map(\.column) + dates.map(\.column)
    plain = CSVLayout(columns: names.count, numbers: [], names: wanted).map(PlainRows.init)
  }

  private mutating func readPlain() {
    guard var rows = plain else { return }
    repeat {
      reader.readPlain(into: &rows)
      for place in numbers.indices {
        for row in 0..<rows.count {
          reader.withName(place, of: row, in: rows) { numbers[place].evidence.note($0) }
        }
      }
      for place in dates.indices {
        for row in 0..<rows.count {
          reader.withName(numbers.count + place, of: row, in: rows) {
            dates[place].evidence.note($0)
          }
        }
      }
    } while rows.count == PlainRows.most
    plain = rows
  }

  private mutating func readNext() throws(TableProblem) -> Bool {
    guard try reader.next() else { return false }
    if reader.isTotal { return true }
    for place in numbers.indices where numbers[place].column < reader.fieldCount {
      let column = numbers[place].column
      reader.withField(column) { numbers[place].evidence.note($0) }
    }
    for place in dates.indices where dates[place].column < reader.fieldCount {
      let column = dates[place].column
      reader.withField(column) { dates[place].evidence.note($0) }
    }
    return true
  }
}
