import RealModule

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
    let columns = isNarrow ? 25 : 50
    let step = (width - left - right) / Double(columns)
    let tall = isNarrow ? step : step * 1.3
    var drawing = SVG(width: width)
    var y = 6.0
    for row in rows {
      let names = Lettering.lines(
        row.name, width: isNarrow ? width - 16 : left - 20, isBold: true, most: 2)
      if isNarrow {
        for name in names {
          y += 16
          drawing.text(name, x: 8, y: y - 3, "label")
        }
      } else {
        for (line, name) in names.enumerated() {
          drawing.text(name, x: left - 12, y: y + 12 + Double(line) * 16, "label", .end)
        }
        drawing.text(
          row.note, x: left - 12, y: y + 12 + Double(names.count) * 16, "small", .end)
      }
      let squares = Self.hundred(row.counts)
      var place = 0
      for (part, count) in squares.enumerated() {
        for _ in 0..<count {
          // Filled column by column, so that parts stand side by side.
          let lines = 100 / columns
          drawing.rectangle(
            x: left + Double(place / lines) * step, y: y + Double(place % lines) * (tall + 2),
            width: step - 2, height: tall, parts[part].style)
          place += 1
        }
      }
      let lines = Double(100 / columns)
      let notes = zip(parts, row.labels).prefix(2).map { "\($1) \($0.name)" }
      if isNarrow {
        y += lines * (tall + 2) + 14
        drawing.text(notes.joined(separator: ", "), x: 8, y: y, "small")
        y += 14
      } else {
        for (line, note) in notes.enumerated() {
          drawing.text(
            note, x: width - right + 12, y: y + 12 + Double(line) * 16,
            line == 0 ? "label" : "small")
        }
        y += max(lines * (tall + 2), Double(names.count + 1) * 16) + 14
      }
    }
    var x = left
    for part in parts {
      let room = Lettering.width(part.name, size: 12) + 34
      if x + room > width {
        x = left
        y += 18
      }
      drawing.rectangle(x: x, y: y, width: 11, height: 11, part.style)
      drawing.text(part.name, x: x + 17, y: y + 10, "small")
      x += room
    }
    drawing.height = y + 18
    return drawing
  }
}
