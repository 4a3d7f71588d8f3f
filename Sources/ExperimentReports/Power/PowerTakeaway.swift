import Charts
import Documents
import Experiments
public import Statistics
public import Takeaways

extension PowerResult {
  /// Every file of a plan to be taken away, the manifest last.
  ///
  /// - Parameters:
  ///   - version: Flywheel's.
  ///   - command: What gives the result again.
  ///   - kernels: What did the arithmetic.
  /// - Returns: The files.
  /// - Throws: Where the manifest cannot be written down.
  public func files(
    version: String, command: String, kernels: String = Kernels.current.description
  ) throws -> [OutputFile] {
    try takeaway(version: version, command: command).files(version: version, kernels: kernels)
  }

  /// The tables alone.
  public var files: [OutputFile] { namedTables.map(\.csv) }

  private func takeaway(version: String, command: String) -> Takeaway {
    let curve = PowerCurve(self, multiples: PowerCurve.many)
    return Takeaway(
      kicker: "An experiment that is planned · \(Readable.count(groups.total)) people in"
        + " \(Readable.counted(groups.arms, "arm"))",
      sentences: PowerAnswer(self).sentences,
      sections: [
        chance(curve), smallest(curve),
        Takeaway.Section("Other sizes", [], sizesTable),
        Takeaway.Section("What it rests on", [], assumptionsTable),
      ].compactMap(\.self),
      tables: namedTables, command: command, origin: "Flywheel \(version)")
  }

  /// Days where the traffic is known, else people.
  private var axis: (name: String, of: (GroupSizes) -> Double) {
    guard let daily else { return ("people in all arms", { Double($0.total) }) }
    return ("days", { Double($0.total) / daily })
  }

  /// Shares differ by percentage points.
  private var unit: (scale: Double, words: String) {
    if case .rate = analysis.baseline { (100, " percentage points") } else { (1, source.unit) }
  }

  private func chance(_ curve: PowerCurve) -> Takeaway.Section? {
    let axis = axis
    let points = curve.points.compactMap { point in
      point.power.map { (x: axis.of(point.groups), y: $0) }
    }
    guard points.count > 1 else { return nil }
    let chart = Lines(
      title: "Chance to find \(effectWords), by \(axis.name)",
      sentence: PowerAnswer(self).sentences.first ?? "",
      lines: [
        Lines.Line(name: "chance to find it", points: points),
        Lines.Line(
          name: "a false alarm", points: points.map { ($0.x, analysis.alpha) }, style: .rule),
      ],
      mark: Lines.Mark(
        x: axis.of(groups), y: power, label: "planned: \(Readable.share(power, decimals: 0))"),
      across: axis.name, up: "chance to find \(effectWords)", isShare: true)
    return Takeaway.Section("What would a test do?", [], chart, notebook: powerNotebook)
  }

  /// What is found at the size planned as surely as is asked for.
  private var detectable: Double? {
    PowerCurve(self, multiples: [1]).points.first?.effect
  }

  private func smallest(_ curve: PowerCurve) -> Takeaway.Section? {
    let axis = axis
    let points = curve.points.compactMap { point in
      point.effect.map { (x: axis.of(point.groups), y: abs($0) * unit.scale) }
    }
    guard points.count > 1 else { return nil }
    let chart = Lines(
      title:
        "The smallest effect that is found in \(Readable.share(aim, decimals: 0)), by \(axis.name)",
      sentence: "At the size planned it is"
        + " \(Decimals.significant(abs(detectable ?? effect) * unit.scale, 3))\(unit.words).",
      lines: [Lines.Line(name: "smallest effect", points: points)], across: axis.name,
      up: "effect\(unit.words.isEmpty ? "" : ",\(unit.words)")")
    return Takeaway.Section("What could it see?", [], chart, notebook: effectNotebook)
  }

  private var powerNotebook: NotebookChart {
    bySize(
      "Chance to find \(effectWords)", "power-by-size.csv", "power (share)", "chance to find it")
  }

  private var effectNotebook: NotebookChart {
    bySize(
      "The smallest effect that is found", "effect-by-duration.csv", "detectable effect", "effect")
  }

  private func bySize(
    _ title: String, _ file: String, _ header: String, _ words: String
  ) -> NotebookChart {
    NotebookChart(
      title, file: file,
      fields: [
        NotebookChart.Field("people in all", "people"), NotebookChart.Field(header, "figure"),
      ],
      layers: [
        NotebookChart.Layer(
          "line", [:],
          [
            NotebookChart.Encoding(
              "x", "people", .quantitative, ["title": .string("people in all arms")]),
            NotebookChart.Encoding("y", "figure", .quantitative, ["title": .string(words)]),
          ])
      ])
  }
}
