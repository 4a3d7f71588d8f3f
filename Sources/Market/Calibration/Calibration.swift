public import Documents

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
  /// The law that was asked for, if any.
  public let asked: PurchaseLaw?
  /// The law that a scenario and forecasts follow; nil where it was not fitted.
  public let choice: LawChoice?
  private let table: HistoryTable

  /// Fits all models.
  ///
  /// - Parameters:
  ///   - summary: The log's customers.
  ///   - unit: What rates are per, and ages in.
  ///   - currency: What amounts are in.
  ///   - law: The law to follow; nil for the likelier one.
  public init(
    _ summary: PurchaseSummary, unit: RateUnit, currency: Currency, law: PurchaseLaw? = nil
  ) {
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
    let holdout = summary.holdout.map {
      HoldoutCheck(
        $0, histories: summary.histories, table: table, bgnbd: bgnbd.model,
        paretoNBD: paretoNBD.model)
    }
    self.holdout = holdout
    asked = law
    choice = LawChoice(
      asked: law,
      likelihood: {
        switch $0 {
        case .bgnbd: bgnbd.logLikelihood
        case .paretoNBD: paretoNBD.logLikelihood
        }
      }, holdout: holdout)
  }

  /// Whether who buys more often spends more per order; worked out when asked for.
  public var spendingDependence: SpendingDependence? { SpendingDependence(summary.histories) }

  /// How many customers have each age, ages ascending.
  var customersByAge: [(age: Double, customers: Double)] { table.customersByAge }

  /// Whether at least one model was fitted.
  public var isAnswer: Bool {
    bgnbd.model != nil || paretoNBD.model != nil || gammaGamma.model != nil
  }

  /// What the chosen law says of each customer, in the order of the histories; nil where there is none.
  ///
  /// - Parameter t: How far ahead to forecast, in units.
  /// - Returns: P(alive) and the purchases expected within t.
  public func outlook(within t: Double) -> [CustomerOutlook]? {
    switch choice?.law {
    case .bgnbd: bgnbd.model.map { outlook($0, within: t) }
    case .paretoNBD: paretoNBD.model.map { outlook($0, within: t) }
    case nil: nil
    }
  }

  /// How many customers are expected not to have lapsed at the end of observation, by one of the laws.
  public func expectedAlive(by law: PurchaseLaw) -> Double? {
    switch law {
    case .bgnbd: bgnbd.model.map { expectedAlive($0) }
    case .paretoNBD: paretoNBD.model.map { expectedAlive($0) }
    }
  }

  /// Why one of the laws could not be fitted, if so.
  public func obstacle(to law: PurchaseLaw) -> FitObstacle? {
    switch law {
    case .bgnbd: bgnbd.obstacle
    case .paretoNBD: paretoNBD.obstacle
    }
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
