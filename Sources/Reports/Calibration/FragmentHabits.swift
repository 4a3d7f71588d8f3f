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
    let (calibration, unit) = (result.calibration, " " + result.unit.plural)
    switch calibration.choice?.law {
    case .bgnbd:
      guard let fitted = calibration.bgnbd.fitted else { return nil }
      self.init(fitted, .bgnbd, lapse: ["a", "b"], units: ["alpha": unit], calibration)
    case .paretoNBD:
      guard let fitted = calibration.paretoNBD.fitted else { return nil }
      self.init(
        fitted, .paretoNBD, lapse: ["s", "beta"], units: ["alpha": unit, "beta": unit], calibration)
    case nil: return nil
    }
  }

  private init(
    _ fitted: FittedModel<some PurchaseModel>, _ law: PurchaseLaw, lapse: [String],
    units: [String: String], _ calibration: Calibration
  ) {
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
      + lapse.map(model.line)
    assumptions = model.ranges.lines
  }
}
