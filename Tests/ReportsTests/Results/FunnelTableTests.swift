import Documents
import Market
import Planning
import Testing

@testable import Reports
@testable import Takeaways

/// How many come how far.
struct FunnelTableTests {
  /// Where everybody hears of us on the first day, as many are aware as there are, whoever knew us before: in each
  /// replication, and not on average alone.
  @Test func nobodyIsAwareTwice() async throws {
    var scenario = SmallTown.scenario(plans: 2)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].awareness.organic = 50
    }
    scenario.stopping = StoppingRule(minimum: 4, maximum: 4)
    let people = scenario.market.segments.reduce(0) { $0 + $1.size }
    let result = try await SmallTown.result(scenario)
    let rows = try CSVRows(result.funnelTable.csv()).rows.filter { $0["funnel"] == "customers" }
    for stage in ["prospects", "aware"] {
      let counts = rows.filter { $0["stage"] == stage }.compactMap { Double($0["count"] ?? "") }
      #expect(counts == scenario.plans.map { _ in Double(people) }, "\(stage)")
    }
    let rates = rows.filter { $0["stage"] == "aware" }
      .compactMap { Double($0["rate from the stage before (share)"] ?? "") }
    #expect(rates == scenario.plans.map { _ in 1 })
  }
}
