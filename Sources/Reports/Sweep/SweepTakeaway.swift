import Charts
import Documents
import Market
import Planning
import Statistics
import Takeaways

extension SweepReport {
  /// The report to open, keep and forward, and the tables beside it.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - command: What gives it again.
  /// - Returns: All of it.
  func takeaway(_ provenance: Provenance, command: String) -> Takeaway {
    let first: Takeaway.Section =
      if let chart = strength {
        Takeaway.Section(
          sectionTitle,
          [
            [shaded, "Every value is played on the same luck."].compactMap(\.self).joined(
              separator: " ")
          ],
          chart, notebook: strengthNotebook)
      } else if let chart = surfaceMap {
        Takeaway.Section(
          sectionTitle, notes, chart, notebook: surfaceNotebook)
      } else {
        Takeaway.Section(sectionTitle, notes, surface)
      }
    return Takeaway(
      kicker:
        "\(run.scenario.name) · \(quoted(grid.levers[0].plan)) by \(levers) · \(run.playedUnits)",
      question: run.scenario.question, sentences: sentences,
      sections: [
        first,
        Takeaway.Section(
          "All figures", notes, grid.levers.count == 1 ? shownTable : sweepTable),
      ],
      tables: namedTables, furtherSheets: [WhatIf(self).sheet].compactMap(\.self),
      command: command, origin: run.origin(provenance))
  }

  /// The tables, each a file and a sheet.
  var namedTables: [NamedTable] {
    [sweepSheet]
      + (run.assumptions.isEmpty
        ? [] : [NamedTable("assumptions.csv", "Assumptions", run.assumptionsTable)])
  }

  /// The surface of two levers, the first down and the second across.
  private var surfaceMap: HeatMap? {
    guard grid.levers.count == 2 else { return nil }
    let scale = aim.unit == .money ? currency.scale : 1
    let rows = grid.settings[0].indices.map { first -> HeatMap.Row in
      let values = grid.settings[1].indices.map { second -> Double in
        let point = grid.points.firstIndex { $0.places == [first, second] }
        return point.map { change($0) / scale } ?? .nan
      }
      return HeatMap.Row(
        name: grid.settings[0][first].text, values: values,
        labels: values.map { $0.isNaN ? "" : Short.number($0, isSigned: true) })
    }
    return HeatMap(
      title: "\(aim.title.withCapital) against \(quoted(baseline)) by \(levers)",
      sentence: sentences.first ?? "", columnNames: grid.settings[1].map(\.text),
      blocks: [
        HeatMap.Block(
          name: "\(aim.title.withCapital) against \(quoted(baseline))"
            + (aim.unit == .money ? ", \(currency.code)" : ""), rows: rows, isDifference: true)
      ],
      axis: "Down: \(grid.levers[0].name); across: \(grid.levers[1].name).")
  }

  private var surfaceNotebook: NotebookChart {
    let columns = sweepTable.columns
    let change = columns.first { $0.title == "against the baseline" }?.header ?? ""
    return NotebookChart(
      "\(aim.title.withCapital) against \(quoted(baseline)) by \(levers)", file: "sweep.csv",
      fields: [
        NotebookChart.Field(columns[1].header, "first"),
        NotebookChart.Field(columns[2].header, "second"), NotebookChart.Field(change, "change"),
      ],
      layers: [
        NotebookChart.Layer(
          "rect", [:],
          [
            NotebookChart.Encoding("y", "first", .ordinal, ["title": .string(columns[1].header)]),
            NotebookChart.Encoding("x", "second", .ordinal, ["title": .string(columns[2].header)]),
            NotebookChart.Encoding(
              "color", "change", .quantitative, ["title": .string("against the baseline")]),
          ])
      ])
  }

  /// What the shaded stretch holds; nil where there is none.
  private var shaded: String? {
    if result.role.isChosen { return "Values on the shaded stretch are as good as the best." }
    return assumedPoints.map { _ in "The shaded stretch is what the scenario assumes." }
  }

  /// The surface of one lever; nil for two.
  var strength: Strength? {
    guard grid.levers.count == 1, let low = result.flat.first, let high = result.flat.last else {
      return nil
    }
    let isChosen = result.role.isChosen
    let scale = aim.unit == .money ? currency.scale : 1
    let points = grid.points.indices.map { point in
      let range = prediction(point)
      return Strength.Point(
        value: grid.points[point].settings[0].number, label: name(point),
        mean: change(point) / scale,
        interval: Interval(
          low: (range?.low ?? change(point)) / scale,
          high: (range?.high ?? change(point)) / scale))
    }
    return Strength(
      title: "\(aim.title.withCapital) against \(quoted(baseline)) by \(levers)",
      sentence: sentences.first ?? "", points: points, best: isChosen ? result.best : nil,
      flat: isChosen ? low...high : assumedPoints, flatName: isChosen ? "as good" : "assumed",
      panels: panels,
      axis: (aim.unit == .money ? "\(currency.code), " : "")
        + "\(aim.title) more or less than \(quoted(baseline)); the band holds 95 of 100 markets",
      leverAxis: levers)
  }

  private var panels: [Strength.Panel] {
    guard hasTakers else { return [] }
    let takers = grid.points.indices.map(takers)
    let wasted = grid.points.indices.map { deadWeight($0) ?? .nan }
    return [
      Strength.Panel(
        name: "offers taken", values: takers, labels: takers.map { Short.number($0) }),
      Strength.Panel(
        name: "of the redeemed, by people who would have come anyway", values: wasted,
        labels: wasted.map { $0.isNaN ? "–" : Readable.share($0, decimals: 0) }),
    ]
  }
}
