@testable import Market

/// A busy market whose second plan uses one offer of every kind.
enum ToolMarket {
  static let audience = Offer(
    name: "private group",
    terms: Audience(
      joinsAtTrial: 0.2, joinsAtOrder: 0.5, every: 7, cost: 7.5, opened: 0.4, tiring: 0.2,
      recovery: 14, leaving: 0.02, factor: 1.4, days: 3), orders: .every, segments: [0, 1],
    window: 3..<150, participation: .automatic, effect: .lift(0))
  static let threshold = Offer(
    name: "off from 50",
    terms: ThresholdCoupon(threshold: 5_000, off: 800, reach: 3_000, pull: 1), orders: .every,
    segments: [0, 1], window: 10..<120,
    participation: .decided(attention: 0.6, fading: 5, noise: 0.3), effect: .lift(1))
  static let group = Offer(
    name: "three together",
    terms: GroupBuy(.percent(0.2), size: 3, within: 0.5, disappointment: 0.4), orders: .every,
    segments: [0, 1], window: 20..<140,
    participation: .decided(attention: 0.5, fading: 5, noise: 0.3), effect: .lift(1))
  static let invitation = Offer(
    name: "bring two",
    terms: Invitation(
      reward: 2_000, friends: 2, expected: 0.5, welcome: 500, endorsement: 0.5),
    orders: .repeats, segments: [0, 1], window: 0..<160,
    participation: .decided(attention: 0.8, fading: 9, noise: 0.3), effect: .lift(0))

  static func scenario(
    _ offers: [Offer] = [audience, threshold, group, invitation], people: Int = 2_000,
    seed: UInt64 = 3
  ) -> Scenario {
    var scenario = BusyMarket.scenario(people: people, seed: seed)
    scenario.plans[1].offers = offers
    return scenario
  }

  static func outcome(_ scenario: Scenario) -> [PlanOutcome] {
    Simulation(scenario).replication(0)?.plans ?? []
  }
}

extension PlanOutcome {
  func counted(_ count: OfferCount, _ slot: Int = 0) -> Int64 { offerTotal(count, slot: slot) }
}
