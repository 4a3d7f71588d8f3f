/// A sheet to be written: its cells, and what stands on them.
public struct SheetContent: Sendable {
  /// On its tab: at most 31 letters and none of `[]:*?/\`.
  public let name: String
  public var rows: [[CellContent]] = []
  /// Widths of the columns in letters; those beyond have the usual one.
  public var widths: [Double] = []
  /// Rows of names, by their place, with the lines that these take: not every program makes room for them.
  public var tallRows: [Int: Int] = [:]
  /// Rows and columns that stay while the others are moved.
  public var frozenRows = 0
  public var frozenColumns = 0
  /// The row of names from which rows can be filtered, and the last of them.
  public var filter: (header: Int, last: Int)?
  public var charts: [PlacedChart] = []
  /// Cells that are coloured by their values.
  public var scales: [CellRange] = []
  public var limits: [CellLimit] = []

  public init(name: String) { self.name = name }

  /// A chart and its place.
  public struct PlacedChart: Sendable {
    public let chart: SheetChart
    public let row: Int
    public let column: Int
    /// In pixels.
    public let width: Double
    public let height: Double

    public init(_ chart: SheetChart, row: Int, column: Int, width: Double, height: Double) {
      self.chart = chart
      self.row = row
      self.column = column
      self.width = width
      self.height = height
    }
  }
}

/// What a cell holds.
public enum CellContent: Sendable, Equatable {
  case empty
  /// Never a formula, whatever it begins with.
  case text(String, SheetFormat = .plain)
  /// Nothing where it is not finite.
  case number(Double, SheetFormat = .plain)
  /// A formula of ours in English notation, and what it comes to.
  case formula(String, result: Double, SheetFormat = .plain)
  /// A formula that comes to a text.
  case textFormula(String, result: String, SheetFormat = .plain)
}

/// What a cell looks like.
public struct SheetFormat: Sendable, Hashable {
  public enum Role: Sendable, Hashable {
    case plain, title, bold, soft, header
    /// Where somebody is meant to write.
    case input
  }

  public var role: Role
  /// How figures are shown, such as `#,##0.00`; empty for the usual.
  public var number: String
  public var wraps: Bool
  /// Names of columns of figures stand above them.
  public var isAtRight: Bool

  public init(
    _ role: Role = .plain, number: String = "", wraps: Bool = false, isAtRight: Bool = false
  ) {
    self.role = role
    self.number = number
    self.wraps = wraps
    self.isAtRight = isAtRight
  }

  public static let plain = SheetFormat()
}

/// Cells of a sheet from one corner to the other; rows and columns count from 0.
public struct CellRange: Sendable, Hashable {
  public let sheet: String
  public let rows: ClosedRange<Int>
  public let columns: ClosedRange<Int>

  public init(_ sheet: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.sheet = sheet
    self.rows = rows
    self.columns = columns
  }

  /// A column's cells.
  public init(_ sheet: String, rows: ClosedRange<Int>, column: Int) {
    self.init(sheet, rows: rows, columns: column...column)
  }
}

/// The figures a cell takes.
public struct CellLimit: Sendable {
  public let row: Int
  public let column: Int
  public let between: ClosedRange<Double>
  /// What is said of others.
  public let message: String

  public init(row: Int, column: Int, between: ClosedRange<Double>, message: String) {
    self.row = row
    self.column = column
    self.between = between
    self.message = message
  }
}
