public import Statistics

/// A plan's difference by the value of a lever, with where 95 of 100 markets lie, and other figures below it on the
/// same axis.
public struct Strength: Chart {
  public struct Point: Sendable {
    public let value: Double
    public let label: String
    public let mean: Double
    public let interval: Interval

    public init(value: Double, label: String, mean: Double, interval: Interval) {
      self.value = value
      self.label = label
      self.mean = mean
      self.interval = interval
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
  /// The point to mark; nil where none is to be chosen.
  public let best: Int?
  /// The stretch that is shaded, and what it is.
  public let flat: ClosedRange<Int>?
  public let flatName: String
  public let panels: [Panel]
  /// What the axes measure.
  public let axis: String
  public let leverAxis: String

  public init(
    title: String, sentence: String, points: [Point], best: Int?, flat: ClosedRange<Int>?,
    flatName: String = "as good", panels: [Panel], axis: String, leverAxis: String
  ) {
    self.title = title
    self.sentence = sentence
    self.points = points
    self.best = best
    self.flat = flat
    self.flatName = flatName
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
          Short.number(point.interval.low, isSigned: true),
          Short.number(point.interval.high, isSigned: true),
        ] + panels.map { $0.labels[place] }
      })
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let (left, right, top) = (54.0, isNarrow ? 16.0 : 140.0, 20.0)
    let bottom = isNarrow ? 210.0 : 270.0
    var drawing = SVG(width: width)
    let y = Scale(
      points.flatMap { [$0.interval.low, $0.mean, $0.interval.high] } + [0], from: bottom, to: top)
    let x = Scale(points.map(\.value), from: left, to: width - right)
    if let flat, flat.count > 1 {
      let (from, to) = (x(points[flat.lowerBound].value), x(points[flat.upperBound].value))
      drawing.rectangle(x: from, y: top, width: to - from, height: bottom - top, "flat")
      drawing.text(flatName, x: (from + to) / 2, y: bottom - 6, "small", .middle)
    }
    drawing.axisAtLeft(y, about: isNarrow ? 4 : 6, from: left, to: width - right)
    drawing.path(
      points.map { (x($0.value), y($0.interval.low)) }
        + points.reversed().map { (x($0.value), y($0.interval.high)) },
      isClosed: true, "band")
    drawing.path(points.map { (x($0.value), y($0.mean)) }, "curve")
    for point in points {
      drawing.circle(
        x: x(point.value), y: y(point.mean), radius: 3, "gain",
        hint: "\(point.label): \(Short.number(point.mean, isSigned: true))")
    }
    if let peak = best.map({ points[$0] }) {
      drawing.mark(
        x: x(peak.value), y: y(peak.mean), "best: \(peak.label)", labelY: y(peak.mean) - 10)
    }
    var base = bottom
    for panel in panels { base = draw(panel, x, below: base, left, width - right, &drawing) }
    drawing.labels(points.map { (x($0.value), $0.label) }, y: base + 18)
    let words = "\(axis), by \(leverAxis)"
    drawing.height = drawing.paragraph(words, x: isNarrow ? 8 : left, below: base + 24) + 8
    return drawing
  }

  /// A figure below the others, on the same axis.
  private func draw(
    _ panel: Panel, _ x: Scale, below y: Double, _ left: Double, _ right: Double,
    _ drawing: inout SVG
  ) -> Double {
    let base = drawing.paragraph(panel.name, x: left, below: y + 14) + 56
    let known = panel.values.enumerated().filter { !$0.element.isNaN }
    let scale = Scale(known.map(\.element) + [0], from: base, to: base - 44)
    drawing.line(left, base, right, base, "rule")
    drawing.path(known.map { (x(points[$0.offset].value), scale($0.element)) }, "other")
    if let last = known.last, drawing.width >= Self.narrow {
      drawing.text(panel.labels[last.offset], x: right + 10, y: scale(last.element) + 4, "small")
    }
    return base
  }
}
