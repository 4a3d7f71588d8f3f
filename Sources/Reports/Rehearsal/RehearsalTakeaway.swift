import Charts
import Documents
import Market
import Planning
import Takeaways

extension RehearsalResult {
  /// The report to open, keep and forward, and the tables beside it.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - assumptions: What was not known of the scenario.
  ///   - command: What gives it again.
  /// - Returns: All of it.
  func takeaway(
    _ provenance: Provenance, _ assumptions: [Assumption], command: String
  ) -> Takeaway {
    let answer = RehearsalAnswer(self)
    return Takeaway(
      kicker: "\(design.scenario.name) · a test of \(Readable.counted(design.days, "day")) on"
        + " \(design.metric.rawValue) · \(Readable.counted(design.rehearsals, "rehearsal"))",
      question: design.scenario.question, sentences: answer.sentences,
      sections: [
        byDay,
        Takeaway.Section(
          "Would it choose the right plan?",
          ["Plans with everybody in them, and how often the test chooses them."], armsTable),
        Takeaway.Section(
          "How far are its figures off?",
          [
            "Effects a person: the truth, and how interference and sampling move the test's estimate."
          ],
          estimatesTable),
        Takeaway.Section(
          "What does looking early do?",
          [
            "Looking \(Readable.counted(design.looks.count, "time")) in \(Readable.counted(design.days, "day")) at"
              + " \(design.metric.rawValue)."
          ], rulesTable),
        Takeaway.Section("How it was found out", [answer.computation]),
      ].compactMap(\.self),
      tables: namedTables(assumptions), command: command,
      origin: "Flywheel \(provenance.version), seed \(design.scenario.seed),"
        + " \(provenance.scenario.file), SHA-256 \(provenance.scenario.sha256)")
  }

  /// The tables, each a file and a sheet.
  func namedTables(_ assumptions: [Assumption]) -> [NamedTable] {
    [
      NamedTable("arms.csv", "Arms", armsTable),
      NamedTable("estimates.csv", "Estimates", metricsTable),
      NamedTable("looks.csv", "Looks", looksTable), NamedTable("power.csv", "Power", powerTable),
      NamedTable("rehearsals.csv", "Rehearsals", rehearsalsTable),
    ]
      + (assumptions.isEmpty
        ? [] : [NamedTable("assumptions.csv", "Assumptions", Table(assumptions, currency))])
  }

  private var byDay: Takeaway.Section? {
    let lines = comparisons.enumerated().map { place, comparison in
      Lines.Line(
        name: design.arms.arms[comparison.arm].name,
        points: comparison.powerByDay.map { (Double($0.days), $0.power.value) },
        band: comparison.powerByDay.map { look in
          let half = look.power.halfWidth ?? 0
          return (
            Double(look.days), max(0, look.power.value - half), min(1, look.power.value + half)
          )
        }, style: place == 0 ? .main : .second)
    }
    guard let first = comparisons.first, first.powerByDay.count > 1 else { return nil }
    let end = first.powerByDay.last { $0.days <= design.days } ?? first.powerByDay[0]
    let chart = Lines(
      title: "Chance that the test finds the effect on \(design.metric.rawValue), by day",
      sentence: "After \(Readable.counted(end.days, "day")) it finds that of"
        + " \(quoted(design.arms.arms[first.arm].name)) in"
        + " \(Readable.outOfHundred(end.power.value)) tests.",
      lines: lines,
      mark: Lines.Mark(
        x: Double(end.days), y: end.power.value,
        label: "day \(end.days): \(Readable.share(end.power.value, decimals: 0))"),
      across: "day of the test", up: "chance to find the effect", isShare: true)
    return Takeaway.Section(
      "What would the test do?", ["The band is the computation's own error."], chart,
      notebook: powerNotebook)
  }

  private var powerNotebook: NotebookChart {
    NotebookChart(
      "Chance that the test finds the effect", file: "power.csv",
      fields: [
        NotebookChart.Field("plan", "plan"), NotebookChart.Field("days", "day"),
        NotebookChart.Field("power (share)", "power"),
      ],
      layers: [
        NotebookChart.Layer(
          "line", [:],
          [
            NotebookChart.Encoding("x", "day", .quantitative),
            NotebookChart.Encoding(
              "y", "power", .quantitative, ["title": .string("chance to find the effect")]),
            NotebookChart.Encoding("color", "plan", .nominal),
          ])
      ])
  }
}
