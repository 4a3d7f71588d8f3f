import Statistics

/// What taking part costs each of a crowd, κ in minor units, kept once drawn; empty until first needed.
struct ParticipationCosts: Sendable {
  private var drawn: [Double] = []

  /// Somebody's, drawn where it has not been.
  @inline(__always)
  mutating func cost(of customer: Int, among people: Int, draw: () -> Double) -> Double {
    if drawn.isEmpty { drawn = Array(repeating: -1, count: people) }
    if drawn[customer] < 0 { drawn[customer] = draw() }
    return drawn[customer]
  }
}

extension Crowd {
  /// What taking part costs somebody, as felt by whoever decides for them.
  mutating func participationCost(of index: Int, decidedBy who: Individual) -> Double {
    let (traits, draws) = (setting.traits, draws)
    // Several accounts of one person are no customers.
    if isHunting { return traits.participationCost(draws, who) }
    return participationCosts.cost(of: index, among: customers.count) {
      traits.participationCost(draws, who)
    }
  }
}
