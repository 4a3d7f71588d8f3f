internal import Statistics

/// Reads an experiment's units from the bytes of a CSV file that arrive in pieces.
///
/// The first row has the column names. An empty cell, NA, NaN, null or none means that nothing was recorded;
/// anything else that is no number where one belongs refuses the file. Memory is that of the columns asked for.
public struct UnitReader: Sendable {
  public let columns: UnitColumns
  public private(set) var counts = UnitCounts()
  private let expectedBytes: Int?
  private var reader = CSVReader()
  private var bytesFed = 0
  private var names = HeaderNames([])
  private var positions: UnitPositions?
  private var values: [Double] = []
  private var arm = GroupColumn()
  private var groups: [GroupColumn] = []
  /// The groups of the row being read.
  private var groupCodes: [Int] = []
  private var units = NameTable()
  private var firstRows: [Int32] = []
  private var faults = Faults()

  /// What refuses the file, gathered until its end so that all of it is said at once.
  private struct Faults {
    static let shown = 5
    var notNumbers: [CellPlace] = []
    var notNumberCount = 0
    var notShares: [CellPlace] = []
    var notShareCount = 0
    var repeated: [UnitProblem.RepeatedUnit] = []
    var repeatedCount = 0
  }

  /// - Parameters:
  ///   - columns: The columns to read.
  ///   - expectedBytes: The size of the file, if known, so that memory is taken once.
  public init(_ columns: UnitColumns, expectedBytes: Int? = nil) {
    self.columns = columns
    self.expectedBytes = expectedBytes
  }

  /// Reads the next piece of the file.
  public mutating func feed(_ bytes: some Collection<UInt8>) throws(UnitProblem) {
    reader.feed(bytes)
    bytesFed += bytes.count
    let before = values.count
    try readRows()
    reserve(after: values.count - before)
  }

  /// Reads what is left.
  ///
  /// - Returns: The units, the control's arm first.
  public mutating func finish() throws(UnitProblem) -> UnitTable {
    reader.finish()
    try readRows()
    try refuse()
    let control = try controlName()
    var labels: [UnitTable.Role: Labels] = [:]
    for (place, group) in (positions?.groups ?? []).enumerated() {
      labels[group.role] = groups[place].labels()
    }
    groups = []
    units = NameTable()
    firstRows = []
    let width = columns.numbers.count
    countMissing()
    var taken: [Double] = []
    swap(&taken, &values)
    return UnitTable(
      columns: columns.numbers.map(\.name),
      values: Matrix(rows: counts.used, columns: width, elements: taken),
      arm: columns.arm == nil
        ? Labels(names: ["all"], codes: Array(repeating: 0, count: counts.used))
        : arm.labels(first: control), groups: labels)
  }

  private mutating func readRows() throws(UnitProblem) {
    while try nextRow() {
      if let positions {
        counts.read += 1
        readRow(positions)
      } else {
        names = HeaderNames(reader)
        do {
          positions = try columns.positions(among: names)
        } catch {
          throw .header(error)
        }
        groups = (positions?.groups ?? []).map { _ in GroupColumn() }
        groupCodes = [Int](repeating: 0, count: groups.count)
      }
    }
  }

  private mutating func nextRow() throws(UnitProblem) -> Bool {
    do {
      return try reader.next()
    } catch {
      throw .table(error)
    }
  }

  private mutating func readRow(_ at: UnitPositions) {
    if reader.isMalformed { return counts.drop(.strayQuotes, CellPlace(row: reader.row)) }
    if reader.fieldCount != at.count {
      return counts.drop(.wrongWidth, CellPlace(row: reader.row))
    }
    var armCode = 0
    if let column = at.arm {
      let arm = self.arm.read(reader, column)
      if arm.isMissing { return drop(.noArm, column) }
      armCode = arm.code
    }
    for (place, group) in at.groups.enumerated() {
      // A stratum or segment that is not known is one of its own.
      let (code, isMissing) = groups[place].read(reader, group.column)
      groupCodes[place] = code
      if isMissing, group.role == .cluster { return drop(.noCluster, group.column) }
      if isMissing, group.role == .day { return drop(.noDay, group.column) }
    }
    if let unit = at.unit, !isNew(unit) { return }
    guard readNumbers(at) else { return }
    if at.arm != nil { arm.append(armCode) }
    for place in groups.indices { groups[place].append(groupCodes[place]) }
    counts.used += 1
  }

  private mutating func isNew(_ column: Int) -> Bool {
    if reader.withField(column, { $0.withoutSpaces == nil }) {
      drop(.noUnit, column)
      return false
    }
    let unit = reader.name(column, in: &units)
    guard unit < firstRows.count else {
      firstRows.append(Int32(truncatingIfNeeded: reader.row))
      return true
    }
    faults.repeatedCount += 1
    if faults.repeated.count < Faults.shown {
      faults.repeated.append(
        UnitProblem.RepeatedUnit(
          name: reader.text(column), rows: [Int(firstRows[unit]), reader.row]))
    }
    return false
  }

  private mutating func readNumbers(_ at: UnitPositions) -> Bool {
    let start = values.count
    if let place = reader.appendNumbers(at.numbers, to: &values) {
      values.removeSubrange(start...)
      faults.notNumberCount += 1
      if faults.notNumbers.count < Faults.shown {
        faults.notNumbers.append(reader.place(at.numbers[place], among: names))
      }
      return false
    }
    for (place, number) in columns.numbers.enumerated() where number.isShare {
      let value = values[start + place]
      guard value != 0, value != 1, !value.isNaN else { continue }
      faults.notShareCount += 1
      if faults.notShares.count < Faults.shown {
        faults.notShares.append(reader.place(at.numbers[place], among: names))
      }
    }
    return true
  }

  private mutating func drop(_ reason: DroppedRows.Reason, _ column: Int) {
    counts.drop(reason, reader.place(column, among: names))
  }

  private func refuse() throws(UnitProblem) {
    if faults.notNumberCount > 0 {
      throw .notNumbers(faults.notNumbers, count: faults.notNumberCount)
    }
    if faults.notShareCount > 0 { throw .notShares(faults.notShares, count: faults.notShareCount) }
    if faults.repeatedCount > 0 {
      throw .repeatedUnits(
        faults.repeated, count: faults.repeatedCount, column: columns.unit ?? "")
    }
    if counts.read == 0 { throw .noRows }
    if counts.used == 0 { throw .nothingUsable(counts) }
  }

  /// The control asked for; else the arm called control or baseline; else the first in order.
  private func controlName() throws(UnitProblem) -> String? {
    guard let column = columns.arm else { return nil }
    let names = arm.names()
    if names.count > UnitProblem.mostArms {
      throw .tooManyArms(names.count, column: column)
    }
    if let control = columns.control, !names.contains(control) {
      throw .noSuchControl(control, known: names, nearest: nearest(to: control, among: names))
    }
    if names.count == 1 { throw .oneArm(names[0], column: column) }
    return columns.control
      ?? names.first { ["control", "baseline"].contains($0.lowercased()) }
  }

  private mutating func countMissing() {
    let width = columns.numbers.count
    var missing = [Int](repeating: 0, count: width)
    for start in stride(from: 0, to: values.count, by: max(1, width)) {
      for column in 0..<width where values[start + column].isNaN { missing[column] += 1 }
    }
    for (number, count) in zip(columns.numbers, missing) { counts.missing[number.name] = count }
  }

  /// Takes memory for as many units as the size of the file promises, once it would not suffice.
  ///
  /// Without it arrays would double, and hold half as much again as the columns while they do.
  private mutating func reserve(after grown: Int) {
    guard let expectedBytes, grown > 0, values.capacity - values.count < 2 * grown else { return }
    let promised = Double(counts.used) / Double(bytesFed) * Double(expectedBytes)
    let units = max(Int(promised * 1.01), counts.used) + 2 * grown / columns.numbers.count + 1
    values.reserveCapacity(units * columns.numbers.count)
    arm.reserve(units)
    for place in groups.indices { groups[place].reserve(units) }
  }
}
