import Documents
public import Market
import Takeaways

/// A fit as a scenario that plays as it stands, for a planner to go on from.
public struct ScenarioFragment: Sendable {
  /// Why there is no fragment.
  public enum Obstacle: Error, Equatable, CustomStringConvertible {
    /// None of these laws could be fitted.
    case purchases([PurchaseLaw], FitObstacle)
    case baskets(FitObstacle)
    case infiniteBasket

    public var description: String {
      switch self {
      case .purchases(let laws, let obstacle):
        laws.count == 1
          ? "\(laws[0].name) cannot be fitted: \(obstacle)"
          : "none of \(laws.map(\.name).joined(separator: ", ")) can be fitted: \(obstacle)"
      case .baskets(let obstacle): "baskets cannot be described: \(obstacle)"
      case .infiniteBasket: "the fitted mean basket is infinite"
      }
    }
  }

  private let result: CalibrationResult
  private let base: String?
  private let currency: Currency
  private let habits: FragmentHabits

  /// Where the law of purchases was fitted.
  ///
  /// - Parameters:
  ///   - result: What the log came to.
  ///   - base: The table of customers as the fragment is to name it; `nil` where there is none.
  /// - Throws: `Obstacle` where it was not.
  public init(_ result: CalibrationResult, base: String?) throws(Obstacle) {
    self.result = result
    self.base = base
    currency = result.currency ?? result.calibration.currency
    guard let habits = FragmentHabits(result) else {
      let laws = result.calibration.asked.map { [$0] } ?? PurchaseLaw.allCases
      let obstacle = laws.lazy.compactMap { result.calibration.fit(of: $0).obstacle }.first
      throw .purchases(laws, obstacle ?? .noMaximum)
    }
    self.habits = habits
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
    let baskets = try FragmentBaskets(result, currency)
    return """
      # Written by `flywheel fit \(logName)` from \(customers) customers, \(observed), in \(result.unit.plural).
      # Fitted figures are followed by their standard errors. Everything else is yours to say: see `flywheel init`.
      # `flywheel run` plays this file as it stands: \(played)
      # It plays \(LawAnswer(result.calibration).choice ?? "").

      name: \(Self.quoted(title))
      currency: \(currency.code)
      start: \((summary.observationEnd + 1).iso)
      horizon: \(horizon)
      discount: 10% per year         # not from the log: change it to yours
      \(people)\(season)\(open(habits.assumptions + baskets.assumptions))
      segments:
        customers:
          \(beginning)
      \((habits.lines + baskets.lines).joined(separator: "\n"))
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

  /// The block of the season, if any, after an empty line.
  private var season: String {
    guard let words = SeasonWords(result.season) else { return "" }
    return "\n" + words.lines.joined(separator: "\n") + "\n"
  }

  /// The block of assumptions, if any, between empty lines.
  private func open(_ assumptions: [String]) -> String {
    guard !assumptions.isEmpty else { return "" }
    let heading = "assumptions:".remarked(
      "what the log leaves open: nine times of ten within these")
    return (["", heading] + assumptions).joined(separator: "\n") + "\n"
  }

  /// Without the folders, and on one line whatever its name.
  private var logName: String {
    result.log.split(separator: "/").last.map { String($0).printable } ?? "-"
  }

  private var title: String {
    guard logName != "-" else { return "purchase log" }
    guard let dot = logName.lastIndex(of: "."), dot > logName.startIndex else { return logName }
    return String(logName[..<dot])
  }

  private var horizon: String {
    let days = (result.horizon * result.unit.days).rounded(.up)
    let most = ScenarioFile.longestHorizon
    // The days after `--until` may be more than a scenario can play.
    guard days <= Double(most) else { return "\(most) days" }
    return result.horizon == result.horizon.rounded()
      ? result.time(result.horizon) : "\(Int(days)) days"
  }

  private var beginning: String {
    guard let base else {
      return "begin as: customers        # each has just bought for the first time"
    }
    return "today's customers: \(Self.quoted(base))"
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
