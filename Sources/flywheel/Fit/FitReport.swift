import Market

/// A fit as a planner reads it: the answer in sentences, then the figures.
struct FitReport {
  private let result: FitResult

  init(_ result: FitResult) { self.result = result }

  var text: String {
    let parts = [answer, models, orders, holdout, rows, files]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var calibration: Calibration { result.calibration }
  private var summary: PurchaseSummary { result.summary }

  private var answer: String { FitAnswer(result).text }

  private var models: String {
    let lines = TextTable(
      header: ["model", "parameter", "estimate", "standard error"], leading: 2,
      rows: rows(calibration.bgnbd, "BG/NBD") + rows(calibration.paretoNBD, "Pareto/NBD")
        + rows(calibration.gammaGamma, "Gamma-Gamma"))
    let unit = result.currency.map { ", gamma in \($0.code)" } ?? ""
    let title = "Models (alpha and beta in \(result.unit.plural)\(unit))"
    return ([title, lines.text] + remarks).joined(separator: "\n")
  }

  /// What is to be said about the models apart from their figures.
  var remarks: [String] {
    remarks(calibration.bgnbd, "BG/NBD") + remarks(calibration.paretoNBD, "Pareto/NBD")
      + remarks(calibration.gammaGamma, "Gamma-Gamma")
  }

  private func rows<Model>(_ fit: ModelFit<Model>, _ name: String) -> [[String]] {
    guard let fitted = fit.fitted else { return [[name, "not fitted", "", ""]] }
    let estimates = fitted.estimates.map { estimate in
      [
        "", estimate.name, estimate.value.significant(4),
        estimate.standardError.map { $0.significant(3) } ?? "at a limit",
      ]
    }
    let quality = [
      ["", "log-likelihood", fitted.logLikelihood.fixed(2), ""],
      ["", "AIC", fitted.aic.fixed(2), ""],
    ]
    var all = estimates + quality
    all[0][0] = name
    return all
  }

  private func remarks<Model>(_ fit: ModelFit<Model>, _ name: String) -> [String] {
    switch fit {
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

  private var orders: String {
    let rows = [("first", summary.firstOrders), ("repeat", summary.repeatOrders)].map {
      name, orders in
      [name, orders.count.grouped, orders.mean.map(result.money) ?? "none"]
    }
    return "Orders to \(summary.observationEnd.iso)\n"
      + TextTable(header: ["order", "number", "average"], leading: 1, rows: rows).text
  }

  private var holdout: String {
    guard let check = calibration.holdout else {
      guard let until = summary.until else { return "" }
      return "Holdout check\n  none: the log has no purchase after \(until.iso)"
    }
    return HoldoutReport(check).text
  }

  /// What became of the log's rows.
  var rows: String {
    let rows = result.rows
    var lines = [
      "Rows",
      "  \(rows.read.grouped) read, \(rows.used.grouped) used, \(rows.setAsideCount.grouped) set aside",
    ]
    for aside in rows.setAside {
      let examples = aside.examples.map(\.description).joined(separator: "; ")
      lines.append("  \(aside.count.grouped) with \(aside.reason.rawValue): \(examples)")
    }
    func add(_ count: Int, _ one: String, _ more: String) {
      if count > 0 { lines.append("  " + (count == 1 ? "1 \(one)" : "\(count.grouped) \(more)")) }
    }
    let again = "on which the same customer bought already, and counted as part of that purchase"
    add(summary.mergedRows, "is of a day \(again)", "are of days \(again)")
    let alike = "in every field, which may be right: counted like the others"
    add(
      summary.duplicateRows, "of them repeats another row \(alike)",
      "of them repeat another row \(alike)")
    let late = "first bought after \(summary.observationEnd.iso), left out"
    add(summary.newcomers, "customer \(late)", "customers \(late)")
    let finer = "more decimals than the currency, rounded"
    add(rows.rounded, "amount with \(finer)", "amounts with \(finer)")
    let code = "not UTF-8, read as Windows-1252 (Latin-1)"
    add(rows.notUTF8, "customer's name is \(code)", "rows' customers are \(code)")
    return lines.joined(separator: "\n")
  }

  private var files: String {
    let written = [
      result.fragment.map { "  \($0)  a scenario to go on from" },
      result.base.map { "  \($0)  a row per customer" },
    ].compactMap { $0 }
    return written.isEmpty ? "" : (["Files"] + written).joined(separator: "\n")
  }
}
