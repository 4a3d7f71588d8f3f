/// A chart that a spreadsheet draws itself from cells.
public struct SheetChart: Sendable {
  public enum Kind: Sendable {
    case scatter, line, column, stackedColumn, bar, stackedBar
  }

  public struct Series: Sendable {
    public enum Look: Sendable {
      /// Round marks.
      case dots(Colour)
      case line(Colour)
      case fill(Colour)
      /// There, and not seen: what others stand on.
      case nothing
    }

    public let name: String
    public let across: CellRange
    public let up: CellRange
    public let look: Look

    public init(_ name: String, across: CellRange, up: CellRange, _ look: Look) {
      self.name = name
      self.across = across
      self.up = up
      self.look = look
    }
  }

  /// Red, green and blue, such as `0x1A7F64`.
  public struct Colour: Sendable, Hashable {
    let number: UInt32

    public init(_ number: UInt32) { self.number = number }
  }

  public let kind: Kind
  public let title: String
  /// What it says, for those who cannot see it.
  public let description: String
  public let across: String
  public let up: String
  public let series: [Series]
  /// Whether the upward axis only keeps things apart, so that its figures say nothing.
  public var hidesUp = false
  public var hasLegend = true

  public init(
    _ kind: Kind, title: String, description: String, across: String, up: String,
    series: [Series]
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.across = across
    self.up = up
    self.series = series
  }
}
