import Market
import Takeaways

/// Which law of purchases customers follow, why, and what it takes for granted, in plain words.
struct LawAnswer {
  private let calibration: Calibration

  init(_ calibration: Calibration) { self.calibration = calibration }

  /// The law with its reason, and what the holdout says to it, to follow "It plays"; `nil` without.
  var choice: String? {
    guard let choice = calibration.choice else { return nil }
    return choice.law.name + reason(choice) + holdout(choice)
  }

  /// How to have the other law; `nil` where it was not fitted.
  var alternative: String? {
    guard let choice = calibration.choice, choice.lead != nil else { return nil }
    return "`--model \(choice.law.other.rawValue)` chooses the other."
  }

  /// Why the law asked for is not the one; `nil` where it is.
  var refusal: String? {
    guard let law = calibration.asked, let obstacle = calibration.obstacle(to: law) else {
      return nil
    }
    return "\(law.name), which was asked for, cannot be fitted: \(obstacle)."
  }

  /// When customers leave by one of the laws.
  static func leaving(by law: PurchaseLaw) -> String {
    switch law {
    case .bgnbd: "they leave only right after a repeat order"
    case .paretoNBD: "they leave as time passes, whether they order or not"
    }
  }

  private func reason(_ choice: LawChoice) -> String {
    let other = choice.law.other.name
    let asked = choice.reason == .asked ? " as asked" : ""
    guard let lead = choice.lead else {
      if case .onlyOne(let obstacle) = choice.reason {
        return ", for \(other) cannot be fitted: \(obstacle)"
      }
      return asked
    }
    let size = Readable.number(lead.magnitude, decimals: 1)
    if lead.magnitude < 0.05 { return "\(asked), as likely as \(other)" }
    return lead > 0
      ? "\(asked), the likelier law (log-likelihood \(size) above that of \(other))"
      : "\(asked), the less likely law (log-likelihood \(size) below that of \(other))"
  }

  /// Luck alone moves forecasts apart a little: the figures say how much there is to it.
  ///
  /// They are taken from the forecasts as printed, so that they agree with them.
  private func holdout(_ choice: LawChoice) -> String {
    guard let nearer = choice.nearer, let check = calibration.holdout,
      let ours = check.forecast(by: nearer.law), let theirs = check.forecast(by: nearer.law.other)
    else { return "" }
    func miss(_ forecast: HoldoutForecast) -> Double {
      (forecast.conditional.rounded() - Double(check.actual)).magnitude
    }
    let gain = miss(theirs) - miss(ours)
    guard gain > 0 else { return "" }
    let by =
      "by \(Readable.number(gain, decimals: 0)) of \(Readable.count(check.actual)) purchases"
    return nearer.law == choice.law
      ? "; the holdout leans the same way: its forecast came nearer, \(by)"
      : "; the holdout leans the other way: \(nearer.law.name) came nearer, \(by)"
  }
}
