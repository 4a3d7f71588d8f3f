import Documents
package import Workbooks

extension Takeaway {
  package static let workbookName = "report.xlsx"

  /// The report as a workbook; nil where it could not be written.
  package var workbook: OutputFile? {
    let named = tables.filter { !($0.shown ?? $0.table).columns.isEmpty }
    let content = WorkbookContent(
      title: kicker,
      sheets: [answerSheet] + furtherSheets + named.map(\.content) + [reproduceSheet])
    guard let bytes = try? content.bytes() else { return nil }
    return OutputFile(name: Self.workbookName, bytes: bytes)
  }

  /// Letters in a line of words.
  private static let lineWidth = 110

  /// The answer in words, then what the page shows as tables, and the first chart.
  private var answerSheet: SheetContent {
    var sheet = SheetContent(name: "Answer")
    func lines(_ text: String, _ role: SheetFormat.Role) {
      for line in wrapped(text, width: Self.lineWidth) {
        sheet.rows.append([.text(line, SheetFormat(role))])
      }
    }
    sheet.rows.append([.text(kicker, SheetFormat(.soft))])
    if let question { lines(question, .plain) }
    for (place, sentence) in sentences.enumerated() { lines(sentence, place == 0 ? .bold : .plain) }
    for fact in facts {
      sheet.rows.append([.text("\(fact.value): \(fact.words)")])
    }
    var widths: [Double] = []
    for section in sections {
      guard case .table(let table) = section.body, !table.rows.isEmpty else { continue }
      sheet.rows.append([])
      sheet.rows.append([.text(section.question, SheetFormat(.title))])
      for words in section.words { lines(words, .soft) }
      sheet.tallRows[sheet.rows.count] = table.nameLines
      sheet.rows += table.cellRows
      for (column, width) in table.widths.enumerated() {
        if column < widths.count {
          widths[column] = max(widths[column], width)
        } else {
          widths.append(width)
        }
      }
    }
    sheet.widths = widths
    if let chart = tables.compactMap(\.chart).first {
      sheet.rows.append([])
      sheet.charts = [
        SheetContent.PlacedChart(
          chart, row: sheet.rows.count, column: 0, width: 860, height: 420)
      ]
    }
    return sheet
  }

  private var reproduceSheet: SheetContent {
    var sheet = SheetContent(name: "Reproduce")
    sheet.rows = [
      [.text("How to get it again", SheetFormat(.title))], [.text(command)], [.text(origin)], [],
      [.text("The same seed and the same files give the same figures.", SheetFormat(.soft))],
    ]
    sheet.widths = [90]
    return sheet
  }
}

extension NamedTable {
  /// The sheet: names in the first row, which stays and filters, and the chart beside the figures.
  package var content: SheetContent {
    let table = shown ?? table
    var sheet = SheetContent(name: self.sheet)
    sheet.rows = table.cellRows
    sheet.widths = table.widths
    sheet.tallRows[0] = table.nameLines
    sheet.frozenRows = 1
    sheet.frozenColumns = 1
    sheet.filter = (0, table.rows.count)
    if let scaled, !table.rows.isEmpty {
      sheet.scales = [CellRange(self.sheet, rows: 1...table.rows.count, columns: scaled)]
    }
    if let chart {
      sheet.charts = [
        SheetContent.PlacedChart(
          chart, row: 1, column: table.columns.count + 1, width: 720, height: 420)
      ]
    }
    return sheet
  }
}
