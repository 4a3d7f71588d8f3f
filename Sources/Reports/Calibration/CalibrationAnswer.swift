import Market

/// What a calibration says about customers, in a few sentences.
struct CalibrationAnswer {
  private let result: CalibrationResult

  init(_ result: CalibrationResult) { self.result = result }

  var sentences: [String] { [whoBought, habits, alive, holdout].compactMap(\.self) }

  private var calibration: Calibration { result.calibration }
  private var summary: PurchaseSummary { result.summary }

  private var whoBought: String {
    let customers = summary.histories.count
    let again = summary.histories.count { $0.repeats > 0 }
    let share = Readable.share(Double(again) / Double(customers), decimals: 0)
    return customers == 1
      ? "One customer bought by \(summary.observationEnd.iso)."
      : "Of \(Readable.count(customers)) customers \(Readable.count(again)) (\(share)) bought"
        + " again by \(summary.observationEnd.iso)."
  }

  private var habits: String? {
    guard let model = calibration.bgnbd.model else { return nil }
    let interval = 1 / model.meanRate
    // Two digits are as many as the sentence bears.
    let rounded = Double(Decimals.significant(interval, 2)) ?? interval
    return "While they stay they buy once in \(result.time(rounded)) on average; after a repeat"
      + " purchase \(Readable.share(model.meanLapse, decimals: 0)) of them lapse (BG/NBD)."
  }

  private var alive: String? {
    let counts = [
      calibration.bgnbd.model.map { ("BG/NBD", calibration.expectedAlive($0)) },
      calibration.paretoNBD.model.map { ("Pareto/NBD", calibration.expectedAlive($0)) },
    ].compactMap(\.self)
    guard !counts.isEmpty else { return nil }
    let figures = counts.map { "\(Readable.number($0.1, decimals: 0)) by \($0.0)" }
      .joined(separator: ", ")
    let hint =
      calibration.bgnbd.model == nil
      ? "" : " (BG/NBD counts everybody who has not come back yet)"
    return "Still customers on \(summary.observationEnd.iso): \(figures)\(hint)."
  }

  private var holdout: String? {
    guard let check = calibration.holdout else { return nil }
    let forecasts = check.forecasts.map { name, forecast in
      let expected = Readable.number(forecast.conditional, decimals: 0)
      return "\(name) expected \(expected)\(miss(forecast.conditional, check.actual))"
    }
    guard !forecasts.isEmpty else { return nil }
    return "In the \(check.days) days after that they made \(Readable.count(check.actual)) repeat"
      + " purchases; \(forecasts.joined(separator: ", "))."
  }

  private func miss(_ expected: Double, _ actual: Int) -> String {
    guard actual > 0 else { return "" }
    let difference = expected / Double(actual) - 1
    let size = Readable.share(difference.magnitude, decimals: 0)
    return " (\(size) \(difference < 0 ? "fewer" : "more"))"
  }
}
