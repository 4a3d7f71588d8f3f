public import Documents
public import Market
import Takeaways

/// What a purchase log came to: three models fitted to it, and where their files went.
public struct CalibrationResult: Sendable {
  /// The log's path, `-` for standard input.
  public let log: String
  public let rows: RowCounts
  public let calibration: Calibration
  /// `nil` where none was given.
  public let currency: Currency?
  /// Units of time each customer is forecast for.
  public let horizon: Double
  /// Where the scenario fragment went, if anywhere.
  public var fragment: String?
  /// Where the table of customers went, if anywhere.
  public let base: String?

  public init(
    log: String, rows: RowCounts, calibration: Calibration, currency: Currency?, horizon: Double,
    fragment: String?, base: String?
  ) {
    self.log = log
    self.rows = rows
    self.calibration = calibration
    self.currency = currency
    self.horizon = horizon
    self.fragment = fragment
    self.base = base
  }
}

extension CalibrationResult {
  var summary: PurchaseSummary { calibration.summary }
  var unit: RateUnit { calibration.unit }

  /// A length of time such as `39 weeks`.
  func time(_ units: Double) -> String {
    units == 1 ? "1 \(unit.rawValue)" : "\(Decimals.nearest(units, 2)) \(unit.plural)"
  }
}
