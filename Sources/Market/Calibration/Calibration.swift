/// A market's customers as a purchase log shows them: three models, and how well they foretell.
public struct Calibration: Sendable {
  public let summary: PurchaseSummary
  public let unit: RateUnit
  public let currency: Currency
  public let bgnbd: ModelFit<BGNBD>
  public let paretoNBD: ModelFit<ParetoNBD>
  /// γ in the currency's major unit.
  public let gammaGamma: ModelFit<GammaGamma>
  /// nil where nothing follows the end of observation.
  public let holdout: HoldoutCheck?
  private let table: HistoryTable

  public init(_ summary: PurchaseSummary, unit: RateUnit, currency: Currency) {
    self.summary = summary
    self.unit = unit
    self.currency = currency
    let table = HistoryTable(summary.histories, unit: unit)
    self.table = table
    let bgnbd = BGNBD.fit(table)
    let paretoNBD = ParetoNBD.fit(table)
    self.bgnbd = bgnbd
    self.paretoNBD = paretoNBD
    gammaGamma = GammaGamma.fit(summary.histories, scale: currency.scale)
    holdout = summary.holdout.map {
      HoldoutCheck(
        $0, histories: summary.histories, table: table, bgnbd: bgnbd.model,
        paretoNBD: paretoNBD.model)
    }
  }

  /// Whether at least one model was fitted.
  public var isAnswer: Bool {
    bgnbd.model != nil || paretoNBD.model != nil || gammaGamma.model != nil
  }

  /// What the purchase model says of each customer, in the order of the histories.
  ///
  /// BG/NBD where it was fitted, else Pareto/NBD; nil where neither was.
  ///
  /// - Parameter t: How far ahead to forecast, in units.
  /// - Returns: P(alive) and the purchases expected within t.
  public func outlook(within t: Double) -> [CustomerOutlook]? {
    if let model = bgnbd.model { return outlook(model, within: t) }
    if let model = paretoNBD.model { return outlook(model, within: t) }
    return nil
  }

  /// How many customers are expected not to have lapsed at the end of observation.
  public func expectedAlive(_ model: some PurchaseModel) -> Double {
    let forecast = Forecast(model, table)
    return forecast.total(forecast.alive())
  }

  private func outlook(_ model: some PurchaseModel, within t: Double) -> [CustomerOutlook] {
    let forecast = Forecast(model, table)
    let alive = forecast.alive()
    let expected = forecast.expected(within: t, alive: alive)
    return table.rowOfCustomer.map {
      CustomerOutlook(probabilityAlive: alive[$0], expectedPurchases: expected[$0])
    }
  }
}

/// What is to be expected of one customer.
public struct CustomerOutlook: Sendable, Equatable {
  public let probabilityAlive: Double
  public let expectedPurchases: Double
}
