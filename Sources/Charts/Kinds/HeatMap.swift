/// Figures by row and column as the depth of a colour, in blocks that share one scale, and between two blocks their
/// differences; losses have a colour of their own.
public struct HeatMap: Chart {
  public struct Row: Sendable {
    public let name: String
    /// From the first column on; a row may end before the last.
    public let values: [Double]
    /// As they are written; nil for shares, in per cent.
    public let labels: [String]?

    public init(name: String, values: [Double], labels: [String]? = nil) {
      self.name = name
      self.values = values
      self.labels = labels
    }
  }

  public struct Block: Sendable {
    public let name: String
    public let rows: [Row]
    /// Whether its values are differences, below and above 0.
    public let isDifference: Bool

    public init(name: String, rows: [Row], isDifference: Bool = false) {
      self.name = name
      self.rows = rows
      self.isDifference = isDifference
    }
  }

  public let title: String
  public let sentence: String
  public let blocks: [Block]
  /// What the columns are called; nil for their numbers from 0 on.
  public let columnNames: [String]?
  /// What the columns are.
  public let axis: String

  public init(
    title: String, sentence: String, columnNames: [String]? = nil, blocks: [Block], axis: String
  ) {
    self.title = title
    self.sentence = sentence
    self.columnNames = columnNames
    self.blocks = blocks
    self.axis = axis
  }

  private func name(column: Int) -> String {
    columnNames.flatMap { column < $0.count ? $0[column] : nil } ?? "\(column)"
  }

  private var columns: Int { blocks.flatMap(\.rows).map(\.values.count).max() ?? 0 }

  public var data: ChartData {
    ChartData(
      header: ["", ""] + (0..<columns).map(name),
      rows: blocks.flatMap { block in
        block.rows.map { row in
          [block.name, row.name]
            + (0..<columns).map { column in
              column < row.values.count ? Self.label(row, column, block) : ""
            }
        }
      })
  }

  /// Shares in per cent, whole ones.
  private static func label(_ row: Row, _ column: Int, _ block: Block) -> String {
    let value = row.values[column]
    if let labels = row.labels { return column < labels.count ? labels[column] : "" }
    guard value.isFinite else { return "" }
    let percent = Int((min(max(value, -10), 10) * 100).rounded())
    guard block.isDifference else { return "\(percent)" }
    return percent == 0 ? "0" : percent < 0 ? "−\(-percent)" : "+\(percent)"
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let left = isNarrow ? 58.0 : 90.0
    var drawing = SVG(width: width)
    let side = min(
      columnNames == nil ? 46 : 84, (width - left - 8) / Double(max(1, columns)))
    let height = isNarrow ? 18.0 : 22.0
    let scales = (
      levels: blocks.filter { !$0.isDifference }.flatMap(\.rows).flatMap(\.values).max() ?? 0,
      // Less than five points between shares is no deep colour.
      differences: blocks.filter(\.isDifference).flatMap(\.rows).map { row in
        max(row.values.map { abs($0) }.max() ?? 0, row.labels == nil ? 0.05 : 0)
      }.max() ?? 0
    )
    var y = 4.0
    for block in blocks {
      for line in Lettering.lines(block.name, width: width - 16, isBold: true, most: 2) {
        y += 16
        drawing.text(line, x: 8, y: y, "label")
      }
      y += 18
      drawing.labels(
        (0..<columns).map { (left + (Double($0) + 0.5) * side, name(column: $0)) }, y: y - 2)
      for row in block.rows {
        drawing.text(row.name, x: left - 8, y: y + height - 6, "tick", .end)
        for (column, value) in row.values.enumerated() where value.isFinite {
          let most = block.isDifference ? scales.differences : scales.levels
          // Nine depths, so that the same shade is the same range wherever it is.
          let depth = most > 0 ? min(8, Int(abs(value) / most * 8.999)) : 0
          let style = "\(value < 0 ? "lossheat" : "heat") d\(depth)"
          let x = left + Double(column) * side
          let label = Self.label(row, column, block)
          drawing.rectangle(
            x: x, y: y, width: side - 1, height: height - 1, style,
            hint: "\(row.name), \(name(column: column)): \(label)")
          if Lettering.width(label, size: 11.5) < side - 3 {
            drawing.text(
              label, x: x + side / 2, y: y + height - 6, depth > 4 ? "onheat" : "heatlabel", .middle
            )
          }
        }
        y += height
      }
      y += 12
    }
    drawing.height = drawing.paragraph(axis, x: 8, below: y) + 8
    return drawing
  }
}
