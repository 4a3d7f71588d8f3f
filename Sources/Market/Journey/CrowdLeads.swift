import Statistics

/// How many of a channel's contacts are trials at once, and what it is drawn for.
struct Leads: Sendable {
  let share: Double
  let purpose: Purpose

  /// `nil` for a channel whose contacts only tell of us.
  init?(_ channel: Channel) {
    guard channel.terms.leads > 0 else { return nil }
    share = channel.terms.leads
    purpose = Purpose("channel.\(channel.name).lead")
  }
}

extension Crowd {
  /// Somebody who has just been reached may try at once, such as a visitor of a fair.
  mutating func meet(
    _ customer: inout Customer, _ index: Int, _ who: Individual, contact count: Int, of source: Int,
    at time: Double, _ today: Today, _ tally: inout Tally
  ) {
    guard source < setting.leads.count, let leads = setting.leads[source] else { return }
    var stream = draws.stream(who, leads.purpose, index: count)
    guard stream.uniform() < leads.share else { return }
    tryOut(&customer, index, who, at: time, today, &tally)
  }
}
