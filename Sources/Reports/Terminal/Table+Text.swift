import Market

extension Table {
  /// The table for a terminal: words left, numbers right, headers broken to the width of their column.
  ///
  /// Where it is wider than `width`, the first column gives way.
  public func text(width: Int = 100) -> [String] {
    let gaps = Self.gap.count * (columns.count - 1)
    var shown = columns.indices.map { ShownColumn(self, $0, headerLines: 2) }
    if shown.map(\.width).reduce(gaps, +) > width {
      shown = columns.indices.map { ShownColumn(self, $0, headerLines: 3) }
    }
    var widths = shown.map(\.width)
    let excess = widths.reduce(gaps, +) - width
    if excess > 0, let first = widths.first {
      widths[0] = max(min(first, Self.narrowest), first - excess)
    }
    let headers = zip(shown, widths).map { column, width in
      column.header.flatMap { $0.wrapped(to: width) }.map { $0.elided(to: width) }
    }
    let height = headers.map(\.count).max() ?? 0
    let top = (0..<height).map { line in
      // Shorter headers stand at the bottom, next to their figures.
      Self.line(
        headers.map { line < height - $0.count ? "" : $0[line - height + $0.count] }, shown, widths)
    }
    let body = rows.indices.map { row in
      Self.line(
        zip(shown, widths).map { $0.cells[row].elided(to: $1) }, shown, widths)
    }
    return top + [String(repeating: "─", count: widths.reduce(gaps, +))] + body
  }

  private static let gap = "  "
  private static let narrowest = 12

  private static func line(
    _ cells: [String], _ shown: [ShownColumn], _ widths: [Int]
  ) -> String {
    let line = zip(cells, zip(shown, widths)).map { cell, column in
      cell.padded(to: column.1, atStart: column.0.isRight)
    }.joined(separator: gap)
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}

/// A column with its cells as text.
private struct ShownColumn {
  /// Title and unit, each on lines of its own.
  let header: [String]
  let cells: [String]
  let isRight: Bool
  let width: Int

  init(_ table: Table, _ place: Int, headerLines: Int) {
    let column = table.columns[place]
    let cells = table.rows.map { $0[place] }
    let format = CellFormat(cells, table.currency, isSigned: column.isSigned)
    self.cells = cells.map { format.text($0) }
    isRight = cells.contains { $0.number != nil }
    let title = column.title.printable
    // Shares are written in percent, which says it.
    let unit = column.unit == "share" ? nil : column.unit
    header = [title] + [unit].compactMap(\.self)
    var width = max(self.cells.map(\.displayWidth).max() ?? 0, unit?.displayWidth ?? 0)
    while title.wrapped(to: width).count > headerLines { width += 1 }
    self.width = title.wrapped(to: width).reduce(width) { max($0, $1.displayWidth) }
  }
}

/// How the numbers of one column are written: all with the same decimals.
struct CellFormat {
  private let currency: Currency
  private let isSigned: Bool
  private let largest: Double
  private let isWhole: Bool

  init(_ cells: [Cell], _ currency: Currency, isSigned: Bool) {
    self.currency = currency
    self.isSigned = isSigned
    let numbers = cells.compactMap(\.number).filter(\.isFinite)
    largest = numbers.map(\.magnitude).max() ?? 0
    isWhole = numbers.allSatisfy { $0 == $0.rounded() }
  }

  func text(_ cell: Cell) -> String {
    if let number = cell.number, !number.isFinite { return "–" }
    return switch cell {
    case .text(let text): text.printable
    case .money(let minor):
      Readable.money(
        minor, currency, isExact: largest < 1_000 * currency.scale, isSigned: isSigned)
    case .count(let value):
      Readable.number(value, decimals: largest >= 10 || isWhole ? 0 : 1, isSigned: isSigned)
    case .share(let value): Readable.share(value)
    case .ratio(let value):
      Readable.number(value, decimals: largest >= 100 ? 0 : largest >= 10 ? 1 : 2)
    case .days(let value): Readable.number(value, decimals: 0)
    case .date(let date): date.iso
    case .empty: "–"
    }
  }
}
