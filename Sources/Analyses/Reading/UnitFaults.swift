import Experiments
import Documents

/// What refuses a file, gathered until its end so that all of it is said at once.
struct UnitFaults: Sendable {
  private static let shown = 5
  private(set) var notNumbers: [CellPlace] = []
  private(set) var notNumberCount = 0
  private(set) var notShares: [CellPlace] = []
  private(set) var notShareCount = 0
  private(set) var repeated: [UnitProblem.RepeatedUnit] = []
  private(set) var repeatedCount = 0

  mutating func addNotNumber(_ place: CellPlace) {
    notNumberCount += 1
    if notNumbers.count < Self.shown { notNumbers.append(place) }
  }

  mutating func addNotShare(_ place: CellPlace) {
    notShareCount += 1
    if notShares.count < Self.shown { notShares.append(place) }
  }

  mutating func addRepeated(_ unit: UnitProblem.RepeatedUnit) {
    repeatedCount += 1
    if repeated.count < Self.shown { repeated.append(unit) }
  }

  /// Adds those of rows that follow.
  mutating func merge(_ next: UnitFaults, after rows: Int) {
    notNumberCount += next.notNumberCount
    notNumbers += next.notNumbers.prefix(Self.shown - notNumbers.count).map { $0.moved(by: rows) }
    notShareCount += next.notShareCount
    notShares += next.notShares.prefix(Self.shown - notShares.count).map { $0.moved(by: rows) }
  }

  /// Refuses the file if there is anything.
  func refuse(unitColumn: String?) throws(UnitProblem) {
    if notNumberCount > 0 { throw .notNumbers(notNumbers, count: notNumberCount) }
    if notShareCount > 0 { throw .notShares(notShares, count: notShareCount) }
    if repeatedCount > 0 {
      throw .repeatedUnits(repeated, count: repeatedCount, column: unitColumn ?? "")
    }
  }
}

extension CellPlace {
  /// The same where rows are counted from an earlier one.
  func moved(by rows: Int) -> CellPlace {
    CellPlace(row: row + rows, column: column, value: value)
  }
}
