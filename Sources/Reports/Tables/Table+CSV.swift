import Market
import Statistics

extension Table {
  /// The table as a file for spreadsheets.
  ///
  /// - Parameter further: Decimals of money beyond those of the currency: means over replications are no
  ///   whole cents, and a column of them should add up to its total.
  /// - Returns: The bytes of the file.
  public func csv(moneyDecimals further: Int = 0) -> [UInt8] {
    var writer = CSVWriter(header: columns.map(\.header))
    for row in rows { writer.append(row.map { field($0, further) }) }
    return writer.bytes
  }

  private func field(_ cell: Cell, _ further: Int) -> CSVWriter.Cell {
    if let number = cell.number, !number.isFinite { return .empty }
    return switch cell {
    case .text(let text): .text(text)
    case .money(let minor):
      .formatted(Decimals.money(minor, decimals: currency.decimals, further: further))
    case .count(let value): .formatted(Decimals.trimmed(value, 4))
    case .share(let value): .formatted(Decimals.trimmed(value, 6))
    case .ratio(let value): .formatted(Decimals.trimmed(value, 6))
    case .days(let value): .formatted(Decimals.trimmed(value, 2))
    case .figure(let value, let decimals): .formatted(Decimals.trimmed(value, decimals))
    case .pValue(let value), .exact(let value, _): .number(value)
    case .date(let date): .formatted(date.iso)
    case .empty: .empty
    }
  }
}
