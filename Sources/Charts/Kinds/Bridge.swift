/// From one sum to another by the parts between them, drawn on a common axis from 0 on.
public struct Bridge: Chart {
  public struct Part: Sendable {
    public let name: String
    public let amount: Double
    /// As it is printed.
    public let label: String

    public init(name: String, amount: Double, label: String) {
      self.name = name
      self.amount = amount
      self.label = label
    }
  }

  public let title: String
  public let sentence: String
  public let start: Part
  public let parts: [Part]
  public let end: Part

  public init(title: String, sentence: String, start: Part, parts: [Part], end: Part) {
    self.title = title
    self.sentence = sentence
    self.start = start
    self.parts = parts
    self.end = end
  }

  public var data: ChartData {
    ChartData(header: ["", "amount"], rows: ([start] + parts + [end]).map { [$0.name, $0.label] })
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let (left, right) = isNarrow ? (8.0, 84.0) : (210.0, 110.0)
    var drawing = SVG(width: width)
    var levels = [0, start.amount]
    for part in parts { levels.append((levels.last ?? 0) + part.amount) }
    let scale = Scale(levels + [end.amount], from: left, to: width - right)
    var y = 8.0
    var level = start.amount
    let bar = 20.0
    func row(_ part: Part, _ from: Double, _ to: Double, _ style: String, isEnd: Bool) {
      let names = Lettering.lines(
        part.name, width: isNarrow ? width - 16 : left - 20, isBold: isEnd, most: 3)
      if isNarrow {
        for name in names {
          y += 16
          drawing.text(name, x: 8, y: y - 2, isEnd ? "label" : "")
        }
      }
      let (low, high) = (min(scale(from), scale(to)), max(scale(from), scale(to)))
      drawing.rectangle(x: low, y: y, width: max(1, high - low), height: bar, style)
      if !isNarrow {
        drawing.name(names, before: left - 12, middle: y + 10, isEnd ? "label" : "")
      }
      drawing.text(part.label, x: high + 8, y: y + 14, "label")
      y += max(bar, isNarrow ? bar : Double(names.count) * 16) + 8
    }
    row(start, 0, start.amount, "total", isEnd: true)
    for part in parts {
      row(part, level, level + part.amount, part.amount < 0 ? "loss" : "gain", isEnd: false)
      level += part.amount
    }
    row(end, 0, end.amount, "total", isEnd: true)
    drawing.line(scale(0), 4, scale(0), y - 4, "zero")
    drawing.height = y + 4
    return drawing
  }
}
