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

  /// How to have another law; `nil` where none was fitted.
  var alternative: String? {
    guard let choice = calibration.choice, choice.rival != nil else { return nil }
    let others = PurchaseLaw.allCases.filter {
      $0 != choice.law && calibration.fit(of: $0).model != nil
    }
    return "\(others.map { "`--model \($0.rawValue)`" }.joined(separator: " or ")) chooses another."
  }

  /// Why the law asked for is not the one; `nil` where it is.
  var refusal: String? {
    guard let law = calibration.asked, let obstacle = calibration.fit(of: law).obstacle else {
      return nil
    }
    return "\(law.name), which was asked for, cannot be fitted: \(obstacle)."
  }

  /// When customers leave by one of the laws.
  static func leaving(by law: PurchaseLaw) -> String {
    switch law {
    case .bgnbd: "they leave only right after a repeat order"
    case .mbgnbd: "they leave only right after an order, the first included"
    case .paretoNBD: "they leave as time passes, whether they order or not"
    }
  }

  // Within 1, two for Akaike's criterion, both are well supported (Burnham and Anderson 2002, section 2.6).
  private func reason(_ choice: LawChoice) -> String {
    let asked = choice.reason == .asked ? " as asked" : ""
    guard let rival = choice.rival else {
      if case .onlyOne(let obstacle) = choice.reason {
        let others = PurchaseLaw.allCases.filter { $0 != choice.law }.map(\.name)
        return ", for neither \(others.joined(separator: " nor ")) can be fitted: \(obstacle)"
      }
      return asked
    }
    let size = Readable.number(rival.lead.magnitude, decimals: 1)
    if rival.lead.magnitude < 0.05 { return "\(asked), as likely as \(rival.law.name)" }
    return rival.lead > 0
      ? "\(asked), the likeliest law (log-likelihood \(size) above that of \(rival.law.name), the next"
        + (rival.lead < 1 ? ": hardly a difference)" : ")")
      : "\(asked), less likely than \(rival.law.name) (log-likelihood \(size) below"
        + (rival.lead > -1 ? ": hardly a difference)" : ")")
  }

  /// Luck alone moves forecasts apart a little: the figures say how much there is to it.
  ///
  /// They are taken from the forecasts as printed, so that they agree with them.
  private func holdout(_ choice: LawChoice) -> String {
    guard let nearer = choice.nearer, let check = calibration.holdout,
      let ours = check.forecast(by: nearer.law), let theirs = check.forecast(by: nearer.than)
    else { return "" }
    func miss(_ forecast: HoldoutForecast) -> Double {
      (forecast.conditional.rounded() - Double(check.actual)).magnitude
    }
    let gain = miss(theirs) - miss(ours)
    guard gain > 0 else { return "" }
    let by =
      "by \(Readable.number(gain, decimals: 0)) of \(Readable.count(check.actual)) purchases"
    return nearer.law == choice.law
      ? "; the holdout leans the same way: its forecast came nearer than that of"
        + " \(nearer.than.name), \(by)"
      : "; the holdout leans another way: \(nearer.law.name) came nearer, \(by)"
  }
}
