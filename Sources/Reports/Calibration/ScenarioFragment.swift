public import Market

/// A fit as a scenario that plays as it stands, for a planner to go on from.
public struct ScenarioFragment: Sendable {
  /// Why there is no fragment.
  public enum Obstacle: Error, Equatable, CustomStringConvertible {
    case purchases(FitObstacle)
    case baskets(FitObstacle)
    case infiniteBasket

    public var description: String {
      switch self {
      case .purchases(let obstacle): "BG/NBD cannot be fitted: \(obstacle)"
      case .baskets(let obstacle): "baskets cannot be described: \(obstacle)"
      case .infiniteBasket: "the fitted mean basket is infinite"
      }
    }
  }

  private let result: CalibrationResult
  private let base: String?
  private let currency: Currency
  private let habits: FittedModel<BGNBD>

  /// Where the model of purchases was fitted.
  ///
  /// - Parameters:
  ///   - result: What the log came to.
  ///   - base: The table of customers as the fragment is to name it; `nil` where there is none.
  /// - Throws: `Obstacle` where it was not.
  public init(_ result: CalibrationResult, base: String?) throws(Obstacle) {
    self.result = result
    self.base = base
    currency = result.currency ?? result.calibration.currency
    switch result.calibration.bgnbd {
    case .fitted(let fitted): habits = fitted
    case .notFitted(let obstacle): throw .purchases(obstacle)
    }
  }

  /// The whole file.
  ///
  /// - Returns: Text that `ScenarioFile` accepts.
  /// - Throws: `Obstacle` where baskets cannot be described.
  public func text() throws(Obstacle) -> String {
    let summary = result.summary
    let customers = summary.histories.count
    let observed = "\(summary.firstDay.iso) to \(summary.observationEnd.iso)"
    let played =
      base == nil
      ? "as many new customers as the log has, from their first order on."
      : "what today's customers will do if nothing is done."
    let people =
      base == nil
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
          purchases:                 # BG/NBD, log-likelihood \(Decimals.fixed(habits.logLikelihood, 2))
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

  /// Without the folders.
  private var logName: String { result.log.split(separator: "/").last.map(String.init) ?? "-" }

  private var title: String {
    guard logName != "-" else { return "purchase log" }
    guard let dot = logName.lastIndex(of: "."), dot > logName.startIndex else { return logName }
    return String(logName[..<dot])
  }

  private var horizon: String {
    result.horizon == result.horizon.rounded()
      ? result.time(result.horizon)
      : "\(Int((result.horizon * result.unit.days).rounded(.up))) days"
  }

  private var beginning: String {
    guard let base else {
      return "begin as: customers        # each has just bought for the first time"
    }
    return "today's customers: \(Self.quoted(base))"
  }

  private func line<Model>(
    _ fitted: FittedModel<Model>, _ name: String, unit: String = ""
  ) -> String {
    guard let estimate = fitted.estimates.first(where: { $0.name == name }) else { return "" }
    let value =
      "      \(name): \(Decimals.trimmed(estimate.value, Decimals.places(estimate.value, digits: 6)))\(unit)"
    let remark =
      estimate.standardError.map { "standard error \(Decimals.significant($0, 3))" }
      ?? "no standard error: it lies at a limit of the search"
    return value.padded(to: max(value.count + 1, 31)) + "# " + remark
  }

  private func baskets() throws(Obstacle) -> String {
    let first = firstOrder
    switch result.calibration.gammaGamma {
    case .fitted(let fitted):
      guard fitted.model.q > 1 else {
        throw .infiniteBasket
      }
      return """
            basket:                    # Gamma-Gamma, log-likelihood \(Decimals.fixed(fitted.logLikelihood, 2))
        \(line(fitted, "p"))
        \(line(fitted, "q"))
        \(line(fitted, "gamma", unit: " " + currency.code))\(first)
        """
    case .notFitted(.equalBaskets):
      let mean = result.summary.repeatOrders.mean ?? 0
      return """
            basket:                    # not fitted: all customers spend the same on average
              average: \(money(mean))
              between customers: 1%
              within customers: 1%\(first)
        """
    case .notFitted(let obstacle):
      throw .baskets(obstacle)
    }
  }

  /// How first orders compare with repeat ones, over all orders of each kind.
  private var firstOrder: String {
    guard let first = result.summary.firstOrders.mean, let again = result.summary.repeatOrders.mean,
      first > 0, again > 0
    else { return "" }
    return
      "\n      first order: \(Readable.share(first / again, decimals: 0))         # first orders average "
      + "\(money(first)), repeat orders \(money(again))"
  }

  private func money(_ minor: Double) -> String {
    "\(Decimals.money(minor, decimals: currency.decimals)) \(currency.code)"
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
}
