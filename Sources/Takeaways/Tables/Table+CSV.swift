import Documents
import Statistics

extension Table {
  /// The table as a file for spreadsheets.
  ///
  /// - Returns: The bytes of the file.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: columns.map(\.header))
    for row in rows {
      writer.append(zip(row, columns).map { field($0, decimals: $1.decimals) })
    }
    return writer.bytes
  }

  /// A cell's number with the digits that files hold of it.
  package func written(_ cell: Cell, decimals: Int?) -> Double? {
    switch field(cell, decimals: decimals) {
    case .formatted(let text): Double(text)
    case .number(let number): number
    case .whole(let number): Double(number)
    case .text, .identifier, .empty: nil
    }
  }

  private func field(_ cell: Cell, decimals: Int?) -> CSVWriter.Cell {
    if let number = cell.number, !number.isFinite { return .empty }
    return switch cell {
    case .text(let text): .text(text)
    case .money(let minor):
      .formatted(
        Decimals.money(
          minor, decimals: currency.decimals,
          further: (decimals ?? currency.decimals) - currency.decimals))
    case .count(let value): .formatted(Decimals.trimmed(value, decimals ?? 4))
    case .share(let value), .chance(let value, _): .formatted(Decimals.trimmed(value, 6))
    case .ratio(let value): .formatted(Decimals.trimmed(value, 6))
    case .days(let value): .formatted(Decimals.trimmed(value, 2))
    case .figure(let value, let decimals): .formatted(Decimals.trimmed(value, decimals))
    case .pValue(let value), .exact(let value, _): .number(value)
    case .date(let date): .formatted(date.iso)
    case .empty: .empty
    }
  }
}
