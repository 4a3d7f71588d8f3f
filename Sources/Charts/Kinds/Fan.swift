public import Statistics

/// A figure that grows from day to day, with where so many of 100 markets lie: the darker, the likelier.
public struct Fan: Chart {
  /// A place on the way that is worth a word.
  public struct Mark: Sendable {
    public let place: Int
    public let value: Double
    public let label: String
    public let isLoss: Bool

    public init(place: Int, value: Double, label: String, isLoss: Bool) {
      self.place = place
      self.value = value
      self.label = label
      self.isLoss = isLoss
    }
  }

  public let title: String
  public let sentence: String
  /// What stands under the axis, by place.
  public let labels: [(place: Int, text: String)]
  public let means: [Double]
  /// By band, the widest first, its share in words and its ends by place.
  public let bands: [(share: String, ends: [Interval])]
  public let marks: [Mark]
  /// What the axis measures.
  public let axis: String

  public init(
    title: String, sentence: String, labels: [(place: Int, text: String)], means: [Double],
    bands: [(share: String, ends: [Interval])], marks: [Mark], axis: String
  ) {
    self.title = title
    self.sentence = sentence
    self.labels = labels
    self.means = means
    self.bands = bands
    self.marks = marks
    self.axis = axis
  }

  public var data: ChartData {
    // As many places as people can read; the file has every day.
    let places = labels.map(\.place) + [means.count - 1]
    return ChartData(
      header: ["", "average"] + bands.map { "\($0.share), from … to" },
      rows: zip(places, labels.map(\.text) + ["last day"]).compactMap { place, text in
        guard means.indices.contains(place) else { return nil }
        return [text, Short.number(means[place], isSigned: true)]
          + bands.map {
            "\(Short.number($0.ends[place].low, isSigned: true)) … "
              + Short.number($0.ends[place].high, isSigned: true)
          }
      })
  }

  public func drawing(width: Double) -> SVG {
    let isNarrow = width < Self.narrow
    let (left, right, top, bottom) = (54.0, isNarrow ? 12.0 : 140.0, 16.0, isNarrow ? 200.0 : 260.0)
    var drawing = SVG(width: width)
    let values = bands.flatMap { $0.ends.flatMap { [$0.low, $0.high] } } + means + [0]
    let y = Scale(values, from: bottom, to: top)
    let x = Scale([0, Double(max(1, means.count - 1))], from: left, to: width - right)
    drawing.axisAtLeft(y, about: isNarrow ? 4 : 5, from: left, to: width - right)
    let most = Int(width - left - right) / 2
    func points(_ values: [Double]) -> [(x: Double, y: Double)] {
      Thinning.places(values, to: most).map { (x(Double($0)), y(values[$0])) }
    }
    for band in bands {
      drawing.path(
        points(band.ends.map(\.low)) + points(band.ends.map(\.high)).reversed(), isClosed: true,
        "band")
    }
    drawing.path(points(means), "curve")
    drawing.labels(labels.map { (x(Double($0.place)), $0.text) }, y: bottom + 20)
    for mark in marks {
      let (px, py) = (x(Double(mark.place)), y(mark.value))
      let low = mark.isLoss ? py + 22 : py - 12
      drawing.mark(
        x: px, y: py, mark.label, isLoss: mark.isLoss, labelY: min(max(low, 14), bottom + 2))
    }
    drawing.height = drawing.paragraph(axis, x: isNarrow ? 8 : left, below: bottom + 28) + 8
    return drawing
  }
}
