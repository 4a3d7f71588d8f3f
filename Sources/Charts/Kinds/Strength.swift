/// A plan's difference by the value of a lever, with where 95 of 100 markets lie, and other figures below it on the
/// same axis.
public struct Strength: Chart {
  public struct Point: Sendable {
    public let value: Double
    public let label: String
    public let mean: Double
    public let low: Double
    public let high: Double

    public init(value: Double, label: String, mean: Double, low: Double, high: Double) {
      self.value = value
      self.label = label
      self.mean = mean
      self.low = low
      self.high = high
    }
  }

  /// A figure by value, such as how many take part; NaN where there is none.
  public struct Panel: Sendable {
    public let name: String
    public let values: [Double]
    public let labels: [String]

    public init(name: String, values: [Double], labels: [String]) {
      self.name = name
      self.values = values
      self.labels = labels
    }
  }

  public let title: String
  public let sentence: String
  public let points: [Point]
  public let best: Int
  public let flat: ClosedRange<Int>
  public let panels: [Panel]
  /// What the axes measure.
  public let axis: String
  public let leverAxis: String

  public init(
    title: String, sentence: String, points: [Point], best: Int, flat: ClosedRange<Int>,
    panels: [Panel], axis: String, leverAxis: String
  ) {
    self.title = title
    self.sentence = sentence
    self.points = points
    self.best = best
    self.flat = flat
    self.panels = panels
    self.axis = axis
    self.leverAxis = leverAxis
  }

  public var data: ChartData {
    ChartData(
      header: [leverAxis, axis, "95 of 100 markets from", "to"] + panels.map(\.name),
      rows: points.enumerated().map { place, point in
        [
          point.label, Short.number(point.mean, isSigned: true),
          Short.number(point.low, isSigned: true), Short.number(point.high, isSigned: true),
        ] + panels.map { $0.labels[place] }
      })
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let (left, right, top) = (54.0, isNarrow ? 16.0 : 140.0, 20.0)
    let bottom = isNarrow ? 210.0 : 270.0
    var drawing = SVG(width: width)
    let y = Scale(points.flatMap { [$0.low, $0.mean, $0.high] } + [0], from: bottom, to: top)
    let x = Scale(points.map(\.value), from: left, to: width - right)
    let (from, to) = (x(points[flat.lowerBound].value), x(points[flat.upperBound].value))
    if to > from {
      drawing.rectangle(x: from, y: top, width: to - from, height: bottom - top, "flat")
      drawing.text("as good", x: (from + to) / 2, y: bottom - 6, "small", .middle)
    }
    for tick in y.ticks(about: isNarrow ? 4 : 6) {
      drawing.line(left, y(tick), width - right, y(tick), tick == 0 ? "zero" : "grid")
      drawing.text(Short.number(tick, isSigned: true), x: left - 8, y: y(tick) + 4, "tick", .end)
    }
    drawing.path(
      points.map { (x($0.value), y($0.low)) } + points.reversed().map { (x($0.value), y($0.high)) },
      isClosed: true, "band")
    drawing.path(points.map { (x($0.value), y($0.mean)) }, "curve")
    for point in points { drawing.circle(x: x(point.value), y: y(point.mean), radius: 2.4, "gain") }
    let top1 = points[best]
    drawing.circle(x: x(top1.value), y: y(top1.mean), radius: 5, "mark")
    let label = "best: \(top1.label)"
    let isRight = x(top1.value) + Lettering.width(label, isBold: true) + 10 < width
    drawing.text(
      label, x: x(top1.value) + (isRight ? 8 : -8), y: y(top1.mean) - 10, "label",
      isRight ? .start : .end)
    var base = bottom
    for panel in panels {
      base += 14
      for line in Lettering.lines(panel.name, width: width - left - 8, size: 12) {
        base += 16
        drawing.text(line, x: left, y: base, "small")
      }
      let known = panel.values.enumerated().filter { !$0.element.isNaN }
      let scale = Scale(known.map(\.element) + [0], from: base + 56, to: base + 12)
      drawing.line(left, base + 56, width - right, base + 56, "rule")
      drawing.path(known.map { (x(points[$0.offset].value), scale($0.element)) }, "other")
      if let last = known.last, !isNarrow {
        drawing.text(
          panel.labels[last.offset], x: width - right + 10, y: scale(last.element) + 4, "small")
      }
      base += 56
    }
    var end = -Double.infinity
    for point in points {
      let place = x(point.value)
      let room = Lettering.width(point.label, size: 12) + 10
      guard place - end >= room else { continue }
      drawing.text(point.label, x: place, y: base + 18, "tick", .middle)
      end = place
    }
    var foot = base + 24
    for line in Lettering.lines("\(axis), by \(leverAxis)", width: width - 16, size: 12) {
      foot += 16
      drawing.text(line, x: isNarrow ? 8 : left, y: foot, "small")
    }
    drawing.height = foot + 8
    return drawing
  }
}
