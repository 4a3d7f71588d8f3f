import Documents
import Market
import Takeaways

extension RunResult {
  /// How much of a plan's difference comes after the horizon, and what that hangs on; nil where nothing does.
  func afterTheHorizon(_ plan: Standing) -> String? {
    guard let parts = plan.parts, parts.afterwards != 0 else { return nil }
    func signed(_ value: Double) -> String {
      let rounding = Rounding([parts.within, parts.afterwards], .money, currency)
      return "\(value < 0 ? "−" : "+")\(rounding.full(value))"
    }
    let whole = plan.difference.value
    let share =
      whole > 0 && parts.afterwards > 0 && parts.afterwards <= whole
      ? " (\(Readable.chance(parts.afterwards / whole)) of it)" : ""
    return
      "Of the difference between \(quoted(plan.plan)) and \(quoted(scenario.plans[0].name))"
      + " \(signed(parts.within)) falls within the horizon and \(signed(parts.afterwards)) after it"
      + "\(share): \(whatComesAfter)"
  }

  /// What is counted after the horizon: with a residual of none only what was done before, and has still to be settled.
  private var whatComesAfter: String {
    guard scenario.countsAfter else {
      return "what of orders within it goes back later, and what rewards on them are paid later."
        + " Nothing else is counted after it (residual: 0)."
    }
    return
      "over \(residual), in which every plan goes on as the baseline does and nobody newly notices an offer."
      + " With residual: 0 what people do in it would be left out."
  }

  /// How long what a plan leaves behind counts.
  private var residual: String {
    guard let days = scenario.market.residualDays else { return "all time to come (residual)" }
    let years = days / 365
    let words =
      years >= 1 && years == years.rounded()
      ? Readable.counted(Int(years), "year") : Readable.counted(Int(days), "day")
    return "the \(words) that the file counts (residual)"
  }
}

extension Scenario {
  /// Whether what people do after the horizon counts.
  var countsAfter: Bool { market.residualDays != 0 }
}
