import Documents
import Market
import Statistics
import Takeaways

/// A calibration as one JSON document, money in major units.
struct CalibrationDocument: Encodable {
  struct Orders: Encodable {
    var count: Int
    /// In the major unit.
    var mean: Double?
  }

  struct SetAside: Encodable {
    struct Example: Encodable {
      var row: Int
      var column: String?
      var value: String
    }

    var reason: String
    var count: Int
    var examples: [Example]
  }

  struct Rows: Encodable {
    var read: Int
    var used: Int
    /// Purchases without an amount.
    var unpriced: Int
    var setAside: [SetAside]
    var rounded: Int
    var notUTF8: Int
    var sameDay: Int
    var duplicates: Int
    /// How the log is written, as far as that had to be found out.
    var reading: [String]
  }

  struct Customers: Encodable {
    var count: Int
    var repeatBuyers: Int
    var newcomersLeftOut: Int
  }

  struct Dates: Encodable {
    var first: String
    var last: String
    var observationEnd: String
  }

  struct AllOrders: Encodable {
    var first: Orders
    var `repeat`: Orders
  }

  struct SeasonPart: Encodable {
    /// From Monday on, the average being 1.
    var weekdays: [Double]?
    /// From January on, the average being 1.
    var months: [Double]?
    var dispersion: Double
  }

  let format = DocumentFormat.number
  var log: String
  var unit: String
  var unitDays: Double
  var currency: String?
  var dates: Dates
  var rows: Rows
  var customers: Customers
  var orders: AllOrders
  var law: LawPart?
  var gammaGamma: ModelPart
  /// The rank correlation of repeat purchases with their mean basket.
  var spendingDependence: Double?
  /// BG/BB, where it was asked for.
  var bgbb: ModelPart?
  var season: SeasonPart?
  /// The variation of gaps between a customer's purchases, 1 for pure chance.
  var gapVariation: Double?
  var holdout: HoldoutPart?
  var files: [String: String]

  init(_ result: CalibrationResult) {
    let (summary, calibration, rows) = (result.summary, result.calibration, result.rows)
    let scale = calibration.currency.scale
    func orders(_ orders: PurchaseSummary.Orders) -> Orders {
      Orders(count: orders.count, mean: orders.mean.map { $0 / scale })
    }
    log = result.log
    unit = result.unit.rawValue
    unitDays = result.unit.days
    currency = result.currency?.code
    dates = Dates(
      first: summary.firstDay.iso, last: summary.lastDay.iso,
      observationEnd: summary.observationEnd.iso)
    self.rows = Rows(
      read: rows.read, used: rows.used, unpriced: rows.unpriced,
      setAside: rows.setAside.map { aside in
        SetAside(
          reason: "\(aside.reason)", count: aside.count,
          examples: aside.examples.map {
            SetAside.Example(row: $0.row, column: $0.column, value: $0.value)
          })
      }, rounded: rows.rounded, notUTF8: rows.notUTF8, sameDay: summary.mergedRows,
      duplicates: summary.duplicateRows, reading: rows.notes)
    customers = Customers(
      count: summary.histories.count, repeatBuyers: summary.histories.count { $0.repeats > 0 },
      newcomersLeftOut: summary.newcomers)
    self.orders = AllOrders(
      first: orders(summary.firstOrders), repeat: orders(summary.repeatOrders))
    law = calibration.choice.map(LawPart.init)
    gammaGamma = ModelPart(
      calibration.gammaGamma, further: { $0.meanBasket.map { ["meanBasket": $0] } ?? [:] })
    spendingDependence = calibration.spendingDependence?.correlation
    bgbb = calibration.opportunities.map { opportunities in
      ModelPart(opportunities.fit) {
        [
          "meanChance": $0.meanChance, "meanLapse": $0.meanLapse,
          "alive": opportunities.expectedAlive ?? 0,
        ]
      }
    }
    season = result.season.map {
      SeasonPart(
        weekdays: $0.hasWeekdays ? $0.weekdays.map(\.value) : nil,
        months: $0.hasMonths ? $0.months.map(\.value) : nil, dispersion: $0.dispersion)
    }
    gapVariation = summary.regularity.variation
    holdout = calibration.holdout.map(HoldoutPart.init)
    files = [:]
    files["fragment"] = result.fragment
    files["base"] = result.base
  }
}

extension CalibrationResult {
  /// The result as a JSON object, ending in a line break.
  ///
  /// - Returns: The text of the document.
  /// - Throws: Where a number is not finite.
  public func document() throws -> String {
    let laws = PurchaseLaw.allCases.map { ($0, ModelPart(calibration, $0)) }
    let document = ByLaw(
      part: CalibrationDocument(self), values: Dictionary(uniqueKeysWithValues: laws))
    return String(decoding: try jsonText(document), as: UTF8.self)
  }
}

extension ModelPart {
  /// One of the laws of purchases.
  fileprivate init(_ calibration: Calibration, _ law: PurchaseLaw) {
    self.init(calibration.fit(of: law)) { model in
      var values = ["meanRate": model.meanRate, "alive": calibration.expectedAlive(model)]
      values["meanLapse"] = (model as? BGNBD)?.meanLapse ?? (model as? MBGNBD)?.meanLapse
      return values
    }
  }
}
