/// How many of each source get from stage to stage, and which share of the stage before that is.
public struct Stages: Chart {
  public struct Row: Sendable {
    public let name: String
    /// By stage; NaN where a source has no such stage.
    public let counts: [Double]
    public let labels: [String]

    public init(name: String, counts: [Double], labels: [String]) {
      self.name = name
      self.counts = counts
      self.labels = labels
    }
  }

  public let title: String
  public let sentence: String
  public let stages: [String]
  public let rows: [Row]
  /// What is counted, and when.
  public let axis: String

  public init(title: String, sentence: String, stages: [String], rows: [Row], axis: String) {
    self.title = title
    self.sentence = sentence
    self.stages = stages
    self.rows = rows
    self.axis = axis
  }

  public var data: ChartData {
    ChartData(
      header: [""]
        + stages.enumerated().flatMap { $0 == 0 ? [$1] : [$1, "of those before"] },
      rows: rows.map { row in
        [row.name]
          + stages.indices.flatMap { stage in
            stage == 0 ? [row.labels[stage]] : [row.labels[stage], rate(row, stage)]
          }
      })
  }

  /// Of the last stage before it that the source has.
  private func rate(_ row: Row, _ stage: Int) -> String {
    let before = row.counts[..<stage].last { !$0.isNaN }
    guard let before, before > 0, !row.counts[stage].isNaN else { return "" }
    let share = row.counts[stage] / before
    guard share.isFinite else { return "" }
    return share >= 0.0995
      ? "\(Int((min(share, 100) * 100).rounded()))%"
      : "\(Short.number(share * 100))%"
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let left = isNarrow ? 8.0 : 180.0
    var drawing = SVG(width: width)
    let room = (width - left - 8) / Double(max(1, stages.count))
    let most = stages.indices.map { stage in
      rows.map { $0.counts[stage] }.filter { !$0.isNaN }.max() ?? 0
    }
    var y = 16.0
    for (stage, name) in stages.enumerated() {
      let lines = Lettering.lines(name, width: room - 10, size: 12, most: 2)
      for (line, text) in lines.enumerated() {
        drawing.text(text, x: left + Double(stage) * room, y: y + Double(line) * 14, "tick")
      }
    }
    y += 26
    for row in rows {
      if isNarrow {
        let names = Lettering.lines(row.name, width: width - 16, isBold: true, most: 1)
        drawing.text(names.first ?? "", x: 8, y: y + 10, "label")
        y += 18
      } else {
        let names = Lettering.lines(row.name, width: left - 20, isBold: true, most: 2)
        drawing.name(names, before: left - 12, middle: y + 12)
      }
      for stage in stages.indices where !row.counts[stage].isNaN {
        let x = left + Double(stage) * room
        let length = most[stage] > 0 ? (room - 14) * (row.counts[stage] / most[stage]) : 0
        drawing.rectangle(x: x, y: y, width: room - 14, height: 7, "untouched")
        drawing.rectangle(x: x, y: y, width: length, height: 7, "gain")
        let rate = stage == 0 ? "" : rate(row, stage)
        drawing.text(row.labels[stage], x: x, y: y + 21, "label")
        let after = x + Lettering.width(row.labels[stage], isBold: true) + 8
        if !rate.isEmpty, after + Lettering.width(rate, size: 12) < x + room {
          drawing.text(rate, x: after, y: y + 21, "small")
        }
      }
      y += 38
    }
    drawing.height = drawing.paragraph(axis, x: isNarrow ? 8 : left, below: y - 4) + 8
    return drawing
  }
}
