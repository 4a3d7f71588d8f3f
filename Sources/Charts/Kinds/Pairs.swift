/// Two figures a row on one axis, such as what the next customer costs beside what one costs on average, and a line
/// that both are held against.
public struct Pairs: Chart {
  public struct Row: Sendable {
    public let name: String
    /// Drawn as a circle; NaN where it is not known.
    public let first: Double
    /// Drawn as a square.
    public let second: Double
    public let notes: [String]

    public init(name: String, first: Double, second: Double, notes: [String]) {
      self.name = name
      self.first = first
      self.second = second
      self.notes = notes
    }
  }

  public let title: String
  public let sentence: String
  /// What circles and squares are.
  public let firstName: String
  public let secondName: String
  public let rows: [Row]
  /// The line and its name.
  public let rule: (value: Double, name: String)?
  public let axis: String

  public init(
    title: String, sentence: String, firstName: String, secondName: String, rows: [Row],
    rule: (value: Double, name: String)? = nil, axis: String
  ) {
    self.title = title
    self.sentence = sentence
    self.firstName = firstName
    self.secondName = secondName
    self.rows = rows
    self.rule = rule
    self.axis = axis
  }

  public var data: ChartData {
    ChartData(
      header: ["", firstName, secondName, "beside it"],
      rows: rows.map {
        [
          $0.name, Short.number($0.first), Short.number($0.second),
          $0.notes.joined(separator: "; "),
        ]
      })
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let (left, right) = isNarrow ? (8.0, 8.0) : (210.0, 190.0)
    var drawing = SVG(width: width)
    let values = rows.map(\.first) + rows.map(\.second) + [0, rule?.value ?? 0]
    let scale = Scale(values, from: left + 8, to: width - right - 8)
    let height = isNarrow ? 58.0 : 40.0
    let top = rule == nil ? 26.0 : 42.0
    let bottom = top + Double(rows.count) * height
    drawing.axisAbove(scale, about: isNarrow ? 4 : 6, down: bottom, isSigned: false)
    if let rule, rule.value.isFinite {
      drawing.line(scale(rule.value), 24, scale(rule.value), bottom, "curve")
      let isRight = scale(rule.value) + Lettering.width(rule.name, size: 12) + 10 < width
      drawing.text(
        rule.name, x: scale(rule.value) + (isRight ? 5 : -5), y: 36, "small",
        isRight ? .start : .end)
    }
    for (place, row) in rows.enumerated() {
      let start = top + Double(place) * height
      let y = start + (isNarrow ? 26 : 18)
      if row.first.isFinite, row.second.isFinite {
        drawing.line(scale(row.first), y, scale(row.second), y, "rule")
      }
      if row.second.isFinite {
        drawing.rectangle(
          x: scale(row.second) - 5, y: y - 5, width: 10, height: 10, "total",
          hint: "\(secondName): \(Short.number(row.second))")
      }
      if row.first.isFinite {
        drawing.circle(
          x: scale(row.first), y: y, radius: 5.5, "gain",
          hint: "\(firstName): \(Short.number(row.first))")
      }
      if isNarrow {
        let name = Lettering.lines(row.name, width: width - 16, isBold: true, most: 1)
        drawing.text(name.first ?? "", x: 8, y: start + 14, "label")
        _ = drawing.paragraph(row.notes.joined(separator: ", "), x: 8, below: start + 30, most: 1)
      } else {
        let names = Lettering.lines(row.name, width: left - 20, isBold: true, most: 2)
        drawing.name(names, before: left - 12, middle: y)
        drawing.notes(row.notes, x: width - right + 12, y: start + 16)
      }
    }
    drawing.height =
      drawing.paragraph(
        "\(axis); circles: \(firstName), squares: \(secondName)", x: isNarrow ? 8 : left,
        below: bottom + 4) + 8
    return drawing
  }
}
