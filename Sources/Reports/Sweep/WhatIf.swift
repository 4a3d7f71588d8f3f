import Charts
import Documents
import Market
import Planning
import Workbooks
import Takeaways

/// A sheet in which a planner moves the levers of a sweep: its cells are formulas over the points that were played.
///
/// Between points the surface is a straight line, or with two levers bilinear, so that every point played is met
/// exactly; beyond them nothing is known, and the cells of the levers take nothing else.
struct WhatIf {
  private let report: SweepReport
  private let sheetName = "What if"
  /// Rows of the list that the levers' values stand in, and its first column.
  private let listRow = 3
  private let listColumn = 5

  init(_ report: SweepReport) { self.report = report }

  /// Nil where the points are no grid.
  var sheet: SheetContent? {
    let grid = report.grid
    guard grid.points.count == grid.settings.reduce(1, { $0 * $1.count }),
      grid.settings.allSatisfy({ $0.count > 1 })
    else { return nil }
    var sheet = SheetContent(name: sheetName)
    sheet.widths = [44, 16, 34, 4, 4] + grid.levers.map { _ in 14 }
    sheet.rows = [
      [
        .text(
          "What if \(quoted(grid.levers[0].plan)) were stronger or weaker?", SheetFormat(.title))
      ],
      [.text(rule, SheetFormat(.soft))], [],
    ]
    for place in grid.levers.indices { add(lever: place, to: &sheet) }
    for (place, name) in ["place in the list", "share of the way to the next"].enumerated() {
      for lever in grid.levers.indices { addPlace(place, name, of: lever, to: &sheet) }
    }
    sheet.rows.append([])
    for figure in figures { add(figure, to: &sheet) }
    addLists(to: &sheet)
    return sheet
  }

  private var rule: String {
    "Change the coloured \(report.grid.levers.count == 1 ? "cell" : "cells"). It holds between the"
      + " values that were played (sheet Sweep): on a straight line from one to the next, with"
      + " everything else as in the scenario."
  }

  private func add(lever place: Int, to sheet: inout SheetContent) {
    let (lever, settings) = (report.grid.levers[place], report.grid.settings[place])
    let unit = lever.unit.isEmpty ? "" : " (\(lever.unit))"
    let best = settings[report.grid.points[report.start].places[place]]
    let (low, high) = (settings[0], settings[settings.count - 1])
    sheet.limits.append(
      CellLimit(
        row: sheet.rows.count, column: 1, between: low.number...high.number,
        message: "Only values between \(low.text) and \(high.text) were played."))
    sheet.rows.append([
      .text(lever.name + unit, SheetFormat(.bold)), .number(best.number, SheetFormat(.input)),
      .text(
        "from \(low.text) to \(high.text)"
          + (report.result.role.isChosen ? "; best: \(best.text)" : ""), SheetFormat(.soft)),
    ])
  }

  /// Where a lever's cell and its two helpers stand.
  private func row(lever: Int) -> Int { 3 + lever }
  private func row(helper: Int, lever: Int) -> Int {
    3 + report.grid.levers.count * (1 + helper) + lever
  }

  /// In which row of the list the value lies, and how far on the way to the next.
  private func addPlace(_ helper: Int, _ name: String, of lever: Int, to sheet: inout SheetContent)
  {
    let list = cells(list: lever)
    let input = "$B$\(row(lever: lever) + 1)"
    let place = "$B$\(row(helper: 0, lever: lever) + 1)"
    let count = report.grid.settings[lever].count
    let formula =
      helper == 0
      ? "MIN(MATCH(\(input),\(list),1),\(count - 1))"
      : "(\(input)-INDEX(\(list),\(place)))/(INDEX(\(list),\(place)+1)-INDEX(\(list),\(place)))"
    let best = report.grid.points[report.start].places[lever]
    let from = min(best + 1, count - 1)
    sheet.rows.append([
      .text("\(name): \(report.grid.levers[lever].name)", SheetFormat(.soft)),
      .formula(formula, result: Double(helper == 0 ? from : best + 1 - from), SheetFormat(.soft)),
    ])
  }

  private func cells(list: Int) -> String {
    let column = Self.letters(listColumn + list)
    let first = listRow + 1
    return "$\(column)$\(first):$\(column)$\(first + report.grid.settings[list].count - 1)"
  }

  private func addLists(to sheet: inout SheetContent) {
    for (lever, settings) in report.grid.settings.enumerated() {
      let column = listColumn + lever
      put(.text("values played", SheetFormat(.soft)), listRow - 1, column, in: &sheet)
      for (place, setting) in settings.enumerated() {
        put(.number(setting.number, SheetFormat(.soft)), listRow + place, column, in: &sheet)
      }
    }
  }

  private func put(_ cell: CellContent, _ row: Int, _ column: Int, in sheet: inout SheetContent) {
    while sheet.rows.count <= row { sheet.rows.append([]) }
    while sheet.rows[row].count <= column { sheet.rows[row].append(.empty) }
    sheet.rows[row][column] = cell
  }

  /// What is read off the surface: a column of the sheet of points.
  private struct Figure {
    let title: String
    let column: Int
    let format: String
  }

  private var figures: [Figure] {
    let table = report.sweepTable
    let money = "+#,##0;-#,##0;0"
    let wanted: [(String, String, String)] = [
      ("against the baseline", "\(report.aim.title) against \(quoted(report.baseline))", money),
      ("from", "in 95 of 100 markets from", money), ("to", "to", money),
      ("better in", "better than \(quoted(report.baseline)) in", "0%"),
      ("takers", "offers taken", "#,##0"),
      ("dead weight", "of the redeemed, would have come anyway", "0%"),
      ("spend", "spend", "#,##0"),
    ]
    return wanted.compactMap { title, words, format in
      guard let column = table.columns.firstIndex(where: { $0.title == title }),
        table.rows.allSatisfy({ $0[column].number != nil })
      else { return nil }
      let unit = table.columns[column].unit.map { $0 == "share" ? "" : " (\($0))" } ?? ""
      return Figure(title: words + unit, column: column, format: format)
    }
  }

  private func add(_ figure: Figure, to sheet: inout SheetContent) {
    let cell = report.sweepTable.rows[report.start][figure.column]
    let best = (cell.number ?? 0) / (cell.isMoney ? report.currency.scale : 1)
    sheet.rows.append([
      .text(figure.title, SheetFormat(.bold)),
      .formula(formula(figure.column), result: best, SheetFormat(.bold, number: figure.format)),
    ])
  }

  /// A column at the levers' values: weighted by how near the points around are.
  private func formula(_ column: Int) -> String {
    let letter = Self.letters(column)
    let points = "Sweep!$\(letter)$2:$\(letter)$\(report.grid.points.count + 1)"
    let strides = report.grid.levers.indices.map(stride)
    var terms: [String] = []
    for corner in 0..<(1 << strides.count) {
      var weight: [String] = []
      var place = ["1"]
      for (lever, stride) in strides.enumerated() {
        let way = "$B$\(row(helper: 1, lever: lever) + 1)"
        let start = "$B$\(row(helper: 0, lever: lever) + 1)"
        let isNext = corner >> lever & 1 == 1
        weight.append(isNext ? way : "(1-\(way))")
        place.append("(\(start)\(isNext ? "" : "-1"))*\(stride)")
      }
      terms.append(
        "\(weight.joined(separator: "*"))*INDEX(\(points),\(place.joined(separator: "+")))")
    }
    return terms.joined(separator: "+")
  }

  /// Points from one value of a lever to its next.
  private func stride(_ lever: Int) -> Int {
    report.grid.points.firstIndex { point in
      point.places.indices.allSatisfy { point.places[$0] == ($0 == lever ? 1 : 0) }
    } ?? 1
  }

  private static func letters(_ column: Int) -> String {
    let place = Place(line: 1, column: column + 1, table: "")
    return String((place.cell ?? "").dropLast())
  }
}

extension Cell {
  fileprivate var isMoney: Bool { if case .money = self { true } else { false } }
}

extension SweepReport {
  /// The points as a sheet, with the surface of one lever drawn on it.
  var sweepSheet: NamedTable {
    var sheet = NamedTable("sweep.csv", "Sweep", sweepTable)
    guard grid.levers.count == 1,
      let column = sheet.table.columns.firstIndex(where: { $0.title == "against the baseline" })
    else { return sheet }
    let lines: [(String, Int, Palette.Tone)] = [
      ("on average", 0, .gain), ("low (95 of 100 markets)", 1, .quiet), ("high", 2, .quiet),
    ]
    sheet.chart = SheetChart(
      .scatter, title: "\(aim.title.withCapital) against \(quoted(baseline)) by \(levers)",
      description: sentences.first ?? "", across: sheet.table.columns[1].header,
      up: sheet.table.columns[column].header,
      series: lines.map {
        SheetChart.Series(
          $0.0, across: sheet.cells(1), up: sheet.cells(column + $0.1),
          .line(SheetChart.Colour($0.2)))
      })
    return sheet
  }

  /// The surface of one lever, drawn from the file of points.
  var strengthNotebook: NotebookChart {
    let columns = sweepTable.columns
    func field(_ title: String, _ name: String) -> NotebookChart.Field {
      NotebookChart.Field(columns.first { $0.title == title }?.header ?? title, name)
    }
    let lever = columns[1].header
    let across = NotebookChart.Encoding(
      "x", "lever", .quantitative, ["title": .string(lever)])
    return NotebookChart(
      "\(aim.title.withCapital) against \(quoted(baseline)) by \(levers)", file: "sweep.csv",
      fields: [
        NotebookChart.Field(lever, "lever"), field("against the baseline", "mean"),
        field("from", "low"), field("to", "high"),
      ],
      layers: [
        NotebookChart.Layer(
          "area", ["opacity": .number(0.2)],
          [
            across,
            NotebookChart.Encoding(
              "y", "low", .quantitative,
              ["title": .string("against the baseline, 95 of 100 markets in the band")]),
            NotebookChart.Encoding("y2", "high", nil),
          ]),
        NotebookChart.Layer(
          "line", ["point": .boolean(true)],
          [across, NotebookChart.Encoding("y", "mean", .quantitative)]),
        NotebookChart.Layer(
          "rule", [:], [NotebookChart.Encoding("y", value: ["datum": .number(0)])]),
      ])
  }
}
