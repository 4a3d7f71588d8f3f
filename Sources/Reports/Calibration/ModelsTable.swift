import Market
import Takeaways

extension CalibrationResult {
  /// The parameters of each model with their standard errors, then how well it fits.
  var modelsTable: Table {
    var table = Table(
      calibration.currency,
      columns: ["model", "parameter", "estimate", "standard error"].map { Column($0) })
    for law in PurchaseLaw.allCases { table.append(calibration.fit(of: law), law.name) }
    if let opportunities = calibration.opportunities { table.append(opportunities.fit, "BG/BB") }
    table.append(calibration.gammaGamma, "Gamma-Gamma")
    return table
  }

  /// What is to be said about the models apart from their figures.
  var modelRemarks: [String] {
    PurchaseLaw.allCases.flatMap { calibration.fit(of: $0).remarks($0.name) }
      + (calibration.opportunities?.fit.remarks("BG/BB") ?? [])
      + calibration.gammaGamma.remarks("Gamma-Gamma") + basketRemarks + gapRemarks
  }

  /// What would mislead about who still is a customer.
  private var gapRemarks: [String] {
    let gaps = summary.regularity
    guard gaps.isRegular, let variation = gaps.variation else { return [] }
    return [
      "Customers buy more regularly than these laws take for granted: gaps between purchases vary by"
        + " \(Readable.share(variation, decimals: 0)) of their mean where chance alone gives 100%"
        + " (\(Readable.counted(gaps.customers, "customer")) with two gaps or more). Who has been silent for longer"
        + " than their own gaps is more likely gone than P(alive) says."
    ]
  }

  /// What would mislead about baskets.
  private var basketRemarks: [String] {
    guard let model = calibration.gammaGamma.model else { return [] }
    var remarks: [String] = []
    if model.meanBasket == nil {
      remarks.append(
        "By Gamma-Gamma the mean basket is infinite (q is not above 1): a few customers spend so"
          + " much that no average holds.")
    }
    guard let dependence = calibration.spendingDependence else { return remarks }
    let figure =
      "rank correlation \(Readable.number(dependence.correlation, decimals: 2)), standard error"
      + " \(Readable.number(dependence.standardError, decimals: 2)), over"
      + " \(Readable.count(dependence.customers)) repeat buyers"
    // Weaker ties, such as the 0.2 of the CDNOW sample, hardly move what customers are worth.
    if dependence.correlation.magnitude >= 0.3, dependence.deviations.magnitude > 3 {
      let (more, value) =
        dependence.correlation > 0 ? ("more", "undervalues") : ("less", "overvalues")
      remarks.append(
        "Who buys more often spends \(more) per order (\(figure)): Gamma-Gamma takes them for"
          + " independent and \(value) the most frequent.")
    } else if dependence.standardError.isFinite {
      remarks.append(
        "Gamma-Gamma takes for independent how often customers buy and what they spend per order (\(figure))."
      )
    }
    return remarks
  }
}

extension Table {
  /// The name stands on the first row of its model only.
  fileprivate mutating func append<Model>(_ fit: ModelFit<Model>, _ name: String) {
    guard let fitted = fit.fitted else {
      append([.text(name), .text("not fitted"), .text(""), .text("")])
      return
    }
    for (place, estimate) in fitted.estimates.enumerated() {
      let error = estimate.standardError.map { Cell(significant: $0, digits: 3) }
      append([
        .text(place == 0 ? name : ""), .text(estimate.name),
        Cell(significant: estimate.value, digits: 4), error ?? .text("at a limit"),
      ])
    }
    for (title, value) in [("log-likelihood", fitted.logLikelihood), ("AIC", fitted.aic)] {
      append([.text(""), .text(title), .figure(value, decimals: 2), .text("")])
    }
  }
}

extension ModelFit {
  fileprivate func remarks(_ name: String) -> [String] {
    switch self {
    case .notFitted(let obstacle): return ["\(name) is not fitted: \(obstacle)."]
    case .fitted(let fitted):
      var notes: [String] = []
      if !fitted.boundaries.isEmpty {
        notes.append(
          "\(name) has its best fit at a limit: " + fitted.boundaries.joined(separator: "; ") + ".")
      }
      if !fitted.isConverged {
        notes.append(
          "\(name) stopped after \(fitted.iterations) steps without settling: take it with care.")
      }
      return notes
    }
  }
}
