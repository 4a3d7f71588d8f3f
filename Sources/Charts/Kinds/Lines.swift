/// Figures along an axis of numbers, such as power by days: each a line with its name at the end, bands behind, and
/// a place that is set off.
public struct Lines: Chart {
  public struct Line: Sendable {
    public let name: String
    public let points: [(x: Double, y: Double)]
    /// Where it may lie; empty where nothing is said about that.
    public let band: [(x: Double, low: Double, high: Double)]
    public let style: Style

    public enum Style: String, Sendable {
      /// What the chart is about, and another beside it.
      case main = "curve", second
      /// What they are held against.
      case rule = "other"
    }

    public init(
      name: String, points: [(x: Double, y: Double)],
      band: [(x: Double, low: Double, high: Double)] = [], style: Style = .main
    ) {
      self.name = name
      self.points = points
      self.band = band
      self.style = style
    }
  }

  public struct Mark: Sendable {
    public let x: Double
    public let y: Double
    public let label: String

    public init(x: Double, y: Double, label: String) {
      self.x = x
      self.y = y
      self.label = label
    }
  }

  public let title: String
  public let sentence: String
  public let lines: [Line]
  public let mark: Mark?
  /// What the axes measure.
  public let across: String
  public let up: String
  /// Whether its heights are shares, which are written in per cent.
  public let isShare: Bool

  public init(
    title: String, sentence: String, lines: [Line], mark: Mark? = nil, across: String, up: String,
    isShare: Bool = false
  ) {
    self.title = title
    self.sentence = sentence
    self.lines = lines
    self.mark = mark
    self.across = across
    self.up = up
    self.isShare = isShare
  }

  public var data: ChartData {
    ChartData(
      header: ["", across, up, "from", "to"],
      rows: lines.flatMap { line in
        // As many as people can read; the file has all.
        Thinning.places(line.points.map(\.y), to: 12).map { place in
          let point = line.points[place]
          let band = line.band.first { $0.x == point.x }
          return [
            line.name, Short.number(point.x), figure(point.y), band.map { figure($0.low) } ?? "",
            band.map { figure($0.high) } ?? "",
          ]
        }
      })
  }

  private func figure(_ value: Double) -> String {
    isShare && value.isFinite
      ? "\(Short.number((value * 1_000).rounded() / 10))%" : Short.number(value)
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let (left, right, top, bottom) = (54.0, isNarrow ? 12.0 : 170.0, 16.0, isNarrow ? 200.0 : 260.0)
    var drawing = SVG(width: width)
    var heights: [Double] = isShare ? [0, 1] : [0]
    for line in lines {
      heights += line.points.map(\.y) + line.band.map(\.low) + line.band.map(\.high)
    }
    let y = Scale(heights, from: bottom, to: top)
    let x = Scale(lines.flatMap { $0.points.map(\.x) }, from: left, to: width - right)
    for tick in y.ticks(about: isNarrow ? 4 : 5) {
      drawing.line(left, y(tick), width - right, y(tick), tick == 0 ? "zero" : "grid")
      drawing.text(figure(tick), x: left - 8, y: y(tick) + 4, "tick", .end)
    }
    let most = Int(width - left - right)
    var below = bottom + 28
    var ends: [Double] = []
    for line in lines {
      let low = Thinning.places(line.band.map(\.low), to: most).map { line.band[$0] }
      let high = Thinning.places(line.band.map(\.high), to: most).map { line.band[$0] }
      drawing.path(
        low.map { (x($0.x), y($0.low)) } + high.reversed().map { (x($0.x), y($0.high)) },
        isClosed: true, "band")
      let points = Thinning.places(line.points.map(\.y), to: most).map { line.points[$0] }
      drawing.path(points.map { (x($0.x), y($0.y)) }, line.style.rawValue)
      guard !isNarrow, let last = line.points.last else { continue }
      // Names that would stand on each other move down.
      var place = y(last.y) + 4
      while ends.contains(where: { abs($0 - place) < 15 }) { place += 15 }
      ends.append(place)
      for (row, text) in Lettering.lines(line.name, width: right - 16, size: 12, most: 2)
        .enumerated()
      {
        drawing.text(text, x: width - right + 8, y: place + Double(row) * 14, "small")
      }
    }
    drawing.labels(
      x.ticks(about: isNarrow ? 4 : 7).map { (x($0), Short.number($0)) }, y: bottom + 20)
    if let mark {
      drawing.mark(x: x(mark.x), y: y(mark.y), mark.label, labelY: max(14, y(mark.y) - 12))
    }
    if isNarrow, lines.count > 1 {
      for line in lines {
        drawing.line(8, below + 12, 28, below + 12, line.style.rawValue)
        let end = drawing.paragraph(line.name, x: 34, below: below, most: 1)
        below = max(end, below + 16)
      }
    }
    drawing.height =
      drawing.paragraph("\(up), by \(across)", x: isNarrow ? 8 : left, below: below) + 8
    return drawing
  }
}
