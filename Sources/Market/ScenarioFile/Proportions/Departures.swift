import Documents

/// Customers who are gone before anything is played.
extension Proportions {
  /// Warns where those who begin as customers are taken to have ordered for the first time just before, and many leave
  /// after it.
  func warnOfDepartures(_ reading: inout Reading) {
    for segment in scenario.market.segments where segment.begins == .customers && segment.size > 0 {
      guard case .afterOrders(_, _, .chance(let share)) = segment.purchases.lapse, share > 0,
        let element = firstLapse(of: segment)
      else { continue }
      reading.refuse(
        element,
        reason:
          "Of `\(segment.name)`, who begin as customers, \(percent(share)) leave on day 1: they are taken to have just"
          + " ordered for the first time.",
        rule:
          "Write `after first order: 0%` under their `lapse` if they have been customers for longer.",
        severity: .warning)
    }
  }

  /// Where it is written how many leave after a first order; `nil` where a plan says it.
  private func firstLapse(of segment: Segment) -> Element? {
    [root["segments"]?[segment.name], root["every segment"]].compactMap { $0 }
      .lazy.compactMap { $0["lapse"]?["after first order"] }.first
  }
}
