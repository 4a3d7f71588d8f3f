import RealModule

/// How tired of messages people are who have joined something whose messages tire.
///
/// F ← F·2^{−Δ/h} + 1 with every message to them, whoever writes it; they open one with e^{−c·F} of the usual chance.
struct MessageFatigue: Sendable {
  /// How a group's members tire.
  struct Rule: Sendable {
    /// c.
    let tiring: Double
    /// h in days; with 0 everybody is as at first.
    let recovery: Double

    /// F after a message, from what it was after the last and the days since.
    func fatigue(_ before: Double, after days: Int) -> Double {
      recovery > 0 ? before * Double.exp2(-Double(days) / recovery) + 1 : 1
    }

    /// What is left of the chance to open a message, F being so much after it.
    func left(after fatigue: Double) -> Double { Double.exp(-tiring * (fatigue - 1)) }
  }

  private struct State: Sendable {
    /// F after the last message.
    var fatigue = 0.0
    var messaged: Int
  }

  /// What those have joined of one offer.
  private struct Group: Sendable {
    let slot: Int
    let rule: Rule
    /// By customer; `nil` of who is no member.
    var members: [State?]
  }

  /// In the order in which somebody first joined them.
  private var groups: [Group] = []

  /// Somebody joins an offer on a day, rested.
  mutating func join(_ slot: Int, _ rule: Rule, _ customer: Int, on day: Int, among people: Int) {
    let place = groups.firstIndex { $0.slot == slot } ?? groups.count
    if place == groups.count {
      groups.append(
        Group(slot: slot, rule: rule, members: Array(repeating: nil, count: people)))
    }
    groups[place].members[customer] = State(messaged: day)
  }

  mutating func leave(_ slot: Int, _ customer: Int) {
    guard let place = groups.firstIndex(where: { $0.slot == slot }) else { return }
    groups[place].members[customer] = nil
  }

  /// Who is a member of an offer.
  func members(of slot: Int) -> [Int] {
    guard let group = groups.first(where: { $0.slot == slot }) else { return [] }
    return group.members.indices.filter { group.members[$0] != nil }
  }

  /// F of a member of an offer after a message on a day.
  func fatigue(_ slot: Int, _ customer: Int, after day: Int) -> Double {
    guard let group = groups.first(where: { $0.slot == slot }),
      let state = group.members[customer]
    else { return 1 }
    return group.rule.fatigue(state.fatigue, after: day - state.messaged)
  }

  /// What is left of somebody's chance to open a message of a day by those who write to all: by the one they are most
  /// tired of.
  func left(_ customer: Int, on day: Int) -> Double {
    groups.reduce(1) { least, group in
      guard let state = group.members[customer] else { return least }
      let after = group.rule.fatigue(state.fatigue, after: day - state.messaged)
      return min(least, group.rule.left(after: after))
    }
  }

  /// Somebody is sent a message on a day, by whomever.
  mutating func tire(_ customer: Int, on day: Int) {
    for place in groups.indices {
      guard let state = groups[place].members[customer] else { continue }
      groups[place].members[customer] = State(
        fatigue: groups[place].rule.fatigue(state.fatigue, after: day - state.messaged),
        messaged: day)
    }
  }
}
