import RealModule
import Testing

@testable import Market

struct SearchOptimisationTests {
  private let terms = SearchOptimisation(effort: 1_000, gain: 1e-6, halfLife: 5)

  /// In the long run effort·gain/(1 − 2^(−1/5)) = 0.001/0.129449 = 0.00772502; half of it is left 5 days after the end.
  @Test func effortBuildsAStockThatFades() {
    let days = ChannelSample.days(terms, open: 0..<200, count: 210)
    #expect(abs(days[0].contacts / 100 - 0.001) < 1e-15)
    #expect(abs(days[199].contacts / 100 - 0.00772502) < 1e-8)
    #expect(abs(days[204].contacts / days[199].contacts - 0.5) < 1e-9)
    #expect(days.map(\.fixedCost).reduce(0, +) == 200 * 1_000)
    let most = days.map(\.contacts).max() ?? 0
    #expect(abs(terms.mostContacts(among: 100, in: 200) - most) < 1e-9)
  }

  /// Whoever finds us comes by this source, and it costs what was spent on it.
  @Test func itIsASourceOfItsOwn() throws {
    let plan = try #require(ChannelSample.plans(ChannelSample.scenario(terms)).last)
    #expect(plan.events.total(.aware, source: ChannelSample.source) > 20)
    #expect(plan.ledger.total(.acquisition, source: ChannelSample.source) == -60_000)
  }
}
