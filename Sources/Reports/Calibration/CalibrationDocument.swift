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
  var bgnbd: ModelPart
  var paretonbd: ModelPart
  var gammaGamma: ModelPart
  /// The rank correlation of repeat purchases with their mean basket.
  var spendingDependence: Double?
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
      read: rows.read, used: rows.used,
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
    bgnbd = ModelPart(
      calibration.bgnbd,
      further: {
        [
          "meanRate": $0.meanRate, "meanLapse": $0.meanLapse,
          "alive": calibration.expectedAlive($0),
        ]
      })
    paretonbd = ModelPart(
      calibration.paretoNBD,
      further: { ["meanRate": $0.meanRate, "alive": calibration.expectedAlive($0)] })
    gammaGamma = ModelPart(
      calibration.gammaGamma, further: { $0.meanBasket.map { ["meanBasket": $0] } ?? [:] })
    spendingDependence = calibration.spendingDependence?.correlation
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
    String(decoding: try jsonText(CalibrationDocument(self)), as: UTF8.self)
  }
}
