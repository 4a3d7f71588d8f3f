import Documents
package import Workbooks

extension Table {
  /// Names and rows as cells of a sheet.
  package var cellRows: [[CellContent]] {
    // Cents beside ten thousands are noise, in any column of the table.
    let largest = rows.joined().reduce(0.0) {
      if case .money(let value) = $1 { max($0, abs(value) / currency.scale) } else { $0 }
    }
    let cents = largest >= 10_000 ? 0 : min(currency.decimals, 2)
    let formats = columns.indices.map { format($0, cents: cents) }
    let names = columns.indices.map { column -> CellContent in
      let isFigures = rows.contains { $0[column].number != nil }
      return .text(columns[column].header, SheetFormat(.header, isAtRight: isFigures))
    }
    return [names]
      + rows.map { row in
        row.indices.map { content(row[$0], columns[$0], formats[$0]) }
      }
  }

  /// Widths of columns in letters, by what stands in them.
  package var widths: [Double] {
    let texts = rows.prefix(200).map { row in zip(row, columns).map { width($0, $1) } }
    return columns.indices.map { column in
      let header = columns[column].header
      let word = header.split(separator: " ").map { String($0).displayWidth }.max() ?? 0
      let widest = texts.map { $0[column] }.max() ?? 0
      return Double(min(46, max(9, word + 2, header.displayWidth / 2 + 2, widest + 2)))
    }
  }

  /// Lines that the names take at these widths.
  package var nameLines: Int {
    zip(columns, widths).map { column, width in
      column.header.wrapped(to: max(4, Int(width) - 1)).count
    }.max() ?? 1
  }

  private func width(_ cell: Cell, _ column: Column) -> Int {
    switch cell {
    case .text(let text): text.displayWidth
    case .money(let value): Decimals.fixed(value / currency.scale, 2).count + 3
    case .date: 10
    case .empty: 0
    default: 9
    }
  }

  /// How counts and money are shown, the same in a whole column.
  private struct ColumnFormat {
    var counts: SheetFormat
    var money: SheetFormat
    var isSigned: Bool

    func of(_ cell: Cell) -> SheetFormat {
      switch cell {
      case .money: money
      case .count: counts
      case .share: SheetFormat(number: isSigned ? "+0.0%;-0.0%;0%" : "0.0%")
      case .chance: SheetFormat(number: "0.0%")
      case .ratio: SheetFormat(number: "0.000")
      case .days: SheetFormat(number: "0.0")
      case .figure(_, let decimals), .exact(_, let decimals):
        SheetFormat(number: Table.number(min(decimals, 12), isSigned: isSigned))
      case .pValue: SheetFormat(number: "0.0000")
      case .text, .date, .empty: .plain
      }
    }
  }

  private func format(_ column: Int, cents: Int) -> ColumnFormat {
    let isSigned = columns[column].isSigned
    let isWhole = rows.allSatisfy { row in
      if case .count(let value) = row[column] { value == value.rounded() } else { true }
    }
    return ColumnFormat(
      counts: SheetFormat(number: Self.number(isWhole ? 0 : 1, isSigned: isSigned)),
      money: SheetFormat(number: Self.number(cents, isSigned: isSigned)), isSigned: isSigned)
  }

  /// Such as `#,##0.00`.
  fileprivate static func number(_ decimals: Int, isSigned: Bool = false) -> String {
    let plain = "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
    return isSigned ? "+\(plain);-\(plain);0" : plain
  }

  /// A cell with the digits that files hold, so that both add up to the same.
  private func content(_ cell: Cell, _ column: Column, _ format: ColumnFormat) -> CellContent {
    switch cell {
    case .text(let text): return .text(text, SheetFormat(wraps: text.displayWidth > 46))
    case .chance(let value, let least) where Readable.isBound(value, least: least):
      return .text(
        Readable.chance(value, least: least), SheetFormat(.plain, isAtRight: true))
    case .date(let date):
      return .number(Double(date.dayNumber + 25_569), SheetFormat(number: "yyyy-mm-dd"))
    default: break
    }
    guard let number = written(cell, decimals: column.decimals) else { return .empty }
    return .number(number, format.of(cell))
  }
}
