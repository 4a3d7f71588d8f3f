import Charts
import Workbooks

/// What a command found, to be taken away: rendered as a page, as a workbook, as a notebook and as tables.
struct Takeaway {
  struct Fact {
    let value: String
    let words: String
  }

  /// A question and what answers it.
  struct Section {
    enum Body {
      case chart(any Chart)
      case table(Table)
      case nothing
    }

    let question: String
    let words: [String]
    let body: Body
    /// The same chart for a notebook, which draws it anew from the files beside it.
    var notebook: NotebookChart?

    init(_ question: String, _ words: [String], _ table: Table) {
      (self.question, self.words, body) = (question, words, .table(table))
    }

    init(_ question: String, _ words: [String]) {
      (self.question, self.words, body) = (question, words, .nothing)
    }

    init(
      _ question: String, _ words: [String], _ chart: some Chart, notebook: NotebookChart? = nil
    ) {
      (self.question, self.words, body) = (question, words, .chart(chart))
      self.notebook = notebook
    }
  }

  /// What it is about.
  let kicker: String
  /// The answer first.
  let sentences: [String]
  var facts: [Fact] = []
  let sections: [Section]
  /// The figures, each a file and a sheet.
  let tables: [NamedTable]
  /// Sheets that are no files, such as one to play in.
  var furtherSheets: [SheetContent] = []
  /// What gives the result again, and what it was made from.
  let command: String
  let origin: String
}

/// A table as a file, and as a sheet of the workbook.
struct NamedTable {
  /// Such as `daily.csv`.
  let file: String
  /// Such as `Daily`.
  let sheet: String
  let table: Table
  /// Drawn beside it by the spreadsheet.
  var chart: SheetChart?
  /// Columns whose cells are coloured by their values.
  var scaled: ClosedRange<Int>?
  /// How the sheet shows it, where that differs from the file.
  var shown: Table?

  init(_ file: String, _ sheet: String, _ table: Table) {
    self.file = file
    self.sheet = sheet
    self.table = table
  }

  var csv: OutputFile { OutputFile(name: file, bytes: table.csv()) }

  /// The cells of a column of the sheet, by its place; names stand in its first row.
  func cells(_ column: Int, rows: ClosedRange<Int>? = nil) -> CellRange {
    let last = max(1, (shown ?? table).rows.count)
    return CellRange(
      sheet, rows: rows.map { $0.lowerBound + 1...$0.upperBound + 1 } ?? 1...last, column: column)
  }
}

extension Takeaway {
  /// What to open, and beside it the tables.
  ///
  /// A workbook that cannot be made, for want of room for temporary files, is left out.
  var files: [OutputFile] {
    let files = tables.map(\.csv)
    return [page] + [workbook].compactMap(\.self) + [notebook(files)] + files
  }
}
