public import Market

/// Rows of typed cells under a header of words: what both files and the terminal show.
public struct Table: Sendable, Equatable {
  public let currency: Currency
  public let columns: [Column]
  public private(set) var rows: [[Cell]] = []

  public init(_ currency: Currency, columns: [Column]) {
    self.currency = currency
    self.columns = columns
  }

  /// Adds a row with a cell for every column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row of another table")
    rows.append(row)
  }
}

/// What a column holds.
public struct Column: Sendable, Equatable {
  public let title: String
  /// Written after the title; `nil` for words, and for plain numbers.
  public let unit: String?
  /// Whether a reader should see a plus sign.
  public let isSigned: Bool

  public init(_ title: String, unit: String? = nil, isSigned: Bool = false) {
    self.title = title
    self.unit = unit
    self.isSigned = isSigned
  }

  /// A column of figures in the unit of a measure.
  init(_ title: String, _ unit: Measure.Unit, _ currency: Currency, isSigned: Bool = false) {
    self.init(title, unit: unit.word(currency), isSigned: isSigned)
  }

  /// Such as `profit (CNY)`.
  var header: String { unit.map { "\(title) (\($0))" } ?? title }
}

extension Measure.Unit {
  /// What a column of such figures is measured in.
  func word(_ currency: Currency) -> String? {
    switch self {
    case .money: currency.code
    case .share: "share"
    case .days: "days"
    case .count, .ratio: nil
    }
  }
}
