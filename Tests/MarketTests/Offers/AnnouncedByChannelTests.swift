import Testing

@testable import Market

/// Offers that advertising tells of.
struct AnnouncedByChannelTests {
  private static func plan(
    days: String, window: String = "day 1..28", hazard: String = "0%", aware: String = "0%"
  ) throws -> PlanOutcome {
    let text = """
      name: told
      currency: CNY
      start: 2026-03-02
      horizon: 28 days
      residual: 0
      people: 10000
      segments:
        c:
          aware at start: \(aware)
          trial: {hazard: \(hazard) per day, pause: 500 days}
          first purchase: {chance: 40%}
          purchases: {average: 0.1 per day}
          lapse: {average: 5%}
          basket: {average: 50 CNY}
      channels:
        flyers: {kind: paid, price: 1 CNY, reach: 50%, contacts: 10000 per day, days: \(days)}
      coupons:
        ten: {value: 10 CNY, orders: first, window: \(window), announced by: flyers}
      plans:
        - {name: base, channels: {flyers: {}}}
        - {name: told, channels: {flyers: {}}, coupons: {ten: {}}}
      """
    return try ToolMarket.outcome(ScenarioFile(text).resolve().scenario)[1]
  }

  /// Who first hears of us by what tells of the offer has been told of it too, and notices it on the next day.
  @Test func whoHearsOfUsByItHearsOfTheOffer() throws {
    let plan = try Self.plan(days: "day 1..1")
    let aware = plan.events.total(.aware)
    #expect(aware > 3_000)
    #expect(plan.counted(.noticed) == aware && plan.counted(.eligible) == aware)
  }

  /// As those do who knew us already.
  @Test func whoKnowsUsHearsOfItAlike() throws {
    let plan = try Self.plan(days: "day 1..1", aware: "100%")
    // Contacts scatter over people; each notices once.
    #expect(plan.counted(.noticed) > 3_000)
    #expect(plan.counted(.noticed) <= plan.events.total(.reached))
  }

  /// Those who have bought on the very day it is no longer for, and nobody is told of it on a day before its window.
  @Test func forWhomItIsNoLongerDoNotNoticeIt() throws {
    let plan = try Self.plan(days: "day 1..1", hazard: "20%")
    let gone = plan.events.total(.firstOrder, days: 0..<1)
    #expect(gone > 50)
    #expect(plan.counted(.noticed) == plan.events.total(.aware) - gone)
    #expect(try Self.plan(days: "day 1..1", window: "day 3..28").counted(.noticed) == 0)
  }
}
