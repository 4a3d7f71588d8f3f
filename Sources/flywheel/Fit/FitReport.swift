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
    let notes =
      note(calibration.bgnbd, "BG/NBD") + note(calibration.paretoNBD, "Pareto/NBD")
      + note(calibration.gammaGamma, "Gamma-Gamma")
    let unit = result.currency.map { ", gamma in \($0.code)" } ?? ""
    let title = "Models (alpha and beta in \(result.unit.plural)\(unit))"
    return ([title, lines.text] + notes).joined(separator: "\n")
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

  private func note<Model>(_ fit: ModelFit<Model>, _ name: String) -> [String] {
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

  private var rows: String {
    let rows = result.rows
    var lines = [
      "Rows",
      "  \(rows.read.grouped) read, \(rows.used.grouped) used, \(rows.setAsideCount.grouped) set aside",
    ]
    for aside in rows.setAside {
      let examples = aside.examples.map(\.description).joined(separator: "; ")
      lines.append("  \(aside.count.grouped) with \(aside.reason.rawValue): \(examples)")
    }
    if summary.mergedRows > 0 {
      lines.append(
        "  \(summary.mergedRows.grouped) are of a day on which the same customer bought already: they were added"
          + " to that purchase")
    }
    if summary.duplicateRows > 0 {
      lines.append(
        "  \(summary.duplicateRows.grouped) of them repeat another row in every field, which may be right: they"
          + " count like the others")
    }
    if summary.newcomers > 0 {
      lines.append(
        "  \(summary.newcomers.grouped) customers first bought after \(summary.observationEnd.iso) and are left out"
      )
    }
    if rows.rounded > 0 {
      lines.append(
        "  \(rows.rounded.grouped) amounts had more decimals than the currency and were rounded")
    }
    if rows.notUTF8 > 0 {
      lines.append(
        "  \(rows.notUTF8.grouped) customers are not UTF-8 and were read as Windows-1252 (Latin-1)")
    }
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
