package import Charts
package import Workbooks
import Dispatch
import Synchronization

/// What a command found, to be taken away: rendered as a page, as a workbook, as a notebook and as tables.
package struct Takeaway {
  package struct Fact {
    package let value: String
    package let words: String

    package init(value: String, words: String) {
      self.value = value
      self.words = words
    }
  }

  /// A question and what answers it.
  package struct Section {
    package enum Body {
      case chart(any Chart)
      case table(Table)
      case nothing
    }

    package let question: String
    package let words: [String]
    package let body: Body
    /// The same chart for a notebook, which draws it anew from the files beside it.
    package var notebook: NotebookChart?

    package init(_ question: String, _ words: [String], _ table: Table) {
      (self.question, self.words, body) = (question, words, .table(table))
    }

    package init(_ question: String, _ words: [String]) {
      (self.question, self.words, body) = (question, words, .nothing)
    }

    package init(
      _ question: String, _ words: [String], _ chart: some Chart, notebook: NotebookChart? = nil
    ) {
      (self.question, self.words, body) = (question, words, .chart(chart))
      self.notebook = notebook
    }
  }

  /// What it is about.
  package let kicker: String
  /// What is answered, in the planner's words.
  package let question: String?
  /// The answer first.
  package let sentences: [String]
  package var facts: [Fact] = []
  package let sections: [Section]
  /// The figures, each a file and a sheet.
  package let tables: [NamedTable]
  /// Sheets that are no files, such as one to play in.
  package var furtherSheets: [SheetContent] = []
  /// What gives the result again, and what it was made from.
  package let command: String
  package let origin: String

  package init(
    kicker: String, question: String? = nil, sentences: [String], facts: [Fact] = [],
    sections: [Section],
    tables: [NamedTable], furtherSheets: [SheetContent] = [], command: String, origin: String
  ) {
    self.kicker = kicker
    self.question = question
    self.sentences = sentences
    self.facts = facts
    self.sections = sections
    self.tables = tables
    self.furtherSheets = furtherSheets
    self.command = command
    self.origin = origin
  }
}

/// A table as a file, and as a sheet of the workbook.
package struct NamedTable {
  /// Such as `daily.csv`.
  package let file: String
  /// Such as `Daily`.
  package let sheet: String
  package let table: Table
  /// Drawn beside it by the spreadsheet.
  package var chart: SheetChart?
  /// Columns whose cells are coloured by their values.
  package var scaled: ClosedRange<Int>?
  /// How the sheet shows it, where that differs from the file.
  package var shown: Table?

  package init(_ file: String, _ sheet: String, _ table: Table) {
    self.file = file
    self.sheet = sheet
    self.table = table
  }

  package var csv: OutputFile { OutputFile(name: file, bytes: table.csv()) }

  /// The cells of a column of the sheet, by its place; names stand in its first row.
  package func cells(_ column: Int, rows: ClosedRange<Int>? = nil) -> CellRange {
    let last = max(1, (shown ?? table).rows.count)
    return CellRange(
      sheet, rows: rows.map { $0.lowerBound + 1...$0.upperBound + 1 } ?? 1...last, column: column)
  }
}

extension Takeaway {
  /// What to open, and beside it the tables.
  ///
  /// A workbook that cannot be made, for want of room for temporary files, is left out.
  package var files: [OutputFile] {
    let made = Mutex<(workbook: OutputFile?, others: [OutputFile])>((nil, []))
    // The workbook takes about as long as all others together.
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 0 {
        let workbook = self.workbook
        made.withLock { $0.workbook = workbook }
      } else {
        let tables = tables.map(\.csv)
        let others = [page, notebook(tables)] + tables
        made.withLock { $0.others = others }
      }
    }
    let (workbook, others) = made.withLock { $0 }
    return others.prefix(1) + [workbook].compactMap(\.self) + others.dropFirst()
  }
}
