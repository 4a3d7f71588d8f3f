import Documents

extension Proportions {
  /// More contacts a day with one person than anybody could take in.
  private static let mostContacts = 5.0

  /// Warns of channels that reach everybody again and again every day, or nobody at all.
  func warnOfContacts(_ reading: inout Reading) {
    for (index, plan) in scenario.plans.enumerated() {
      for (place, channel) in plan.channels.enumerated() where channel.isUsed {
        // What is the baseline's is warned of there.
        if index > 0, scenario.plans[0].channels[place] == channel { continue }
        let element = element(
          index, "channels", channel.name, "budget", "contacts", channel.terms.kind)
        if channel.reach == 0 {
          reading.refuse(
            element, reason: "Nobody takes in a contact: the reach of `\(channel.name)` is 0%.",
            severity: .warning)
        }
        if channel.terms.isMadeByCustomers,
          scenario.market.segments.allSatisfy({ $0.engagement == nil })
        {
          reading.refuse(
            element, reason: "No segment has an `engagement`: nobody makes anything.",
            rule: "State how engaged people are under `engagement` of a segment.",
            severity: .warning)
        }
        let people = people(in: channel.audience)
        guard people > 0 else {
          reading.refuse(
            element, reason: "There is nobody in the audience of `\(channel.name)`.",
            severity: .warning)
          continue
        }
        warn(of: channel, people, element, &reading)
      }
    }
  }

  private func warn(
    of channel: Channel, _ people: Double, _ element: Element, _ reading: inout Reading
  ) {
    let contacts =
      channel.terms.mostContacts(among: people / standsFor, in: channel.days.count) * standsFor
    var bought = "These are \(plain(contacts.rounded()))"
    if let terms = channel.bought, case .budget = terms.buying {
      bought = "At \(money(terms.price)) a contact this buys \(plain(contacts.rounded()))"
    }
    guard contacts > Self.mostContacts * people else { return }
    reading.refuse(
      element,
      reason: "\(bought) contacts a day for \(plain(people)) people: each of them is reached"
        + " \(plain((contacts / people).rounded())) times a day.",
      rule: "Check the figure and its period, the price and the number of people.",
      severity: .warning)
  }
}
