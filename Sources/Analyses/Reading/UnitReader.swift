public import Experiments
public import Documents
import Statistics

/// Reads an experiment's units from the bytes of a CSV file that arrive in pieces.
///
/// The first row has the column names. An empty cell, NA, NaN, null or none means that nothing was recorded;
/// anything else that is no number where one belongs refuses the file. Memory is that of the columns asked for.
public struct UnitReader: Sendable {
  public let columns: UnitColumns
  private let form: TableForm
  private var search: HeaderSearch
  public private(set) var counts = UnitCounts()
  private let expectedBytes: Int?
  private var reader = CSVReader()
  private var bytesFed = 0
  private var header = HeaderNames([])
  private var positions: UnitPositions?
  private var values: [Double] = []
  /// Units without a value, by column of numbers.
  private var missing: [Int]
  /// Of arms and of other groups, in the order of `positions`.
  private var groups: [GroupNames] = []
  private var codes: [[Int32]] = []
  private var units = NameTable()
  private var repeated = RepeatedUnits()
  private var faults = UnitFaults()
  /// A unit's name is not UTF-8.
  private var hasForeignUnits = false
  /// Memory of parts taken over, for parts to come.
  private var used: [UnitRows] = []

  /// - Parameters:
  ///   - columns: The columns to read.
  ///   - form: How the file is written.
  ///   - expectedBytes: The size of the file, if known, so that memory is taken once.
  public init(
    _ columns: UnitColumns, _ form: TableForm = TableForm(), expectedBytes: Int? = nil
  ) {
    self.columns = columns
    self.form = form
    reader = CSVReader(form)
    search = HeaderSearch(wanted: columns.table.all)
    self.expectedBytes = expectedBytes
    missing = Array(repeating: 0, count: columns.numbers.count)
    counts.lost.figure = columns.numbers.first?.name
  }

  /// Reads the next piece of the file.
  public mutating func feed(_ bytes: some Collection<UInt8>) throws(UnitProblem) {
    try begin(bytes)
    try take([])
  }

  /// The same on several threads, which change no unit.
  public mutating func feed(
    _ bytes: some Collection<UInt8>, threads: Int
  ) async throws(UnitProblem) {
    try begin(bytes)
    guard let positions else { return }
    let (header, groups) = (header, groups)
    let parts = reader.parts(threads).map { ($0, used.popLast()) }
    var read: [PartRead] = []
    await inOrder(parts, threads: threads) { part, used in
      PartRead(
        part, try? UnitRowReader(positions, header, groups, part, reusing: used).read())
    } _: {
      read.append($0)
    }
    try take(read)
  }

  /// Reads what is left.
  ///
  /// - Returns: The units, the control's arm first.
  public mutating func finish() throws(UnitProblem) -> UnitTable {
    reader.finish()
    try begin([])
    if positions == nil, let names = search.fallback { try begin(names) }
    try take([])
    repeated.note(in: &faults)
    try faults.refuse(unitColumn: columns.unit)
    setAside()
    if counts.read == 0 { throw .noRows }
    if counts.used == 0 { throw .nothingUsable(counts) }
    (units, repeated) = (NameTable(), RepeatedUnits())
    for (number, count) in zip(columns.numbers, missing) { counts.missing[number.name] = count }
    let control =
      try columns.arm.map { (column) throws(UnitProblem) in
        try groups[0].control(
          codes[0], asked: columns.control, column: column, besides: counts.reasons)
      } ?? nil
    counts.arms = columns.arm == nil ? 1 : groups[0].order(codes[0]).count
    let calendar = try calendar()
    var arm = Labels(names: ["all"], codes: [])
    var labels: [UnitTable.Role: Labels] = [:]
    for place in groups.indices {
      var own: [Int32] = []
      swap(&own, &codes[place])
      if let role = groups[place].role {
        labels[role] = role == .day ? calendar?.labels(own) : nil
        if labels[role] == nil { labels[role] = groups[place].labels(own) }
      } else {
        arm = groups[place].labels(own, first: control)
      }
    }
    if columns.arm == nil {
      arm = Labels(names: ["all"], codes: Array(repeating: 0, count: counts.used))
    }
    var taken: [Double] = []
    swap(&taken, &values)
    let matrix = Matrix(rows: counts.used, columns: columns.numbers.count, elements: taken)
    counts.lost.compare(arm: arm, values: matrix)
    return UnitTable(
      columns: columns.numbers.map(\.name), values: matrix, arm: arm, groups: labels)
  }

  /// What has been read of a part; nil where its end could not be found.
  private struct PartRead: Sendable {
    let part: CSVReader
    let product: (rows: UnitRows, reader: CSVReader)?

    init(_ part: CSVReader, _ product: (rows: UnitRows, reader: CSVReader)?) {
      self.part = part
      self.product = product
    }
  }

  /// Takes in bytes, and learns where the columns are as soon as the first row is there.
  private mutating func begin(_ bytes: some Collection<UInt8>) throws(UnitProblem) {
    reader.feed(bytes)
    bytesFed += bytes.count
    while positions == nil, try nextRow() {
      if let names = search.look(at: reader) { try begin(names) }
    }
  }

  private mutating func nextRow() throws(UnitProblem) -> Bool {
    do {
      return try reader.next()
    } catch {
      throw .table(error)
    }
  }

  private mutating func begin(_ names: HeaderNames) throws(UnitProblem) {
    header = names
    counts.notes = search.notes(on: form)
    do {
      let found = try UnitPositions(columns, among: header, form)
      groups = found.groups.map { GroupNames(column: $0.column, role: $0.role) }
      codes = found.groups.map { _ in [] }
      positions = found
    } catch {
      throw .header(error)
    }
  }

  /// Takes over parts read side by side, then reads what is left.
  private mutating func take(_ parts: [PartRead]) throws(UnitProblem) {
    guard let positions else { return }
    let before = values.count
    for read in parts {
      // A part that begins inside quotes is none: what comes before it has gone further.
      guard let (rows, end) = read.product, reader.isWhere(read.part) else { break }
      take(rows, after: reader.row)
      reader.skip(to: end)
      used.append(rows)
    }
    do {
      let (rows, end) = try UnitRowReader(
        positions, header, groups, reader, reusing: used.popLast()
      ).read()
      take(rows, after: rows.rowBefore)
      reader = end
      used.append(rows)
    } catch {
      throw .table(error)
    }
    reserve(after: values.count - before)
    if form.isTrial, !isPlain { throw .table(.notPlain) }
  }

  /// Whether all that has been read needed no knowledge of how the file is written.
  private var isPlain: Bool {
    faults.notNumberCount == 0 && faults.notShareCount == 0 && !hasForeignUnits
      && groups.allSatisfy(\.isUTF8)
  }

  private mutating func take(_ rows: UnitRows, after row: Int) {
    let (shift, start) = (row - rows.rowBefore, counts.used)
    counts.merge(rows.counts, after: shift)
    faults.merge(rows.faults, after: shift)
    values.append(contentsOf: rows.values)
    countMissing(rows.values)
    for place in groups.indices {
      let new = rows.newNames[place]
      if new.count == 0 {
        codes[place].append(contentsOf: rows.codes[place])
        continue
      }
      var next = 0
      for code in rows.codes[place] {
        guard code < 0 else {
          codes[place].append(code)
          continue
        }
        codes[place].append(new.withName(next) { groups[place].add($0) })
        next += 1
      }
    }
    for place in 0..<rows.units.count {
      note(rows, place, row: rows.unitRows[place] + shift, among: start + place)
    }
  }

  /// Notes a unit's name and its row, or that it came before.
  private mutating func note(_ rows: UnitRows, _ place: Int, row: Int, among unitPlace: Int) {
    let unit = rows.units.withName(place) { units.index(of: $0) }
    if unit == repeated.count {
      if form.isTrial, !rows.units.withName(place, { $0.isUTF8 }) { hasForeignUnits = true }
      return repeated.addFirst(row: row, place: unitPlace)
    }
    repeated.add(
      unit, row: row, place: unitPlace, arms: columns.arm == nil ? nil : codes[0]
    ) { rows.units.withName(place) { DecodedText($0).text } }
  }

  /// Leaves out units that are in several arms, whose effect nobody can tell.
  private mutating func setAside() {
    guard let aside = repeated.setAside(keepsFirst: columns.keepsFirstArm) else { return }
    let width = columns.numbers.count
    var (next, kept) = (0, 0)
    for place in 0..<counts.used {
      if next < aside.places.count, aside.places[next] == place {
        for column in 0..<width where values[place * width + column].isNaN { missing[column] -= 1 }
        counts.drop(.severalArms, CellPlace(row: aside.rows[next]))
        next += 1
        continue
      }
      for column in 0..<width { values[kept * width + column] = values[place * width + column] }
      for group in codes.indices { codes[group][kept] = codes[group][place] }
      kept += 1
    }
    values.removeLast(values.count - kept * width)
    for group in codes.indices { codes[group].removeLast(codes[group].count - kept) }
    counts.used = kept
    counts.notes.append(aside.note)
  }

  /// The days as those of a calendar; nil where they are numbers, or words with one number.
  private mutating func calendar() throws(UnitProblem) -> DayCalendar? {
    guard let column = columns.groups[.day],
      let place = groups.firstIndex(where: { $0.role == .day })
    else { return nil }
    do {
      if let calendar = try groups[place].calendar(codes[place], column, form.askedDates) {
        counts.notes += [calendar.form.sentence(column)].compactMap(\.self)
        return calendar
      }
    } catch {
      throw .table(.column(error))
    }
    if let example = groups[place].unorderedDay(codes[place]) {
      throw .unorderedDays(example: example, column: column)
    }
    return nil
  }

  private mutating func countMissing(_ values: [Double]) {
    let width = missing.count
    for start in stride(from: 0, to: values.count, by: max(1, width)) {
      for column in 0..<width where values[start + column].isNaN { missing[column] += 1 }
    }
  }

  /// Takes memory for as many units as the size of the file promises, once it would not suffice.
  ///
  /// Without it arrays would double, and hold half as much again as the columns while they do.
  private mutating func reserve(after grown: Int) {
    guard let expectedBytes, grown > 0, values.capacity - values.count < 2 * grown else { return }
    let promised = Double(counts.used) / Double(bytesFed) * Double(expectedBytes)
    let units = max(Int(promised * 1.01), counts.used) + 2 * grown / columns.numbers.count + 1
    values.reserveLargePages(units * columns.numbers.count)
    for place in codes.indices { codes[place].reserveCapacity(units) }
  }
}
