import Statistics
import Testing

@testable import Charts

/// What every chart has to be, whatever it is fed: drawn at any width, with nothing outside and nothing unsaid.
struct ChartTests {
  private static let names = [
    "as today", "<img src=x onerror=alert(1)>", String(repeating: "very long name ", count: 15),
    "第二次到店满三十减十元的优惠券", "👩‍👩‍👧‍👦 שלום עולם", "",
  ]

  private static func dots(_ shift: Double) -> [Double] {
    (0..<50).map { shift + Double($0) - 24.5 }
  }

  private static let charts: [any Chart] = [
    DotPlot(
      title: "t", sentence: "s",
      rows: names.enumerated().map { place, name in
        DotPlot.Row(name: name, dots: dots(Double(place) * 10), notes: ["a", "b"])
      }, axis: "CNY"),
    DotPlot(title: "t", sentence: "s", rows: [], axis: ""),
    Bridge(
      title: "t", sentence: "s", start: .init(name: "from", amount: 100, label: "100"),
      parts: names.map { .init(name: $0, amount: -30, label: "−30") },
      end: .init(name: "to", amount: -80, label: "−80")),
    Fan(
      title: "t", sentence: "s", labels: [(0, "Mar"), (31, "Apr"), (61, "May")],
      means: (0..<90).map { Double($0 * $0) - 2_000 },
      bands: [("95", (0..<90).map { Interval(low: Double($0) - 3_000, high: Double($0 * 90)) })],
      marks: [.init(place: 3, value: -1_991, label: names[2], isLoss: true)], axis: "CNY"),
    Strength(
      title: "t", sentence: "s",
      points: (0..<5).map {
        .init(value: Double($0), label: "\($0) CNY", mean: 0, interval: Interval(low: -1, high: 1))
      }, best: 2, flat: 1...3,
      panels: [
        .init(name: "taken", values: [0, 1, .nan, 3, 4], labels: ["0", "1", "–", "3", "4"])
      ],
      axis: "CNY", leverAxis: names[2]),
    Forest(
      title: "t", sentence: "s",
      rows: names.enumerated().map { place, name in
        .init(
          name: name, estimate: Double(place) - 2,
          interval: Interval(
            low: place == 0 ? -.infinity : Double(place) - 4,
            high: place == 5 ? .infinity : Double(place) - 1), label: "+1 (0 to 2)",
          decision: "higher"
        )
      }, axis: "revenue"),
    Forest(
      title: "t", sentence: "s",
      rows: [1.7e308, -1.7e308, Double.leastNonzeroMagnitude, 0].map {
        .init(
          name: "a", estimate: $0, interval: Interval(low: -1.7e308, high: 1.7e308), label: "",
          decision: "")
      }, axis: ""),
    Strength(
      title: "t", sentence: "s",
      points: [-1e300, 0, 1e300].map {
        .init(value: $0, label: "x", mean: $0, interval: Interval(low: -1.7e308, high: 1.7e308))
      }, best: 2, flat: 0...2,
      panels: [.init(name: "p", values: [.nan, 1e308, 0], labels: ["–", "1", "0"])], axis: "",
      leverAxis: ""),
    DotPlot(
      title: "t", sentence: "s",
      rows: [.init(name: "a", dots: [-1.7e308, 0, 0, 1e-300, 1.7e308], notes: [])], axis: ""),
    HeatMap(
      title: "t", sentence: "s",
      blocks: names.map { name in
        .init(
          name: name,
          rows: (1...12).map { month in
            .init(name: "2026-\(month)", values: (0..<month).map { 1 / Double($0 + 1) })
          }, isDifference: name == names[1])
      }, axis: "months since the first order"),
    HeatMap(
      title: "t", sentence: "s",
      blocks: [.init(name: "a", rows: [.init(name: "b", values: [.nan, -1e300, 1e300, 0])])],
      axis: ""),
    Stages(
      title: "t", sentence: "s", stages: ["contacts", "aware", "customers"],
      rows: names.map {
        .init(name: $0, counts: [.nan, 100, 5], labels: ["", "100", "5.0"])
      }, axis: "people within the year"),
    Stages(
      title: "t", sentence: "s", stages: ["a", "b"],
      rows: [.init(name: "x", counts: [0, 1e308], labels: ["0", "1e308"])], axis: ""),
    Lines(
      title: "t", sentence: "s",
      lines: names.map { name in
        .init(
          name: name, points: (1..<2_000).map { (Double($0), 1 - 1 / Double($0)) },
          band: (1..<2_000).map { (Double($0), 0, 1) }, style: name.isEmpty ? .rule : .second)
      }, mark: .init(x: 1_990, y: 1, label: names[2]), across: "people", up: "chance",
      isShare: true),
    Lines(
      title: "t", sentence: "s",
      lines: [.init(name: "a", points: [(-1e300, -1.7e308), (0, 0), (1e300, 1.7e308)])], across: "",
      up: ""),
    Lines(title: "t", sentence: "s", lines: [], across: "", up: ""),
    Pairs(
      title: "t", sentence: "s", firstName: "next", secondName: "average",
      rows: names.map { .init(name: $0, first: 12, second: .nan, notes: ["a", names[2]]) },
      rule: (value: 90, name: "worth 90"), axis: "CNY"),
    Squares(
      title: "t", sentence: "s",
      parts: [.init(name: "a", style: "gain"), .init(name: "b", style: "loss")],
      rows: names.map { .init(name: $0, note: "n", counts: [1, 2], labels: ["1", "2"]) }),
  ]

  @Test(arguments: charts.indices, [340.0, 860.0])
  func drawnWhole(place: Int, width: Double) throws {
    let chart = Self.charts[place]
    let drawing = chart.drawing(width: width)
    let text = drawing.element(title: chart.title, description: chart.sentence)
    #expect(XMLDocumentCheck(text).isWellFormed)
    #expect(!text.contains("onerror=alert(1)>") && !text.contains("<img"))
    #expect(!text.lowercased().contains("nan") && !text.contains("1000000"))
    // Nothing is drawn above, below or beside the picture; letters may hang over by a little.
    for (attribute, most) in [
      ("x", width), ("cx", width), ("y", drawing.height), ("cy", drawing.height),
    ] {
      for match in text.matches(of: try Regex(" \(attribute)=\"(-?[0-9.]+)\"")) {
        let value = Double(match.output[1].substring ?? "") ?? .nan
        #expect(value >= -1 && value <= most + 1, "\(attribute) \(value)")
      }
    }
    #expect(
      chart.drawing(width: width).element(title: "", description: "")
        == drawing.element(title: "", description: ""))
    #expect(chart.data.rows.allSatisfy { $0.count == chart.data.header.count })
  }

  /// Dots that lose are told apart, and each has its place.
  @Test func everyDotIsThere() {
    let chart = DotPlot(
      title: "t", sentence: "s",
      rows: [.init(name: "a", dots: (0..<50).map { Double($0) - 9.5 }, notes: [])], axis: "")
    let text = chart.drawing(width: 860).element(title: "", description: "")
    #expect(text.matches(of: /<circle[^>]*class="loss"/).count == 10)
    #expect(text.matches(of: /<circle[^>]*class="gain"/).count == 40)
  }

  @Test func partsOfAHundredAreAHundred() {
    #expect(Squares.hundred([1, 1, 1]) == [34, 33, 33])
    #expect(Squares.hundred([0.4, 0, 99.6]) == [0, 0, 100])
    #expect(Squares.hundred([0, 0]) == [0, 0])
    #expect(Squares.hundred([192, 276, 3_532]).reduce(0, +) == 100)
  }
}
