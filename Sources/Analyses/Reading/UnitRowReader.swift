import Experiments
import Documents

/// Reads the rows of one part of what was fed; several can work side by side.
struct UnitRowReader: Sendable {
  private let at: UnitPositions
  private let header: HeaderNames
  /// The names of groups seen so far, which are only looked up here.
  private let groups: [GroupNames]
  private var reader: CSVReader
  private var rows: UnitRows
  /// Of the row in hand its groups' numbers, -1 where not known, and its names, the unit's last.
  private var codes: [Int32]
  private var names = NameList()

  init(
    _ at: UnitPositions, _ header: HeaderNames, _ groups: [GroupNames], _ reader: CSVReader,
    reusing used: UnitRows? = nil
  ) {
    self.at = at
    self.header = header
    self.groups = groups
    self.reader = reader
    rows = used ?? UnitRows(groups: groups.count, after: reader.row)
    rows.empty(after: reader.row)
    codes = Array(repeating: -1, count: groups.count)
  }

  /// Reads all rows there are.
  ///
  /// - Returns: What they hold, and the reader after them.
  consuming func read() throws(TableProblem) -> (rows: UnitRows, reader: CSVReader) {
    if let layout = at.layout {
      var plain = PlainRows(layout)
      var found = [[Int32]](repeating: [], count: groups.count)
      repeat {
        repeat {
          reader.readPlain(into: &plain)
          take(plain, &found)
        } while plain.count == PlainRows.most
      } while try readNext()
    } else {
      while try readNext() {}
    }
    return (rows, reader)
  }

  /// Takes over rows that need no care in themselves.
  private mutating func take(_ plain: PlainRows, _ found: inout [[Int32]]) {
    guard plain.count > 0 else { return }
    rows.counts.read += plain.count
    var isEasy = at.unit == nil
    for place in groups.indices {
      groups[place].find(place, of: plain, reader, into: &found[place])
      isEasy = isEasy && allAreUnits(plain, place, found[place])
    }
    if isEasy {
      rows.values.append(contentsOf: plain.numbers(0..<plain.count))
      rows.counts.used += plain.count
      for place in groups.indices {
        rows.codes[place].append(contentsOf: found[place])
        for row in 0..<plain.count where found[place][row] < 0 {
          reader.withName(place, of: row, in: plain) { rows.newNames[place].append($0) }
        }
      }
      return
    }
    let first = reader.row - plain.count + 1
    for row in 0..<plain.count {
      names.removeAll()
      for place in plain.names.indices {
        reader.withName(place, of: row, in: plain) { names.append($0) }
      }
      for place in groups.indices { codes[place] = found[place][row] }
      guard isUnit(row: first + row) else {
        noteLost(plain.numbers(row..<(row + 1)).first)
        continue
      }
      rows.values.append(contentsOf: plain.numbers(row..<(row + 1)))
      keep(row: first + row)
    }
  }

  /// Whether no row has to be dropped for want of a group's name.
  private func allAreUnits(_ plain: PlainRows, _ place: Int, _ codes: [Int32]) -> Bool {
    guard groups[place].dropReason != nil else { return true }
    for row in codes.indices {
      let isMissing =
        codes[row] < 0
        ? reader.withName(place, of: row, in: plain, GroupNames.saysMissing)
        : groups[place].isMissing(codes[row])
      if isMissing { return false }
    }
    return true
  }

  /// Reads one row, whatever is in it.
  ///
  /// - Returns: Whether there was one.
  private mutating func readNext() throws(TableProblem) -> Bool {
    guard try reader.next() else { return false }
    rows.counts.read += 1
    if reader.isMalformed {
      rows.counts.drop(.strayQuotes, CellPlace(row: reader.row))
    } else if reader.isTotal {
      rows.counts.drop(.total, CellPlace(row: reader.row))
    } else if !reader.hasWidth(at.count) {
      rows.counts.drop(.wrongWidth, CellPlace(row: reader.row))
    } else {
      names.removeAll()
      for column in at.groups.map(\.column) + (at.unit.map { [$0] } ?? []) {
        reader.withField(column) { names.append($0.extracting($0.name ?? 0..<0)) }
      }
      for place in groups.indices { codes[place] = -1 }
      if !isUnit(row: reader.row) {
        noteLost(firstNumber)
      } else if readNumbers() {
        keep(row: reader.row)
      }
    }
    return true
  }

  /// Whether the row in hand has all the names a unit needs.
  private mutating func isUnit(row: Int) -> Bool {
    for place in groups.indices {
      guard let reason = groups[place].dropReason else { continue }
      let isMissing =
        codes[place] < 0
        ? names.withName(place, GroupNames.saysMissing) : groups[place].isMissing(codes[place])
      if isMissing { return drop(reason, groups[place].column, place, row) }
    }
    if let unit = at.unit, names.withName(groups.count, { $0.isEmpty }) {
      return drop(.noUnit, unit, groups.count, row)
    }
    return true
  }

  private mutating func drop(
    _ reason: DroppedRows.Reason, _ column: Int, _ place: Int, _ row: Int
  ) -> Bool {
    rows.counts.drop(
      reason,
      CellPlace(
        row: row, column: header.names[column],
        value: names.withName(place) { DecodedText($0).text }))
    return false
  }

  /// Adds the names of the row in hand to those kept; its numbers are there.
  private mutating func keep(row: Int) {
    for place in groups.indices {
      rows.codes[place].append(codes[place])
      if codes[place] < 0 { names.withName(place) { rows.newNames[place].append($0) } }
    }
    if at.unit != nil {
      names.withName(groups.count) { rows.units.append($0) }
      rows.unitRows.append(row)
    }
    rows.counts.used += 1
  }

  /// Notes what can be read of the row in hand, which is no unit.
  private mutating func noteLost(_ value: Double?) {
    if let value, !value.isNaN { rows.counts.lost.lostValues.append(value) }
    guard let arm = groups.firstIndex(where: { $0.role == nil }),
      !names.withName(arm, GroupNames.saysMissing)
    else { return }
    let name = names.withName(arm) { DecodedText($0).text }
    rows.counts.lost.lostOfArm[name, default: 0] += 1
  }

  /// The first column of numbers in the row in hand; nil where it cannot be read.
  private var firstNumber: Double? {
    guard let number = at.numbers.first, let form = at.forms.first,
      case .number(let value) = reader.number(number.column, form)
    else { return nil }
    return value
  }

  private mutating func readNumbers() -> Bool {
    let start = rows.values.count
    if let place = reader.appendNumbers(at.numbers.map(\.column), at.forms, to: &rows.values) {
      rows.values.removeSubrange(start...)
      rows.faults.addNotNumber(reader.place(at.numbers[place].column, among: header))
      return false
    }
    for (place, number) in at.numbers.enumerated() where number.isShare {
      let value = rows.values[start + place]
      guard value != 0, value != 1, !value.isNaN else { continue }
      rows.faults.addNotShare(reader.place(number.column, among: header))
    }
    return true
  }
}
