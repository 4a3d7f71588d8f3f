import Documents
import Testing

@testable import Market

/// Channels of every kind as a planner writes them.
struct ChannelKeysTests {
  private func channel(_ text: String, plan: String = "") throws -> Channel {
    let scenario = try Sample.resolve([
      "  flyers: {kind: offline, price: 0.6 CNY, reach: 5%, budget: 70 CNY per week}": text,
      "- name: coupon": "- name: coupon\n    channels: {tried: {\(plan)}}",
      "people: 1000": "people: 1000\nstands for: 10",
    ])
    return try #require(scenario.plans[1].channels.first)
  }

  /// Money and people are the sample's; a plan changes a block key by key.
  @Test func contentIsRead() throws {
    let text = """
        tried:
          kind: content
          reach: 30%
          content: {every: 7 days, cost: 300 CNY, first day: 4%, half-life: 2 days, tail: 0.05%}
      """
    #expect(
      try channel(text).terms as? Content
        == Content(every: 7, cost: 3_000, first: 0.04, halfLife: 2, tail: 0.0005))
    let changed = try channel(text, plan: "content: {every: 14 days, wear: 10%, recovery: 30 days}")
    #expect(
      changed.terms as? Content
        == Content(
          every: 14, cost: 3_000, first: 0.04, halfLife: 2, tail: 0.0005, wear: 0.1, recovery: 30))
    #expect(changed.reach == 0.3)
  }

  @Test func opinionLeadersAreRead() throws {
    let read = try channel(
      """
        tried:
          kind: opinion leaders
          reach: 10%
          easier: {trust: 60%}
          opinion leaders: {every: 14 days, fee: 800 CNY, least: 1000, shape: 1.5}
      """)
    #expect(
      read.terms as? OpinionLeaders
        == OpinionLeaders(every: 14, fee: 8_000, shape: 1.5, least: 100))
    #expect(read.easing == Easing(trust: 0.6))
  }

  /// What a tenth of the people is reached by is a tenth of the money, and the same chance for each.
  @Test func searchOptimisationIsRead() throws {
    let read = try channel(
      """
        tried:
          kind: search optimisation
          search optimisation: {effort: 50 CNY per day, gain: 0.001%, half-life: 60 days}
      """)
    let terms = try #require(read.terms as? SearchOptimisation)
    #expect(terms.effort == 500 && read.reach == 1)
    #expect(abs(terms.effort * terms.gain - 50 * 0.00001) < 1e-15)
  }

  @Test func deliveryPlatformsAreRead() throws {
    let read = try channel(
      """
        tried:
          kind: delivery platform
          reach: 10%
          price: 0.5 CNY
          budget: 100 CNY per day
          delivery platform: {commission: 18%, orders: first}
      """, plan: "contacts: 500 per day")
    #expect(
      read.terms as? DeliveryPlatform
        == DeliveryPlatform(
          BoughtContacts(.paid, .contacts(50), price: 50),
          taking: Commission(share: 0.18, orders: .first)))
  }

  @Test func meetingsAreRead() throws {
    let text = """
        tried:
          kind: meetings
          meetings: {dates: [day 3, 2026-03-10..2026-03-11], cost: 2000 CNY, visitors: 120, leads: 30%}
      """
    #expect(
      try channel(text).terms as? Meetings
        == Meetings(dates: [2..<3, 8..<10], cost: 20_000, visitors: 12, leads: 0.3))
    #expect(
      try channel(text, plan: "meetings: {every: 30 days}").terms as? Meetings
        == Meetings(every: 30, cost: 20_000, visitors: 12, leads: 0.3))
  }

  /// `without` stops a channel of any kind.
  @Test func anyKindCanBeLeftOut() throws {
    for (kind, block) in [
      ("content", "every: 7 days, cost: 1 CNY, first day: 4%, half-life: 2 days"),
      ("opinion leaders", "every: 7 days, fee: 1 CNY, least: 50, shape: 2"),
      ("search optimisation", "effort: 1 CNY per day, gain: 1%, half-life: 9 days"),
      ("meetings", "every: 7 days, cost: 1 CNY, visitors: 5"),
    ] {
      let reach = ["content", "opinion leaders"].contains(kind) ? "reach: 5%, " : ""
      let scenario = try Sample.resolve([
        "  flyers: {kind: offline, price: 0.6 CNY, reach: 5%, budget: 70 CNY per week}":
          "  tried: {kind: \(kind), \(reach)\(kind): {\(block)}}",
        "- name: coupon": "- name: coupon\n    without: tried",
      ])
      #expect(scenario.plans[0].channels[0].isUsed, "\(kind)")
      #expect(!scenario.plans[1].channels[0].isUsed, "\(kind)")
    }
  }
}
