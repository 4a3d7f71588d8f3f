import Foundation
import Market

/// A fit as a scenario that plays as it stands, for a planner to go on from.
struct ScenarioFragment {
  private let result: FitResult
  private let path: String
  private let currency: Currency
  private let habits: FittedModel<BGNBD>

  /// - Throws: `FitFailure` where the model of purchases was not fitted.
  init(_ result: FitResult, path: String) throws(FitFailure) {
    self.result = result
    self.path = path
    currency = result.currency ?? result.calibration.currency
    switch result.calibration.bgnbd {
    case .fitted(let fitted): habits = fitted
    case .notFitted(let obstacle):
      throw FitFailure("\(path): it was not written, because BG/NBD cannot be fitted: \(obstacle)")
    }
  }

  /// The whole file.
  ///
  /// - Throws: `FitFailure` where baskets cannot be described.
  func text() throws(FitFailure) -> String {
    let summary = result.summary
    let customers = summary.histories.count
    let observed = "\(summary.firstDay.iso) to \(summary.observationEnd.iso)"
    let played =
      result.base == nil
      ? "as many new customers as the log has, from their first order on."
      : "what today's customers will do if nothing is done."
    let people =
      result.base == nil
      ? "\npeople: \(customers)                   # as many as the log has\n" : ""
    return """
      # Written by `flywheel fit \(logName)` from \(customers) customers, \(observed), in \(result.unit.plural).
      # Fitted figures are followed by their standard errors. Everything else is yours to say: see `flywheel init`.
      # `flywheel run` plays this file as it stands: \(played)

      name: \(Self.quoted(title))
      currency: \(currency.code)
      start: \((summary.observationEnd + 1).iso)
      horizon: \(horizon)
      discount: 10% per year         # not from the log: change it to yours
      \(people)
      segments:
        customers:
          \(beginning)
          purchases:                 # BG/NBD, log-likelihood \(habits.logLikelihood.fixed(2))
      \(line(habits, "r"))
      \(line(habits, "alpha", unit: " " + result.unit.plural))
          lapse:
      \(line(habits, "a"))
      \(line(habits, "b"))
      \(try baskets())
          # cost of goods: 60%       # without it an order's whole basket counts as profit

      plans:
        - name: as today
        # A plan to compare with, once you have said how your customers take to coupons:
        # - name: come back, 10% off
        #   coupons:
        #     come back:
        #       value: 10%
        #       orders: repeats
        #       window: day 1..28
        #       uses: 1
        #       attention: {chance: 40%}
        #       lift: 2

      """
  }

  private var logName: String {
    result.log == "-" ? "-" : URL(fileURLWithPath: result.log).lastPathComponent
  }

  private var title: String {
    result.log == "-"
      ? "purchase log" : URL(fileURLWithPath: result.log).deletingPathExtension().lastPathComponent
  }

  private var horizon: String {
    result.horizon == result.horizon.rounded()
      ? result.time(result.horizon)
      : "\(Int((result.horizon * result.unit.days).rounded(.up))) days"
  }

  private var beginning: String {
    guard let base = result.base else {
      return "begin as: customers        # each has just bought for the first time"
    }
    return "today's customers: \(Self.quoted(Self.relative(base, to: path)))"
  }

  private func line<Model>(
    _ fitted: FittedModel<Model>, _ name: String, unit: String = ""
  ) -> String {
    guard let estimate = fitted.estimates.first(where: { $0.name == name }) else { return "" }
    let value = "      \(name): \(Self.plain(estimate.value))\(unit)"
    let remark =
      estimate.standardError.map { "standard error \($0.significant(3))" }
      ?? "no standard error: it lies at a limit of the search"
    return value.padding(toLength: max(value.count + 1, 31), withPad: " ", startingAt: 0)
      + "# " + remark
  }

  private func baskets() throws(FitFailure) -> String {
    let first = firstOrder
    switch result.calibration.gammaGamma {
    case .fitted(let fitted):
      guard fitted.model.q > 1 else {
        throw FitFailure("\(path): it was not written, because the fitted mean basket is infinite")
      }
      return """
            basket:                    # Gamma-Gamma, log-likelihood \(fitted.logLikelihood.fixed(2))
        \(line(fitted, "p"))
        \(line(fitted, "q"))
        \(line(fitted, "gamma", unit: " " + currency.code))\(first)
        """
    case .notFitted(.equalBaskets):
      let mean = result.summary.repeatOrders.mean ?? 0
      return """
            basket:                    # not fitted: all customers spend the same on average
              average: \(result.amount(mean)) \(currency.code)
              between customers: 1%
              within customers: 1%\(first)
        """
    case .notFitted(let obstacle):
      throw FitFailure(
        "\(path): it was not written, because baskets cannot be described: \(obstacle)")
    }
  }

  /// How first orders compare with repeat ones, over all orders of each kind.
  private var firstOrder: String {
    guard let first = result.summary.firstOrders.mean, let again = result.summary.repeatOrders.mean,
      first > 0, again > 0
    else { return "" }
    return "\n      first order: \((first / again).percent)         # first orders average "
      + "\(result.money(first)), repeat orders \(result.money(again))"
  }

  private static func plain(_ value: Double) -> String {
    var text = value.significant(6)
    guard text.contains("."), !text.contains("e") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// As YAML wants text that it might take for something else.
  private static func quoted(_ text: String) -> String {
    let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    let isPlain =
      text.first?.isLetter ?? false
      && text.allSatisfy { $0.isLetter || $0.isNumber || " ._-/".contains($0) }
      && text.last != " " && !words.contains(text.lowercased())
    if isPlain { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  /// A path as seen from another file's folder, if it lies within; else in full.
  private static func relative(_ path: String, to file: String) -> String {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().standardizedFileURL.path
    let full = URL(fileURLWithPath: path).standardizedFileURL.path
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return full.hasPrefix(prefix) ? String(full.dropFirst(prefix.count)) : full
  }
}
