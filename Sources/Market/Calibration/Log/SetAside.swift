public import Documents

/// Why a row of a log does not count.
public enum SetAsideReason: String, Sendable, CaseIterable {
  case total = "a sum of other rows, as its first cell says"
  case wrongWidth = "another number of fields than the first row"
  case strayQuotes = "quotes out of place"
  case missingCustomer = "no customer"
  case missingDate = "no date"
  case unreadableDate = "a date that cannot be read"
  case farOffDate = "a date far from all others, such as a placeholder"
  case unreadableAmount = "an amount that is no number"
  case negativeAmount = "a negative amount, such as a refund"
  case tooLargeAmount = "an amount too large to be one"
}

/// Rows that were set aside for one reason.
public struct SetAsideRows: Sendable, Equatable {
  public let reason: SetAsideReason
  public var count = 0
  /// The first few.
  public var examples: [CellPlace] = []
}

/// What became of a log's rows.
public struct RowCounts: Sendable, Equatable {
  /// Rows below the column names, empty lines left out.
  public var read = 0
  /// Rows that became part of a purchase.
  public var used = 0
  /// By reason, in the order of the reasons; only those that occurred.
  public internal(set) var setAside: [SetAsideRows] = []
  /// Rows used that have no amount: purchases of which only the day is known.
  public var unpriced = 0
  /// Amounts with more decimals than the currency, rounded to its minor unit.
  public var rounded = 0
  /// Rows whose customer is not UTF-8 and was read as Windows-1252.
  public var notUTF8 = 0
  /// Rows whose customer is a number that a spreadsheet has cut, and the first of them.
  public internal(set) var cutNames = 0
  public internal(set) var cutName: String?
  /// How rows that could not be read differ from those used.
  public internal(set) var lostRows = LostPurchases()
  /// How the file is written, as far as that had to be found out.
  public internal(set) var notes: [String] = []

  /// Rows that could not be read; guests, refunds and days on which nobody bought are no loss.
  public var loss: RowLoss {
    RowLoss(lost: lost.reduce(0) { $0 + $1.count }, read: read)
  }

  /// Why rows could not be read, with an example of each reason.
  public var lossReasons: String { Self.words(lost) }

  /// Why rows were set aside, with an example of each reason.
  public var reasons: String { Self.words(setAside) }

  private var lost: [SetAsideRows] {
    setAside.filter {
      ![.total, .missingCustomer, .negativeAmount, .farOffDate].contains($0.reason)
    }
  }

  private static func words(_ rows: [SetAsideRows]) -> String {
    RowLoss.words(rows.map { ($0.count, $0.reason.rawValue, $0.examples.first) })
  }

  /// Rows set aside for any reason.
  public var setAsideCount: Int { setAside.reduce(0) { $0 + $1.count } }

  mutating func setAside(_ reason: SetAsideReason, _ example: () -> CellPlace) {
    let place = setAside.firstIndex { $0.reason == reason } ?? insert(reason)
    setAside[place].count += 1
    if setAside[place].examples.count < 3 { setAside[place].examples.append(example()) }
  }

  private mutating func insert(_ reason: SetAsideReason) -> Int {
    let order = SetAsideReason.allCases
    let place =
      setAside.firstIndex {
        order.firstIndex(of: $0.reason) ?? 0 > order.firstIndex(of: reason) ?? 0
      } ?? setAside.count
    setAside.insert(SetAsideRows(reason: reason), at: place)
    return place
  }
}
