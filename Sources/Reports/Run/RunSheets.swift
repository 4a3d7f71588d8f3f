import Charts
import Documents
import Market
import Planning
import Workbooks
import Takeaways

/// The sheets of a run that spreadsheets draw charts on.
extension RunResult {
  /// A table as a sheet, with the chart that is drawn on it.
  func sheet(_ table: NamedTable, _ fan: Fan?) -> NamedTable {
    switch table.file {
    case "dots.csv": dotsSheet(table)
    case "why.csv": whySheet(table)
    case "daily.csv": dailySheet(table, fan)
    case "cohorts.csv": cohortsSheet(table)
    default: table
    }
  }

  private func dotsSheet(_ table: NamedTable) -> NamedTable {
    var sheet = table
    let colours = Palette.series.map { SheetChart.Colour(hex: $0) }
    let plans = stride(from: 0, to: sheet.table.rows.count, by: 50).compactMap { row -> String? in
      if case .text(let name) = sheet.table.rows[row][0] { name } else { nil }
    }
    guard !plans.isEmpty else { return sheet }
    let series = plans.enumerated().map { line, name in
      let rows = line * 50...line * 50 + 49
      return SheetChart.Series(
        name, across: sheet.cells(2, rows: rows),
        up: sheet.cells(4, rows: rows), .dots(colours[line % colours.count]))
    }
    var chart = SheetChart(
      .scatter, title: "Difference to the baseline: 50 equally likely markets a plan",
      description: Answer(self).sentences.first ?? "",
      across: sheet.table.columns[2].header, up: "", series: series)
    chart.hidesUp = true
    sheet.chart = chart
    return sheet
  }

  private func whySheet(_ table: NamedTable) -> NamedTable {
    var sheet = table
    let shown = bridge(forSheet: true)
    sheet.shown = shown
    guard let leader, let bridge = profitBridge(leader) else { return sheet }
    let name = Cell.text(leader.plan)
    guard let first = shown.rows.firstIndex(where: { $0[0] == name }),
      let last = shown.rows.lastIndex(where: { $0[0] == name }),
      // Columns stacked from 0 on can show no step across it.
      shown.rows[first...last].allSatisfy({ ($0[4].number ?? 0) >= 0 && ($0[5].number ?? 0) >= 0 })
    else { return sheet }
    let looks: [(Int, String, SheetChart.Series.Look)] = [
      (6, " ", .nothing), (7, "profit", .fill(SheetChart.Colour(.quiet))),
      (8, "more", .fill(SheetChart.Colour(.gain))),
      (9, "less", .fill(SheetChart.Colour(.loss))),
    ]
    var chart = SheetChart(
      .stackedColumn, title: bridge.title, description: bridge.sentence, across: "",
      up: currency.code,
      series: looks.map {
        SheetChart.Series(
          $0.1, across: sheet.cells(1, rows: first...last),
          up: sheet.cells($0.0, rows: first...last),
          $0.2)
      })
    chart.hasLegend = false
    sheet.chart = chart
    return sheet
  }

  private func dailySheet(_ table: NamedTable, _ fan: Fan?) -> NamedTable {
    var sheet = table
    let header = "cumulative contribution against the baseline"
    guard let leader,
      let column = sheet.table.columns.firstIndex(where: { $0.title == header })
    else { return sheet }
    let days = scenario.horizon
    let rows = leader.place * days...leader.place * days + days - 1
    let lines: [(String, Int, Palette.Tone)] = [
      ("on average", 0, .gain), ("low (95 of 100 markets)", 1, .quiet), ("high", 2, .quiet),
    ]
    sheet.chart = SheetChart(
      .line, title: "Cash of \(quoted(leader.plan)) over the baseline's",
      description: fan?.sentence ?? "", across: "day", up: currency.code,
      series: lines.map {
        SheetChart.Series(
          $0.0, across: sheet.cells(1, rows: rows), up: sheet.cells(column + $0.1, rows: rows),
          .line(SheetChart.Colour($0.2)))
      })
    return sheet
  }

  /// Cohorts as triangles, a block a plan: months down, ages across, one scale for all.
  private func cohortsSheet(_ table: NamedTable) -> NamedTable {
    var sheet = table
    let triangle = CohortTriangle(self)
    guard !triangle.isEmpty else { return sheet }
    sheet.shown = triangle.table
    sheet.scaled = 3...triangle.ages + 2
    return sheet
  }
}
