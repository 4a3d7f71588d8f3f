public import Statistics

/// Rows of a file that are no units of the analysis, for one reason.
public struct DroppedRows: Sendable, Equatable {
  public enum Reason: String, Sendable, CaseIterable {
    case wrongWidth = "another number of fields than the first row"
    case strayQuotes = "quotes out of place"
    case noArm = "no arm"
    case noCluster = "no cluster"
    case noDay = "no day"
    case noUnit = "no unit"
  }

  public let reason: Reason
  public internal(set) var count = 0
  /// The first few.
  public internal(set) var examples: [CellPlace] = []
}

/// What became of a file's rows.
public struct UnitCounts: Sendable, Equatable {
  /// Rows below the column names, empty lines left out.
  public internal(set) var read = 0
  /// Rows that became a unit.
  public internal(set) var used = 0
  /// By reason; only those that occurred.
  public internal(set) var dropped: [DroppedRows] = []
  /// Units without a value, by column of numbers.
  public internal(set) var missing: [String: Int] = [:]

  public init() {}

  mutating func drop(_ reason: DroppedRows.Reason, _ place: CellPlace) {
    let index =
      dropped.firstIndex { $0.reason == reason }
      ?? {
        dropped.append(DroppedRows(reason: reason))
        return dropped.count - 1
      }()
    dropped[index].count += 1
    if dropped[index].examples.count < 3 { dropped[index].examples.append(place) }
  }
}
