import Market

/// What `flywheel fit` found, and what it was asked to do with it.
struct FitResult {
  /// The log's path, `-` for standard input.
  var log: String
  var rows: RowCounts
  var calibration: Calibration
  /// nil where none was given.
  var currency: Currency?
  /// Units each customer is forecast for.
  var horizon: Double
  /// Where the scenario fragment went, if anywhere.
  var fragment: String?
  /// Where the table of customers went, if anywhere.
  var base: String?

  var summary: PurchaseSummary { calibration.summary }
  var unit: RateUnit { calibration.unit }

  /// An amount of minor units in major ones, without the currency.
  func amount(_ minor: Double) -> String {
    (minor / calibration.currency.scale).fixed(calibration.currency.decimals)
  }

  /// An amount of minor units, with the currency if it is known.
  func money(_ minor: Double) -> String {
    currency.map { "\(amount(minor)) \($0.code)" } ?? amount(minor)
  }

  /// A length of time such as `39 weeks`.
  func time(_ units: Double) -> String {
    units == 1 ? "1 \(unit.rawValue)" : "\(units.trimmed(2)) \(unit.plural)"
  }
}
