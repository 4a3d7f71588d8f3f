public import Documents
public import Market
internal import RealModule
import Takeaways

/// What a purchase log came to: three models fitted to it, and where their files went.
public struct CalibrationResult: Sendable {
  /// The log's path, `-` for standard input.
  public let log: String
  public let rows: RowCounts
  public let calibration: Calibration
  /// How purchases go with months and weekdays.
  let season: SeasonFit?
  /// `nil` where none was given.
  public let currency: Currency?
  /// Units of time each customer is forecast for.
  public let horizon: Double
  /// Share of an order that counts in CLV; 1 for revenue.
  public let margin: Double
  /// Of CLV, such as 0.1 for 10% a year.
  public let yearlyDiscount: Double
  /// Where the scenario fragment went, if anywhere.
  public var fragment: String?
  /// Where the table of customers went, if anywhere.
  public let base: String?

  public init(
    log: String, rows: RowCounts, calibration: Calibration, currency: Currency?, horizon: Double,
    margin: Double = 1, yearlyDiscount: Double = 0.1, fragment: String?, base: String?
  ) {
    self.log = log
    self.rows = rows
    self.calibration = calibration
    season = calibration.season
    self.currency = currency
    self.horizon = horizon
    self.margin = margin
    self.yearlyDiscount = yearlyDiscount
    self.fragment = fragment
    self.base = base
  }
}

extension CalibrationResult {
  var summary: PurchaseSummary { calibration.summary }
  var unit: RateUnit { calibration.unit }

  /// Opportunities that customers are forecast for: those of the horizon, at least one.
  var opportunitiesAhead: Int {
    guard let opportunity = calibration.opportunities?.opportunity else { return 0 }
    let years = horizon / unit.perYear
    return max(1, Int((years * Double(opportunity.perYear)).rounded()))
  }

  /// How CLV is counted.
  var worthTerms: WorthTerms {
    WorthTerms(
      horizon: horizon, margin: margin,
      discountRate: .log(onePlus: yearlyDiscount) / 365 * unit.days)
  }

  /// A length of time such as `39 weeks`.
  func time(_ units: Double) -> String {
    units == 1 ? "1 \(unit.rawValue)" : "\(Decimals.nearest(units, 2)) \(unit.plural)"
  }
}
