internal import RealModule
internal import Statistics

extension BGNBD {
  /// Fits the model by maximum likelihood, α in the table's unit.
  public static func fit(_ table: HistoryTable) -> ModelFit<BGNBD> {
    fitChances(
      table, first: false, lower: "nobody seems to lapse",
      upper: "everybody seems to lapse after the first repeat purchase",
      spread: "some seem to lapse after the first repeat purchase, the others never")
  }
}

extension MBGNBD {
  /// Fits the model by maximum likelihood, α in the table's unit.
  public static func fit(_ table: HistoryTable) -> ModelFit<MBGNBD> {
    fitChances(
      table, first: true, lower: "nobody seems to lapse", upper: "everybody seems to lapse at once",
      spread: "some seem to lapse at once, the others never")
  }
}

extension PurchaseModel {
  /// Fits a model with (r, α, a, b), in ln(r/α), ln r, ln(a/b) and ½ ln(ab).
  fileprivate static func fitChances(
    _ table: HistoryTable, first: Bool, lower: String, upper: String, spread: String
  ) -> ModelFit<Self> {
    if let obstacle = table.obstacle { return .notFitted(obstacle) }
    let rate = Double.log(table.crudeRate)
    let search = MaximumLikelihood<Self>(
      logarithms: Matrix([[0, 1, 0, 0], [-1, 1, 0, 0], [0, 0, 0.5, 1], [0, 0, -0.5, 1]]),
      axes: [
        .rate(around: rate), .rateSpread, .init(range: -12...12, lower: lower, upper: upper),
        .init(
          range: -7...7, lower: spread, upper: "everybody seems to lapse with the same chance"),
      ],
      starts: [[rate, -0.5, -1, 0], [rate + 0.5, 0.5, 0, 0.5]])
    let likelihood = BGNBDLikelihood(table: table, countsFirst: first)
    return search.fit(customers: table.customers) {
      let values = $0.parameters
      return likelihood.expansion(r: values[0], alpha: values[1], a: values[2], b: values[3])
    }
  }
}

extension ParetoNBD {
  /// Fits the model by maximum likelihood, α and β in the table's unit.
  ///
  /// The search runs in ln(r/α), ln r, ln(s/β) and ln s.
  public static func fit(_ table: HistoryTable) -> ModelFit<ParetoNBD> {
    if let obstacle = table.obstacle { return .notFitted(obstacle) }
    let rate = Double.log(table.crudeRate)
    let age = Double.log(table.meanAge)
    let search = MaximumLikelihood<ParetoNBD>(
      logarithms: Matrix([[0, 1, 0, 0], [-1, 1, 0, 0], [0, 0, 0, 1], [0, 0, -1, 1]]),
      axes: [
        .rate(around: rate), .rateSpread,
        .init(
          range: (-age - 12)...(-age + 9), lower: "nobody seems to lapse",
          upper: "everybody seems to lapse at once"),
        .init(
          range: -7...7, lower: "some seem to lapse at once, the others never",
          upper: "everybody seems to lapse at the same rate"),
      ],
      starts: [[rate + 0.3, -0.5, -age, -0.5], [rate, 0.5, -age - 1, 0.5]])
    let likelihood = ParetoNBDLikelihood(table: table)
    return search.fit(customers: table.customers, likelihood.expansion)
  }
}

extension GammaGamma {
  /// Fits the model by maximum likelihood to customers with a repeat purchase and spending.
  ///
  /// The search runs in ln(pγ/q), ln p and ln q.
  ///
  /// - Parameters:
  ///   - histories: Customers; those without repeat purchase or spending do not count.
  ///   - scale: Minor units in the unit γ is to have, such as 100 cents.
  /// - Returns: The fit, or why there is none.
  public static func fit(
    _ histories: [CustomerHistory], scale: Double
  ) -> ModelFit<GammaGamma> {
    guard histories.contains(where: { $0.repeats > 0 }) else { return .notFitted(.noRepeatBuyers) }
    guard histories.contains(where: { $0.pricedRepeats > 0 }) else { return .notFitted(.noAmounts) }
    let likelihood = GammaGammaLikelihood(histories, scale: scale)
    guard likelihood.customers > 0 else { return .notFitted(.noSpending) }
    guard likelihood.customers > 1 else { return .notFitted(.tooFewRepeatBuyers) }
    guard likelihood.hasSpread else { return .notFitted(.equalBaskets) }
    let mean = Double.log(likelihood.meanOfMeans)
    let search = MaximumLikelihood<GammaGamma>(
      logarithms: Matrix([[0, 1, 0], [0, 0, 1], [1, -1, 1]]),
      axes: [
        .init(
          range: (mean - 9)...(mean + 9), lower: "baskets seem to have no lower end",
          upper: "baskets seem to have no upper end"),
        .init(
          range: -7...7, lower: "one customer's baskets seem to differ without limit",
          upper: "each customer's baskets seem to be equal"),
        .init(
          range: -7...7, lower: "customers' mean baskets seem to differ without limit",
          upper: "all customers seem to have the same mean basket"),
      ],
      starts: [[mean - 0.2, 1, 1], [mean, 0, 2]])
    return search.fit(customers: likelihood.customers, likelihood.expansion)
  }
}

extension MaximumLikelihood.Axis {
  fileprivate static func rate(around crude: Double) -> Self {
    Self(
      range: (crude - 9)...(crude + 9), lower: "the purchase rate seems to be zero",
      upper: "the purchase rate seems to be without limit")
  }

  fileprivate static var rateSpread: Self {
    Self(
      range: -7...7, lower: "purchase rates seem to differ without limit",
      upper: "everybody seems to buy at the same rate")
  }
}

extension HistoryTable {
  /// Why no purchase model can be fitted, if so.
  fileprivate var obstacle: FitObstacle? {
    if customers < 2 { return .tooFewCustomers }
    if (groups.last?.repeats ?? 0) == 0 { return .noRepeatBuyers }
    return nil
  }

  fileprivate var meanAge: Double {
    zip(age, weight).reduce(0) { $0 + $1.0 * $1.1 } / Double(customers)
  }
}
