import Analyses
import Charts
import Documents
import Experiments
import Takeaways

extension AnalysisResult {
  /// The report to open, keep and forward, and the tables beside it.
  ///
  /// - Parameters:
  ///   - source: What was analysed.
  ///   - command: What gives it again.
  /// - Returns: All of it.
  func takeaway(_ source: AnalysisSource, command: String) -> Takeaway {
    let answer = AnalysisAnswer(self)
    let tables = AnalysisTables(self)
    func table(_ question: String, _ table: Table) -> Takeaway.Section? {
      table.rows.isEmpty ? nil : Takeaway.Section(question, [], table)
    }
    let pictures = forests.map { metric, chart -> Takeaway.Section? in
      Takeaway.Section(
        "What did it do to \(metric.printable)?", [], chart, notebook: forestNotebook(metric))
    }
    let daily = paths.map { metric, chart -> Takeaway.Section? in
      Takeaway.Section(
        "How did \(metric.printable) come about?", ["The band is each day's interval."], chart,
        notebook: pathNotebook(metric))
    }
    let bySegment = segmentForests.map { title, chart -> Takeaway.Section? in
      Takeaway.Section(title.withCapital, [], chart)
    }
    let sections: [Takeaway.Section?] =
      pictures + daily + bySegment + [
        Takeaway.Section("Who is in which arm?", [], splitPairs),
        table("All effects", tables.effectsShown), table("Chances", tables.chancesShown),
        segments.isEmpty ? nil : table("By segment", tables.segmentsShown),
        table("The arms", tables.arms), Takeaway.Section("How, and what to mind", answer.basis),
      ]
    return Takeaway(
      kicker: "\(source.data) · \(Readable.counted(arms.count, "arm")) ·"
        + " \(Readable.counted(counts.used, "row"))",
      sentences: answer.sentences, sections: sections.compactMap(\.self),
      tables: namedTables, command: command,
      origin: "Flywheel \(source.version), \(source.data), SHA-256 \(source.sha256)")
  }

  /// The tables, each a file and a sheet; those that would be empty are left out.
  var namedTables: [NamedTable] {
    let tables = AnalysisTables(self)
    var named = [
      NamedTable("effects.csv", "Effects", tables.effects),
      NamedTable("arms.csv", "Arms", tables.arms),
    ]
    func add(_ file: String, _ sheet: String, _ table: Table, if isThere: Bool) {
      if isThere { named.append(NamedTable(file, sheet, table)) }
    }
    add("segments.csv", "Segments", tables.segments, if: !segments.isEmpty)
    add("segment-tests.csv", "Segment tests", tables.segmentTests, if: !segments.isEmpty)
    add("joint.csv", "Joint", tables.joint, if: !joint.isEmpty)
    add("daily.csv", "Daily", tables.days, if: !days.isEmpty)
    add("clusters.csv", "Clusters", tables.clusters, if: !clustering.isEmpty)
    add("interference.csv", "Interference", tables.interference, if: !interference.isEmpty)
    add("not-estimable.csv", "Not estimable", tables.notEstimable, if: !notEstimable.isEmpty)
    return named
  }

  /// A metric's effects day by day, drawn from the file of days.
  private func pathNotebook(_ metric: String) -> NotebookChart {
    let day = NotebookChart.Encoding("x", "day", .nominal, ["sort": .null])
    let arm = NotebookChart.Encoding("color", "arm", .nominal)
    return NotebookChart(
      "Effect on \(metric.printable) as it was known day by day", file: "daily.csv",
      fields: ["day", "arm", "effect", "low", "high"].map { NotebookChart.Field($0, $0) },
      kept: ("metric", [FormulaGuard.guarded(metric)]),
      layers: [
        NotebookChart.Layer(
          "area", ["opacity": .number(0.2)],
          [
            day,
            NotebookChart.Encoding(
              "y", "low", .quantitative, ["title": .string("arm less control")]),
            NotebookChart.Encoding("y2", "high", nil), arm,
          ]),
        NotebookChart.Layer(
          "line", [:], [day, NotebookChart.Encoding("y", "effect", .quantitative), arm]),
      ])
  }

  /// A metric's effects with their intervals, drawn from the file of effects.
  private func forestNotebook(_ metric: String) -> NotebookChart {
    let arm = NotebookChart.Encoding("y", "arm", .nominal, ["title": .null])
    return NotebookChart(
      "Effects on \(metric.printable)", file: "effects.csv",
      fields: ["arm", "effect", "low", "high"].map { NotebookChart.Field($0, $0) },
      kept: ("metric", [FormulaGuard.guarded(metric)]),
      layers: [
        NotebookChart.Layer(
          "rule", [:],
          [
            arm,
            NotebookChart.Encoding(
              "x", "low", .quantitative, ["title": .string("arm less control")]),
            NotebookChart.Encoding("x2", "high", nil),
          ]),
        NotebookChart.Layer(
          "point", ["filled": .boolean(true), "size": .number(80)],
          [arm, NotebookChart.Encoding("x", "effect", .quantitative)]),
        NotebookChart.Layer(
          "rule", ["strokeDash": .list([.number(4), .number(4)])],
          [NotebookChart.Encoding("x", value: ["datum": .number(0)])]),
      ])
  }
}
