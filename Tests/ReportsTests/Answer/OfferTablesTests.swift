import Market
import Planning
import Testing

@testable import Reports
@testable import Takeaways

/// What offers did, as the terminal shows it.
struct OfferTablesTests {
  private func result(_ offers: [Offer]) async throws -> RunResult {
    var scenario = SmallTown.scenario(plans: 3)
    scenario.plans[2].offers = offers
    scenario.stopping = StoppingRule(minimum: 2, maximum: 2)
    return try await SmallTown.result(scenario)
  }

  private func offer(_ name: String, _ terms: any OfferTerms, _ orders: Offer.Orders = .repeats)
    -> Offer
  {
    Offer(
      name: name, terms: terms, orders: orders, segments: [0, 1], window: 0..<90,
      participation: .decided(attention: 1, fading: .infinity, noise: 0), effect: .lift(0))
  }

  private func cell(_ table: Table, _ row: [String], _ title: String) throws -> Cell {
    let column = try #require(table.columns.firstIndex { $0.title == title })
    return try #require(
      table.rows.first { cells in zip(cells, row).allSatisfy { $0 == .text($1) } })[column]
  }

  /// A 0 would read as if nobody had wanted them: messages, or a group that people join, have no redemptions.
  @Test func whatIsNotRedeemedIsNoZero() async throws {
    let plan = "5 off, “second” visit"
    let result = try await result([
      offer("coupon", Coupon(.fixed(500))),
      offer("group", Audience(joinsAtOrder: 1, every: 7), .every),
      offer("come back", WinBack(silence: .days(20), opened: 1)),
      offer("festival", HolidayGift(cost: 100, dates: .on([60])), .every),
    ])
    let table = try #require(result.eachOfferTable)
    func redeemed(_ offer: String) throws -> Cell { try cell(table, [plan, offer], "redeemed") }
    #expect(try redeemed("come back") == .empty)
    // Whom people join is counted elsewhere: there is no row of nothing.
    #expect(!table.rows.contains { $0[1] == .text("group") })
    for given in ["coupon", "festival"] {
      guard case .count(let count) = try redeemed(given) else {
        Issue.record("\(given) is not counted")
        continue
      }
      #expect(count > 0)
    }
  }

  @Test func plansWithoutRedemptionsHaveNoDeadWeight() async throws {
    let alone = try await result([offer("group", Audience(joinsAtOrder: 1, every: 7), .every)])
    #expect(!alone.details(leader: nil).contains { $0.title == "What offers did" })
  }
}
