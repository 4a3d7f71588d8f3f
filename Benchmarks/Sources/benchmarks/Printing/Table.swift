/// Rows of a label and figures, printed in columns; a heading may be longer than its column.
struct Table {
  private let title: String
  private let columns: [String]
  private var rows: [(label: String, cells: [String])] = []
  private var notes: [String] = []

  init(_ title: String, columns: [String]) {
    self.title = title
    self.columns = columns
  }

  mutating func add(_ label: String, _ cells: String...) { rows.append((label, cells)) }

  /// The columns of a timing.
  static let timing = ["median", "least", "most", "processor"]

  /// A timing's median, least and most, and the median of what the processors spent.
  mutating func add(_ label: String, _ timing: Timing, digits: Int, _ more: String...) {
    let figures = [timing.median, timing.least, timing.most, timing.processorMedian].map {
      $0.fixed(digits)
    }
    rows.append((label, figures + more))
  }

  /// A line under the table.
  mutating func note(_ text: String) { notes.append(text) }

  func print() {
    Swift.print(title)
    let lines = rows.isEmpty ? [] : [(label: "", cells: columns)] + rows
    let labelWidth = lines.map(\.label.count).max() ?? 0
    let widths = columns.indices.map { column in
      lines.map { $0.cells.count > column ? $0.cells[column].count : 0 }.max() ?? 0
    }
    for line in lines {
      let cells = zip(line.cells, widths).map { "  " + pad($0, $1) + $0 }.joined()
      Swift.print("  " + line.label + pad(line.label, labelWidth) + cells)
    }
    for note in notes { Swift.print("  " + note) }
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count))
  }
}
