import Market

/// What a fit says about customers, in a few sentences.
struct FitAnswer {
  private let result: FitResult

  init(_ result: FitResult) { self.result = result }

  var text: String {
    [whoBought, habits, alive, holdout].compactMap { $0 }.joined(separator: "\n")
  }

  private var calibration: Calibration { result.calibration }
  private var summary: PurchaseSummary { result.summary }

  private var whoBought: String {
    let customers = summary.histories.count
    let again = summary.histories.count { $0.repeats > 0 }
    let share = (Double(again) / Double(customers)).percent
    return customers == 1
      ? "One customer bought by \(summary.observationEnd.iso)."
      : "Of \(customers.grouped) customers \(again.grouped) (\(share)) bought again by"
        + " \(summary.observationEnd.iso)."
  }

  private var habits: String? {
    guard let model = calibration.bgnbd.model else { return nil }
    let interval = result.time((1 / model.meanRate).rounded(toDigits: 2))
    return "While they stay they buy once in \(interval) on average; after a repeat purchase"
      + " \(model.meanLapse.percent) of them lapse (BG/NBD)."
  }

  private var alive: String? {
    let counts = [
      calibration.bgnbd.model.map { ("BG/NBD", calibration.expectedAlive($0)) },
      calibration.paretoNBD.model.map { ("Pareto/NBD", calibration.expectedAlive($0)) },
    ].compactMap { $0 }
    guard !counts.isEmpty else { return nil }
    let figures = counts.map { "\($0.1.grouped) by \($0.0)" }.joined(separator: ", ")
    let hint =
      calibration.bgnbd.model == nil
      ? "" : " (BG/NBD counts everybody who has not come back yet)"
    return "Still customers on \(summary.observationEnd.iso): \(figures)\(hint)."
  }

  private var holdout: String? {
    guard let check = calibration.holdout else { return nil }
    let forecasts = [("BG/NBD", check.bgnbd), ("Pareto/NBD", check.paretoNBD)].compactMap {
      name, value in
      value.map {
        "\(name) expected \($0.conditional.grouped)\(miss($0.conditional, check.actual))"
      }
    }
    guard !forecasts.isEmpty else { return nil }
    return
      "In the \(check.days) days after that they made \(check.actual.grouped) repeat purchases; "
      + forecasts.joined(separator: ", ") + "."
  }

  private func miss(_ expected: Double, _ actual: Int) -> String {
    guard actual > 0 else { return "" }
    let difference = expected / Double(actual) - 1
    return " (\(difference.magnitude.percent) \(difference < 0 ? "fewer" : "more"))"
  }
}

extension Double {
  /// With so many digits that count.
  fileprivate func rounded(toDigits digits: Int) -> Double { Double(significant(digits)) ?? self }
}
