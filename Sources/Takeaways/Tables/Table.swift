public import Documents

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
  /// With how many decimals amounts and counts are written wherever the table is; `nil` as suits the place.
  public let decimals: Int?

  public init(
    _ title: String, unit: String? = nil, isSigned: Bool = false, decimals: Int? = nil
  ) {
    self.title = title
    self.unit = unit
    self.isSigned = isSigned
    self.decimals = decimals
  }

  /// Such as `profit (CNY)`.
  package var header: String { unit.map { "\(title) (\($0))" } ?? title }
}
