import Documents

extension Proportions {
  /// Days after a campaign in which most of what it leaves behind shows.
  private static let aftermath = 30.0

  /// Warns of campaigns so near the horizon that what they leave behind is not counted, because
  /// nothing, or next to nothing, is counted after it.
  func warnOfLateCampaigns(_ reading: inout Reading) {
    guard let residual = scenario.market.residualDays, residual < Self.aftermath else { return }
    for (index, plan) in scenario.plans.enumerated() {
      for channel in plan.channels where channel.isUsed {
        let window = Window(channel.days, isOpenEnded: channel.isOpenEnded)
        let element = element(index, "channels", channel.name, "days")
        warn(of: window, residual, element, &reading)
      }
      for offer in plan.offers {
        let window = Window(offer.window, isOpenEnded: offer.isOpenEnded)
        let element = element(index, type(of: offer.terms).kind, offer.name, "window")
        warn(of: window, residual, element, &reading)
      }
    }
  }

  private func warn(
    of window: Window, _ residual: Double, _ element: Element, _ reading: inout Reading
  ) {
    let horizon = scenario.horizon
    let (first, last) = (window.days.lowerBound + 1, window.days.upperBound)
    func isLate(_ day: Int) -> Bool { Double(horizon - day) + residual < Self.aftermath }
    let when: String
    if !window.isOpenEnded, isLate(last) {
      when = last == horizon ? "It ends with the horizon" : "It ends on day \(last) of \(horizon)"
    } else if first > 1, isLate(first - 1) {
      when = "It begins on day \(first) of \(horizon)"
    } else {
      return
    }
    let written = residual == 0 ? "0" : "\(plain(residual)) days"
    reading.refuse(
      element,
      reason: "\(when), and with `residual: \(written)` what it leaves behind is not counted:"
        + " neither what the customers it wins buy later, nor the purchases that it only brought"
        + " forward.",
      rule: "Give a `residual` such as `1 year`, or end it 30 days or more before the horizon.",
      severity: .warning)
  }
}
