public import Statistics

/// Effects with their intervals, row by row on one axis with a line at 0, and what is decided of each.
public struct Forest: Chart {
  public struct Row: Sendable {
    public let name: String
    public let estimate: Double
    /// An end that is not known is infinite.
    public let interval: Interval
    /// The figures as they are printed.
    public let label: String
    /// What is decided, such as `no difference is shown`.
    public let decision: String

    public init(
      name: String, estimate: Double, interval: Interval, label: String, decision: String
    ) {
      self.name = name
      self.estimate = estimate
      self.interval = interval
      self.label = label
      self.decision = decision
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
      header: ["", "effect, from … to", "decision"],
      rows: rows.map { [$0.name, $0.label, $0.decision] })
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let (left, right) = isNarrow ? (8.0, 8.0) : (210.0, 220.0)
    var drawing = SVG(width: width)
    let ends = rows.flatMap { [$0.interval.low, $0.estimate, $0.interval.high] }.filter(\.isFinite)
    let scale = Scale(ends + [0], from: left + 8, to: width - right - 8)
    let height = isNarrow ? 62.0 : 40.0
    let bottom = 26 + Double(rows.count) * height
    drawing.axisAbove(scale, about: isNarrow ? 4 : 6, down: bottom)
    for (place, row) in rows.enumerated() {
      let top = 26 + Double(place) * height
      draw(row, top + (isNarrow ? 28 : 20), scale, left: left, right: width - right, &drawing)
      if isNarrow {
        let name = Lettering.lines(row.name, width: width - 16, isBold: true, most: 1)
        drawing.text(name.first ?? "", x: 8, y: top + 14, "label")
        let words = "\(row.label) · \(row.decision)"
        _ = drawing.paragraph(words, x: 8, below: top + 32, most: 1)
      } else {
        let names = Lettering.lines(row.name, width: left - 20, isBold: true, most: 2)
        drawing.name(names, before: left - 12, middle: top + 20)
        drawing.notes([row.label, row.decision], x: width - right + 12, y: top + 18)
      }
    }
    drawing.height = drawing.paragraph(axis, x: isNarrow ? 8 : left, below: bottom + 4) + 8
    return drawing
  }

  private func draw(
    _ row: Row, _ y: Double, _ scale: Scale, left: Double, right: Double, _ drawing: inout SVG
  ) {
    let isSure = row.interval.low > 0 || row.interval.high < 0
    let style = !isSure ? "total" : row.estimate < 0 ? "loss" : "gain"
    let from = row.interval.low.isFinite ? scale(row.interval.low) : left
    let to = row.interval.high.isFinite ? scale(row.interval.high) : right
    drawing.rectangle(x: from, y: y - 2, width: max(1, to - from), height: 4, style)
    guard row.estimate.isFinite else { return }
    drawing.circle(x: scale(row.estimate), y: y, radius: 5.5, style, hint: row.label)
  }
}
