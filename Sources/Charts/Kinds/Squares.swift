/// A hundred squares a row, each one person in a hundred, in parts that add up.
public struct Squares: Chart {
  public struct Part: Sendable {
    public let name: String
    public let style: String

    public init(name: String, style: String) {
      self.name = name
      self.style = style
    }
  }

  public struct Row: Sendable {
    public let name: String
    public let note: String
    /// By part.
    public let counts: [Double]
    public let labels: [String]

    public init(name: String, note: String, counts: [Double], labels: [String]) {
      self.name = name
      self.note = note
      self.counts = counts
      self.labels = labels
    }
  }

  public let title: String
  public let sentence: String
  public let parts: [Part]
  public let rows: [Row]

  public init(title: String, sentence: String, parts: [Part], rows: [Row]) {
    self.title = title
    self.sentence = sentence
    self.parts = parts
    self.rows = rows
  }

  public var data: ChartData {
    ChartData(
      header: [""] + parts.map(\.name), rows: rows.map { [$0.name] + $0.labels })
  }

  /// Of a hundred, by largest remainders, so that they are a hundred.
  static func hundred(_ counts: [Double]) -> [Int] {
    let sum = counts.reduce(0, +)
    guard sum > 0 else { return counts.map { _ in 0 } }
    let exact = counts.map { $0 / sum * 100 }
    var whole = exact.map { Int($0.rounded(.down)) }
    let order = exact.indices.sorted {
      let (one, other) = (
        exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down)
      )
      return one == other ? $0 < $1 : one > other
    }
    for place in order.prefix(100 - whole.reduce(0, +)) { whole[place] += 1 }
    return whole
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let (left, right) = isNarrow ? (8.0, 8.0) : (210.0, 176.0)
    let grid = Grid(
      left: left, columns: isNarrow ? 25 : 50, width: width - left - right,
      isTall: !isNarrow)
    var drawing = SVG(width: width)
    var y = 6.0
    for row in rows {
      let names = Lettering.lines(
        row.name, width: isNarrow ? width - 16 : left - 20, isBold: true, most: 2)
      let notes = zip(parts, row.labels).prefix(2).map { "\($1) \($0.name)" }
      if isNarrow {
        for name in names {
          y += 16
          drawing.text(name, x: 8, y: y - 3, "label")
        }
        fill(row, grid, y, &drawing)
        y = drawing.paragraph(notes.joined(separator: ", "), x: 8, below: y + grid.height) + 12
      } else {
        drawing.name(names, before: left - 12, middle: y + 8 + Double(names.count - 1) * 8)
        drawing.text(
          row.note, x: left - 12, y: y + 12 + Double(names.count) * 16, "small", .end)
        fill(row, grid, y, &drawing)
        drawing.notes(notes, x: width - right + 12, y: y + 12)
        y += max(grid.height, Double(names.count + 1) * 16) + 14
      }
    }
    drawing.height = legend(left, y, &drawing) + 18
    return drawing
  }

  /// A hundred places in so many columns.
  private struct Grid {
    let left: Double
    let lines: Int
    let step: Double
    let tall: Double

    init(left: Double, columns: Int, width: Double, isTall: Bool) {
      self.left = left
      lines = 100 / columns
      step = width / Double(columns)
      tall = isTall ? step * 1.3 : step
    }

    var height: Double { Double(lines) * (tall + 2) }
  }

  /// Filled column by column, so that parts stand side by side.
  private func fill(_ row: Row, _ grid: Grid, _ y: Double, _ drawing: inout SVG) {
    var place = 0
    for (part, count) in Self.hundred(row.counts).enumerated() {
      for _ in 0..<count {
        drawing.rectangle(
          x: grid.left + Double(place / grid.lines) * grid.step,
          y: y + Double(place % grid.lines) * (grid.tall + 2), width: grid.step - 2,
          height: grid.tall, parts[part].style)
        place += 1
      }
    }
  }

  private func legend(_ left: Double, _ y: Double, _ drawing: inout SVG) -> Double {
    var (x, y) = (left, y)
    for part in parts {
      let room = Lettering.width(part.name, size: 12) + 34
      if x + room > drawing.width, x > left {
        x = left
        y += 18
      }
      drawing.rectangle(x: x, y: y, width: 11, height: 11, part.style)
      drawing.text(part.name, x: x + 17, y: y + 10, "small")
      x += room
    }
    return y
  }
}
