import Experiments
public import Documents

/// Rows of a file that are no units of the analysis, for one reason.
public struct DroppedRows: Sendable, Equatable {
  public enum Reason: String, Sendable, CaseIterable {
    case total = "a sum of other rows, as its first cell says"
    case wrongWidth = "another number of fields than the first row"
    case strayQuotes = "quotes out of place"
    case noArm = "no arm"
    case noCluster = "no cluster"
    case noDay = "no day"
    case noUnit = "no unit"
    case severalArms = "a unit in several arms"
  }

  public let reason: Reason
  public internal(set) var count = 0
  /// The first few.
  public private(set) var examples: [CellPlace] = []

  mutating func addExample(_ place: CellPlace) {
    if examples.count < 3 { examples.append(place) }
  }
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
  /// How rows that became no unit differ from those that did.
  public internal(set) var lost = LostUnits()
  /// How the file is written, as far as that had to be found out.
  public internal(set) var notes: [String] = []

  /// With more to say of the rows.
  func noting(_ more: [String]) -> UnitCounts {
    var counts = self
    counts.notes += more
    return counts
  }

  public init() {}

  /// Arms of the rows used.
  var arms = 0

  /// Rows that became no unit though they should have: neither sums of other rows nor units in several arms,
  /// which could be read.
  ///
  /// There is a sum of all rows and one of each arm at most: where more rows begin with such a word it names something.
  public var loss: RowLoss {
    let read = dropped.reduce(0) { sum, drop in
      switch drop.reason {
      case .total: drop.count <= arms + 1 ? sum + drop.count : sum
      case .severalArms: sum + drop.count
      default: sum
      }
    }
    return RowLoss(lost: self.read - used - read, read: self.read)
  }

  /// Why rows were dropped, with an example of each reason.
  public var reasons: String {
    RowLoss.words(dropped.map { ($0.count, $0.reason.rawValue, $0.examples.first) })
  }

  /// Adds those of the rows that follow, which are so many further down than was known when they were read.
  mutating func merge(_ next: UnitCounts, after rows: Int) {
    read += next.read
    used += next.used
    arms = max(arms, next.arms)
    lost.merge(next.lost)
    for drop in next.dropped {
      let place = place(of: drop.reason)
      dropped[place].count += drop.count
      for example in drop.examples { dropped[place].addExample(example.moved(by: rows)) }
    }
  }

  mutating func drop(_ reason: DroppedRows.Reason, _ place: CellPlace) {
    let index = self.place(of: reason)
    dropped[index].count += 1
    dropped[index].addExample(place)
  }

  private mutating func place(of reason: DroppedRows.Reason) -> Int {
    if let place = dropped.firstIndex(where: { $0.reason == reason }) { return place }
    dropped.append(DroppedRows(reason: reason))
    return dropped.count - 1
  }
}
