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

  /// The table without columns that hold nothing but empty cells.
  ///
  /// - Parameters:
  ///   - candidates: Only these may be left out; nil for all.
  ///   - titles: Columns that also say nothing where all they hold is 0 or `none`.
  /// - Returns: The same rows with the other columns.
  package func withoutIdleColumns(
    among candidates: Set<String>? = nil, idle titles: Set<String> = []
  ) -> Table {
    func saysNothing(_ cell: Cell, _ column: Column) -> Bool {
      cell == .empty || titles.contains(column.title) && (cell.number == 0 || cell == .text("none"))
    }
    let kept = columns.indices.filter { place in
      place == 0 || rows.isEmpty || candidates?.contains(columns[place].title) == false
        || !rows.allSatisfy { saysNothing($0[place], columns[place]) }
    }
    var table = Table(currency, columns: kept.map { columns[$0] })
    for row in rows { table.append(kept.map { row[$0] }) }
    return table
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
