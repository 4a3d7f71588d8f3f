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
    let (outlook, worth) = forecasts
    var writer = CSVWriter(header: header(hasWorth: worth != nil))
    for (index, history) in summary.histories.enumerated() {
      let expectation = outlook?[index]
      writer.append(
        [
          .identifier(summary.customerName(at: index)), .whole(history.repeats),
          .formatted(Decimals.nearest(Double(history.recency) / unit.days, 6)),
          .formatted(Decimals.nearest(Double(history.age) / unit.days, 6)), basket(history),
          expectation.map { .formatted(Decimals.nearest($0.probabilityAlive, 6)) } ?? .empty,
          expectation.map { .formatted(Decimals.nearest($0.expectedPurchases, 6)) } ?? .empty,
        ] + (worth.map { cells($0[index]) } ?? []))
      if writer.bytes.count > 1 << 20 { try sink(writer.drain()) }
    }
    try sink(writer.drain())
  }

  /// By the model the table follows; only a law of purchases in time tells what customers are worth.
  private var forecasts: (outlook: [CustomerOutlook?]?, worth: [CustomerWorth]?) {
    if let opportunities = result.calibration.opportunities {
      return (opportunities.outlook(next: result.opportunitiesAhead), nil)
    }
    let outlook = result.calibration.outlook(within: result.horizon)
    return (outlook, outlook.flatMap { result.calibration.worth($0, result.worthTerms) })
  }

  private func header(hasWorth: Bool) -> [String] {
    let (unit, currency) = (result.unit, result.currency.map { " (\($0.code))" } ?? "")
    let ahead =
      result.calibration.opportunities.map {
        "expected purchases (of \(Readable.counted(result.opportunitiesAhead, $0.opportunity.rawValue)))"
      } ?? "expected purchases (\(result.time(result.horizon)))"
    let clv =
      "CLV, \(result.margin == 1 ? "revenue" : "margin") in \(result.time(result.horizon))\(currency)"
    return [
      "customer", "repeat purchases", "last purchase (\(unit.plural))", "age (\(unit.plural))",
      "mean basket\(currency)", "P(alive)", ahead,
    ]
      + (hasWorth
        ? ["expected basket\(currency)", clv, "CLV 5%\(currency)", "CLV 95%\(currency)"] : [])
  }

  private func cells(_ worth: CustomerWorth) -> [CSVWriter.Cell] {
    [worth.expectedBasket, worth.value, worth.low, worth.high].map { amount in
      amount.flatMap {
        $0.isFinite
          ? .formatted(Decimals.fixed($0, result.calibration.currency.decimals)) : nil
      } ?? .empty
    }
  }

  /// The mean of the repeat purchases, two decimals finer than the currency; empty where none cost a thing.
  private func basket(_ history: CustomerHistory) -> CSVWriter.Cell {
    guard let minor = history.meanBasket else { return .empty }
    let currency = result.calibration.currency
    let mean = minor / currency.scale
    return .formatted(Decimals.nearest(mean, currency.decimals + 4))
  }
}
