/// Rows of fifty dots each, equally likely outcomes of a difference, on one axis with a line at 0.
///
/// Quantile dot plots let people decide nearly as well as knowing the law would: Fernandes, Walls, Munson, Hullman
/// and Kay, "Uncertainty displays using quantile dotplots or CDFs improve transit decision-making", CHI 2018.
public struct DotPlot: Chart {
  public struct Row: Sendable {
    public let name: String
    /// Ascending.
    public let dots: [Double]
    /// What stands beside it, such as `47 of 50 better`.
    public let notes: [String]

    public init(name: String, dots: [Double], notes: [String]) {
      self.name = name
      self.dots = dots
      self.notes = notes
    }
  }

  public let title: String
  public let sentence: String
  public let rows: [Row]
  /// What the axis measures.
  public let axis: String

  public init(title: String, sentence: String, rows: [Row], axis: String) {
    self.title = title
    self.sentence = sentence
    self.rows = rows
    self.axis = axis
  }

  public var data: ChartData {
    ChartData(
      header: ["", "one in ten below", "half below", "one in ten above", "beside it"],
      rows: rows.map { row in
        func dot(_ share: Double) -> String {
          row.dots.isEmpty
            ? "" : Short.number(row.dots[Int(Double(row.dots.count - 1) * share)], isSigned: true)
        }
        return [row.name, dot(0.1), dot(0.5), dot(0.9), row.notes.joined(separator: "; ")]
      })
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let (left, right) = isNarrow ? (8.0, 8.0) : (210.0, 150.0)
    var drawing = SVG(width: width)
    let scale = Scale(rows.flatMap(\.dots) + [0], from: left + 6, to: width - right - 6)
    let stacks = rows.map { Stack($0.dots, scale, radius: isNarrow ? 2.6 : 3.6) }
    var y = 30.0
    var body: [(row: Row, stack: Stack, base: Double, names: [String])] = []
    for (row, stack) in zip(rows, stacks) {
      let names = Lettering.lines(
        row.name, width: isNarrow ? width - 16 : left - 20, isBold: true, most: 3)
      let height = stack.height
      let above = isNarrow ? Double(names.count) * 16 + 6 : 0
      let lines = Double(max(names.count, isNarrow ? 1 : row.notes.count)) * 16
      y += above + max(isNarrow ? height : max(height, lines), 18)
      body.append((row, stack, y, names))
      y += isNarrow ? 30 : 18
    }
    let bottom = y
    drawing.axisAbove(scale, about: isNarrow ? 3 : 6, down: bottom)
    for (row, stack, base, names) in body {
      drawing.line(left, base, width - right, base, "rule")
      for (place, dot) in stack.dots.enumerated() {
        drawing.circle(
          x: dot.x, y: base - dot.height - 1, radius: stack.radius * 0.9,
          row.dots[place] < 0 ? "loss" : "gain",
          hint: Short.number(row.dots[place], isSigned: true))
      }
      if isNarrow {
        let top = base - max(stack.height, 18) - Double(names.count) * 16 + 8
        for (line, name) in names.enumerated() {
          drawing.text(name, x: 8, y: top + Double(line) * 16, "label")
        }
        drawing.text(row.notes.joined(separator: ", "), x: 8, y: base + 15, "small")
      } else {
        drawing.name(names, before: left - 12, middle: base - 6 - Double(names.count - 1) * 8)
        let first = base - Double(row.notes.count - 1) * 16 - 2
        drawing.notes(row.notes, x: width - right + 12, y: first)
      }
    }
    drawing.height = drawing.paragraph(axis, x: isNarrow ? 8 : left, below: y) + 8
    return drawing
  }
}

/// Where each dot of a row stands: beside the others where it can, else on top of them.
private struct Stack {
  let radius: Double
  /// Across, and above the row's line.
  let dots: [(x: Double, height: Double)]
  let height: Double

  /// Dots are as large as they may be without the row growing out of proportion.
  init(_ values: [Double], _ scale: Scale, radius: Double) {
    let sizes = [1, 0.8, 0.65, 0.5, 0.4, 0.32, 0.25].map { $0 * radius }
    let size =
      sizes.first { Self.levels(values, scale, $0).highest * 2 * $0 <= Self.most } ?? sizes[6]
    let (levels, highest) = Self.levels(values, scale, size)
    self.radius = size
    height = highest * 2 * size
    dots = levels.map { ($0.x, size + $0.level * 2 * size) }
  }

  private static let most = 84.0

  /// Columns as wide as a dot, so that equal heights are equal chances.
  private static func levels(
    _ values: [Double], _ scale: Scale, _ radius: Double
  ) -> (dots: [(x: Double, level: Double)], highest: Double) {
    var columns: [Int: Int] = [:]
    let dots = values.map { value -> (x: Double, level: Double) in
      let place = scale(value)
      let column = place.isFinite ? Int((place / (2 * radius)).rounded()) : 0
      defer { columns[column, default: 0] += 1 }
      return (Double(column) * 2 * radius, Double(columns[column] ?? 0))
    }
    return (dots, Double(columns.values.max() ?? 0))
  }
}
