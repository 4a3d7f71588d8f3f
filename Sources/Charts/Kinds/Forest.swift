/// Effects with their intervals, row by row on one axis with a line at 0, and what is decided of each.
public struct Forest: Chart {
  public struct Row: Sendable {
    public let name: String
    public let estimate: Double
    /// An end that is not known is infinite.
    public let low: Double
    public let high: Double
    /// The figures as they are printed.
    public let label: String
    /// What is decided, such as `no difference is shown`.
    public let decision: String

    public init(
      name: String, estimate: Double, low: Double, high: Double, label: String, decision: String
    ) {
      self.name = name
      self.estimate = estimate
      self.low = low
      self.high = high
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
    let ends = rows.flatMap { [$0.low, $0.estimate, $0.high] }.filter(\.isFinite)
    let scale = Scale(ends + [0], from: left + 8, to: width - right - 8)
    let height = isNarrow ? 62.0 : 40.0
    let bottom = 26 + Double(rows.count) * height
    for tick in scale.ticks(about: isNarrow ? 4 : 6) {
      drawing.line(scale(tick), 24, scale(tick), bottom, tick == 0 ? "zero" : "grid")
      drawing.text(Short.number(tick, isSigned: true), x: scale(tick), y: 16, "tick", .middle)
    }
    if !scale.ticks(about: isNarrow ? 4 : 6).contains(0) {
      drawing.line(scale(0), 24, scale(0), bottom, "zero")
    }
    for (place, row) in rows.enumerated() {
      let top = 26 + Double(place) * height
      let y = isNarrow ? top + 28 : top + 20
      let isSure = row.low > 0 || row.high < 0
      let style = !isSure ? "total" : row.estimate < 0 ? "loss" : "gain"
      let (from, to) = (
        row.low.isFinite ? scale(row.low) : left,
        row.high.isFinite ? scale(row.high) : width - right
      )
      drawing.rectangle(x: from, y: y - 2, width: max(1, to - from), height: 4, style)
      if row.estimate.isFinite {
        drawing.circle(x: scale(row.estimate), y: y, radius: 5.5, style)
      }
      if isNarrow {
        let name = Lettering.lines(row.name, width: width - 16, isBold: true, most: 1)
        drawing.text(name.first ?? "", x: 8, y: top + 14, "label")
        let words = Lettering.lines(
          "\(row.label) · \(row.decision)", width: width - 16, size: 12, most: 1)
        drawing.text(words.first ?? "", x: 8, y: top + 48, "small")
      } else {
        let names = Lettering.lines(row.name, width: left - 20, isBold: true, most: 2)
        for (line, name) in names.enumerated() {
          drawing.text(
            name, x: left - 12, y: y + 4 - Double(names.count - 1) * 8 + Double(line) * 16, "label",
            .end)
        }
        drawing.text(row.label, x: width - right + 12, y: y - 2, "label")
        drawing.text(row.decision, x: width - right + 12, y: y + 14, "small")
      }
    }
    var y = bottom + 4
    for line in Lettering.lines(axis, width: width - 16, size: 12) {
      y += 16
      drawing.text(line, x: isNarrow ? 8 : left, y: y, "small")
    }
    drawing.height = y + 8
    return drawing
  }
}
