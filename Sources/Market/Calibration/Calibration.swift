public import Documents

/// A market's customers as a purchase log shows them: models of purchases and of baskets, and how well they foretell.
public struct Calibration: Sendable {
  public let summary: PurchaseSummary
  public let unit: RateUnit
  public let currency: Currency
  /// γ in the currency's major unit.
  public let gammaGamma: ModelFit<GammaGamma>
  /// nil where nothing follows the end of observation.
  public let holdout: HoldoutCheck?
  /// The law that was asked for, if any.
  public let asked: PurchaseLaw?
  /// The law that a scenario and forecasts follow; nil where it was not fitted.
  public let choice: LawChoice?
  /// BG/BB, where it was asked for.
  public let opportunities: OpportunityFit?
  private let fits: [PurchaseLaw: ModelFit<any PurchaseModel>]
  private let table: HistoryTable

  /// Fits all models.
  ///
  /// - Parameters:
  ///   - summary: The log's customers.
  ///   - unit: What rates are per, and ages in.
  ///   - currency: What amounts are in.
  ///   - law: The law to follow; nil for the likeliest one.
  ///   - opportunity: What an opportunity is, where customers are to be told by BG/BB.
  public init(
    _ summary: PurchaseSummary, unit: RateUnit, currency: Currency, law: PurchaseLaw? = nil,
    opportunity: Opportunity? = nil
  ) {
    self.summary = summary
    self.unit = unit
    self.currency = currency
    let table = HistoryTable(summary.histories, unit: unit)
    self.table = table
    let fits = Dictionary(
      uniqueKeysWithValues: PurchaseLaw.allCases.map { ($0, $0.fit(table)) })
    self.fits = fits
    gammaGamma = GammaGamma.fit(summary.histories, scale: currency.scale)
    let holdout = summary.holdout.map {
      HoldoutCheck(
        $0, histories: summary.histories, table: table, models: fits.compactMapValues(\.model))
    }
    self.holdout = holdout
    asked = law
    opportunities = opportunity.map { OpportunityFit(summary, $0) }
    choice = LawChoice(asked: law, fits: fits, holdout: holdout)
  }

  /// One of the laws as fitted, or why it could not be.
  public func fit(of law: PurchaseLaw) -> ModelFit<any PurchaseModel> {
    fits[law] ?? .notFitted(.noMaximum)
  }

  /// The chosen law as fitted; `nil` where there is none.
  public var chosen: FittedModel<any PurchaseModel>? { choice.flatMap { fit(of: $0.law).fitted } }

  /// Whether who buys more often spends more per order; worked out when asked for.
  public var spendingDependence: SpendingDependence? { SpendingDependence(summary.histories) }

  /// How many customers have each age, ages ascending.
  var customersByAge: [(age: Double, customers: Double)] { table.customersByAge }

  /// Whether at least one model was fitted.
  public var isAnswer: Bool {
    if let opportunities { return opportunities.fit.model != nil }
    return choice != nil || gammaGamma.model != nil
  }

  /// What the chosen law says of each customer, in the order of the histories; nil where there is none.
  ///
  /// - Parameter t: How far ahead to forecast, in units.
  /// - Returns: P(alive) and the purchases expected within t.
  public func outlook(within t: Double) -> [CustomerOutlook]? {
    chosen.map { outlook($0.model, within: t) }
  }

  /// How many customers are expected not to have lapsed at the end of observation, by one of the laws.
  public func expectedAlive(by law: PurchaseLaw) -> Double? {
    fit(of: law).model.map { expectedAlive($0) }
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
