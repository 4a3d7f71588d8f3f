import Documents
import Market
import Statistics
import Takeaways

/// A row per customer as a CSV file, which a scenario takes as today's customers.
public struct CustomerTable: Sendable {
  private let result: CalibrationResult

  public init(_ result: CalibrationResult) { self.result = result }

  /// Hands over the file's bytes piece by piece.
  ///
  /// - Parameter sink: Takes the next piece, of about a megabyte.
  /// - Throws: What the sink throws.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    let (summary, unit) = (result.summary, result.unit)
    let currency = result.currency.map { " (\($0.code))" } ?? ""
    var writer = CSVWriter(header: [
      "customer", "repeat purchases", "last purchase (\(unit.plural))", "age (\(unit.plural))",
      "mean basket\(currency)", "P(alive)", "expected purchases (\(result.time(result.horizon)))",
    ])
    let outlook = result.calibration.outlook(within: result.horizon)
    for (index, history) in summary.histories.enumerated() {
      let expectation = outlook?[index]
      writer.append([
        .identifier(summary.customerName(at: index)), .whole(history.repeats),
        .formatted(Decimals.nearest(Double(history.recency) / unit.days, 6)),
        .formatted(Decimals.nearest(Double(history.age) / unit.days, 6)), basket(history),
        expectation.map { .formatted(Decimals.nearest($0.probabilityAlive, 6)) } ?? .empty,
        expectation.map { .formatted(Decimals.nearest($0.expectedPurchases, 6)) } ?? .empty,
      ])
      if writer.bytes.count > 1 << 20 { try sink(writer.drain()) }
    }
    try sink(writer.drain())
  }

  /// The mean of the repeat purchases, two decimals finer than the currency; empty where none cost a thing.
  private func basket(_ history: CustomerHistory) -> CSVWriter.Cell {
    guard history.repeats > 0, history.repeatSpend > 0 else { return .empty }
    let currency = result.calibration.currency
    let mean = Double(history.repeatSpend) / Double(history.repeats) / currency.scale
    return .formatted(Decimals.nearest(mean, currency.decimals + 4))
  }
}
