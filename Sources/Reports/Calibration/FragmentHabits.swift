import Market
import Takeaways

/// How often customers buy and when they leave, as a scenario says it.
struct FragmentHabits {
  /// The blocks `purchases` and `lapse`.
  let lines: [String]
  /// What the log leaves open of them.
  let assumptions: [String]

  /// - Returns: `nil` where the chosen law was not fitted.
  init?(_ result: CalibrationResult) {
    guard let law = result.calibration.choice?.law, let fitted = result.calibration.chosen else {
      return nil
    }
    let unit = " " + result.unit.plural
    // Months and weekdays are played against their average, while the law is of what the log has of them.
    let season = SeasonWords(result.season) == nil ? nil : result.season
    switch law {
    case .bgnbd:
      self.init(
        fitted, law, lapse: ["a", "b"], units: ["alpha": unit], result.calibration, season: season)
    case .mbgnbd:
      self.init(
        fitted, law, lapse: ["a", "b"], units: ["alpha": unit],
        further: ["      after first order: own".remarked("the first order counts like any other")],
        result.calibration, season: season)
    case .paretoNBD:
      self.init(
        fitted, law, lapse: ["s", "beta"], units: ["alpha": unit, "beta": unit],
        result.calibration, season: season)
    }
  }

  private init(
    _ fitted: FittedModel<any PurchaseModel>, _ law: PurchaseLaw, lapse: [String],
    units: [String: String], further: [String] = [], _ calibration: Calibration, season: SeasonFit?
  ) {
    let fitted = season.map { fitted.scaled("alpha", by: 1 / $0.level) } ?? fitted
    let purchases = ["r", "alpha"]
    let names =
      purchases.map { ($0, "purchase \($0)") } + lapse.map { ($0, "lapse \($0)") }
    let model = FragmentModel(
      fitted, law.name, names: Dictionary(names, uniquingKeysWith: { first, _ in first }),
      units: units)
    let likelihood = Decimals.fixed(fitted.logLikelihood, 2)
    let alive = calibration.expectedAlive(by: law).map { Readable.number($0, decimals: 0) }
    lines =
      ["    purchases:".remarked("\(law.name), log-likelihood \(likelihood)")]
      + purchases.map(model.line)
      + [
        "    lapse:".remarked(
          "\(LawAnswer.leaving(by: law)): \(alive ?? "none") still are customers")
      ]
      + lapse.map(model.line) + further
    assumptions = model.ranges.lines
  }
}

extension FittedModel {
  /// With a parameter and its error in another unit.
  fileprivate func scaled(_ name: String, by factor: Double) -> FittedModel {
    FittedModel(
      model: model,
      estimates: estimates.map {
        $0.name == name
          ? ParameterEstimate(
            name: name, value: $0.value * factor,
            standardError: $0.standardError.map { $0 * factor }) : $0
      }, uncertainty: uncertainty, logLikelihood: logLikelihood, customers: customers,
      iterations: iterations, isConverged: isConverged, boundaries: boundaries)
  }
}
