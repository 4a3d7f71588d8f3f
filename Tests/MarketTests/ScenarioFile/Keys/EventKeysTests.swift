import Documents
import Testing

@testable import Market

struct EventKeysTests {
  private func events(_ text: String) throws -> [OutsideEvent] {
    try Sample.resolve(["segments:": "season: {events: {\(text)}}\nsegments:"]).market.season.events
  }

  /// As it was always written.
  @Test func purchasesAloneAreRead() throws {
    #expect(
      try events("holiday: {days: day 2..3, purchases: 60%}")
        == [OutsideEvent(name: "holiday", days: 1..<3, factor: 0.6)])
  }

  @Test func everythingIsRead() throws {
    var effects = OutsideEvent.Effects()
    effects.trials = 0.8
    effects.firstPurchases = 0.7
    effects.awareness = 0.5
    effects.baskets = 0.9
    effects.contactPrices = 1.5
    effects.lapse = 2
    effects.elsewhere = OutsideEvent.Elsewhere(.share(0.2), weight: 0.5)
    let written = """
      war: {days: day 2..3, trials: 80%, first purchases: 70%, awareness: 50%, baskets: 90%,
        contact prices: 150%, lapse: 200%, offers elsewhere: 20%, elsewhere weighs: 50%}
      """
    #expect(try events(written) == [OutsideEvent(name: "war", days: 1..<3, effects: effects)])
    effects = OutsideEvent.Effects()
    effects.elsewhere = OutsideEvent.Elsewhere(.amount(500))
    #expect(
      try events(
        "cut: {starts: 2 weeks after second visit, lasts: 30 days, offers elsewhere: 5 CNY}")
        == [
          OutsideEvent(
            name: "cut", effects: effects,
            answer: OutsideEvent.Answer(to: "second visit", after: 14, lasts: 30))
        ])
  }

  /// An answer to what only one plan uses happens under that plan.
  @Test func answersHaveTheirDaysByPlan() throws {
    let scenario = try Sample.resolve([
      "segments:":
        "season: {events: {cut: {starts: 14 days after second visit, lasts: 30 days, trials: 50%}}}\nsegments:"
    ])
    let season = scenario.market.season
    #expect(season.under(scenario.plans[0]).events.isEmpty)
    #expect(season.under(scenario.plans[1]).events.map(\.days) == [14..<44])
  }
}
