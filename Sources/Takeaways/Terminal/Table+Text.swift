package import Documents

extension Table {
  /// The table for a terminal: words left, numbers right, headers broken to the width of their column.
  ///
  /// Where it is wider than `width`, headers take more lines, then long names do, and at last the columns go
  /// on below, with the names again.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal.
  ///   - notes: By row, sentences that stand below it, each on lines of its own; empty for none.
  /// - Returns: Its lines.
  public func text(width: Int = 100, notes: [[String]] = []) -> [String] {
    for lines in 2...3 {
      let shown = columns.indices.map { ShownColumn(self, $0, headerLines: lines) }
      let fits = shown.totalWidth <= width
      if fits || (lines == 3 && shown.givingWay(to: Self.narrowest).totalWidth <= width) {
        return rendered(
          shown.givingWay(to: shown.first.map { $0.width + width - shown.totalWidth }),
          below(notes, width))
      }
    }
    let shown = columns.indices.map { ShownColumn(self, $0, headerLines: 3) }
      .givingWay(to: min(Self.narrowest, width / 2))
    var blocks: [[ShownColumn]] = []
    for column in shown.dropFirst() {
      if let last = blocks.last, (last + [column]).totalWidth <= width {
        blocks[blocks.count - 1].append(column)
      } else {
        blocks.append(Array(shown.prefix(1)) + [column])
      }
    }
    // Names take what every block leaves them.
    let room = blocks.map { width - $0.totalWidth }.min() ?? 0
    let names = ShownColumn(self, 0, headerLines: 3).width
    return Array(
      blocks.enumerated().map { place, block in
        var block = block
        block[0].width = min(max(names, block[0].width), block[0].width + max(0, room))
        return rendered(block, place == blocks.count - 1 ? below(notes, width) : [])
      }.joined(separator: [""]))
  }

  /// Sentences as lines below their rows, set in.
  private func below(_ notes: [[String]], _ width: Int) -> [[String]] {
    notes.map { sentences in
      // What is written without spaces is broken anywhere.
      sentences.flatMap { $0.printable.wrapped(to: width - 2) }
        .flatMap { $0.folded(to: width - 2, atMost: .max) }.map { "  \($0)" }
    }
  }

  /// Names broken into shorter lines than this are hard to read.
  private static let narrowest = 12
  /// What is still not said in so many lines is left out.
  private static let mostNameLines = 3

  private func rendered(_ shown: [ShownColumn], _ below: [[String]]) -> [String] {
    let headers = shown.map { column in
      column.header.flatMap { $0.wrapped(to: column.width) }.map { $0.elided(to: column.width) }
    }
    let height = headers.map(\.count).max() ?? 0
    let top = (0..<height).map { line in
      // Shorter headers stand at the bottom, next to their figures.
      shown.line(headers.map { line < height - $0.count ? "" : $0[line - height + $0.count] })
    }
    let body = rows.indices.flatMap { row -> [String] in
      let cells = shown.map { $0.cells[row].elided(to: $0.width) }
      let notes = below.indices.contains(row) ? below[row] : []
      guard let names = shown.first, !names.isRight else { return [shown.line(cells)] + notes }
      // Names go on below, set in, and the figures stand beside their first line.
      let lines = names.cells[row].folded(to: names.width, atMost: Self.mostNameLines)
      return [shown.line([lines.first ?? ""] + cells.dropFirst())] + lines.dropFirst() + notes
    }
    return top + [String(repeating: "─", count: shown.totalWidth)] + body
  }
}

extension [ShownColumn] {
  fileprivate var totalWidth: Int { reduce(2 * (count - 1)) { $0 + $1.width } }

  /// With the first column at most so wide.
  fileprivate func givingWay(to width: Int?) -> Self {
    guard let width, var first, width < first.width else { return self }
    first.width = width
    return [first] + dropFirst()
  }

  fileprivate func line(_ cells: [String]) -> String {
    let line = zip(cells, self).map { $0.padded(to: $1.width, atStart: $1.isRight) }
      .joined(separator: "  ")
    return line.withoutSpacesAtEnd
  }
}

/// A column with its cells as text.
private struct ShownColumn {
  /// Title and unit, each on lines of its own.
  let header: [String]
  let cells: [String]
  let isRight: Bool
  var width: Int

  init(_ table: Table, _ place: Int, headerLines: Int) {
    let column = table.columns[place]
    cells = table.texts(place)
    isRight = column.decimals != nil || table.rows.contains { $0[place].number != nil }
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
package struct CellFormat {
  private let currency: Currency
  private let isSigned: Bool
  private let largest: Double
  private let isWhole: Bool
  private let decimals: Int?

  package init(_ cells: [Cell], _ currency: Currency, isSigned: Bool, decimals: Int?) {
    self.currency = currency
    self.isSigned = isSigned
    self.decimals = decimals
    let numbers = cells.compactMap(\.number).filter(\.isFinite)
    largest = numbers.map(\.magnitude).max() ?? 0
    isWhole = numbers.allSatisfy { $0 == $0.rounded() }
  }

  package func text(_ cell: Cell) -> String {
    if let number = cell.number, !number.isFinite { return "–" }
    return switch cell {
    case .text(let text): text.printable
    case .money(let minor):
      Readable.number(
        minor / currency.scale,
        decimals: decimals ?? (largest < 1_000 * currency.scale ? currency.decimals : 0),
        isSigned: isSigned)
    case .count(let value):
      Readable.number(
        value, decimals: decimals ?? (largest >= 10 || isWhole ? 0 : 1), isSigned: isSigned)
    case .share(let value): Readable.share(value)
    case .chance(let value, let least): Readable.chance(value, least: least)
    case .ratio(let value):
      Readable.number(value, decimals: largest >= 100 ? 0 : largest >= 10 ? 1 : 2)
    case .days(let value): Readable.number(value, decimals: 0)
    case .pValue(let value): Readable.pValue(value)
    case .figure(let value, let decimals), .exact(let value, let decimals):
      Readable.number(value, decimals: decimals, isSigned: isSigned)
    case .date(let date): date.iso
    case .empty: "–"
    }
  }
}
