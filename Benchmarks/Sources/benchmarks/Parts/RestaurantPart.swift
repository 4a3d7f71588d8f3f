import Foundation
import Market
import Planning

/// A restaurant and coupons for the second visit, from the text of the scenario to the compared plans, at its own stopping rule.
struct RestaurantPart {
  let runs: Int

  func run() async throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: Surroundings.restaurant))
    let summary = try await Self.answer(bytes, threads: 2)
    // Each run is long enough for a few to be telling.
    let rounds = min(runs, 3)
    let timings = try await Timing.rounds(
      rounds, warmUp: false,
      [
        { _ = try await Self.answer(bytes, threads: 1) },
        { _ = try await Self.answer(bytes, threads: 2) },
      ])
    let scenario = summary.scenario
    let people = scenario.market.segments.reduce(0) { $0 + $1.size }
    var table = Table(
      "restaurant: \(people.grouped) people, \(scenario.plans.count) plans compared"
        + ", \(summary.replications) replications; runs: \(rounds)",
      columns: Table.timing)
    table.add("seconds, one thread", timings[0], digits: 2)
    table.add("seconds, two threads", timings[1], digits: 2)
    table.add("two threads, times as fast as one", timings[0].over(timings[1]), digits: 2)
    table.print()
    return []
  }

  private static func answer(_ bytes: [UInt8], threads: Int) async throws -> ScenarioSummary {
    let scenario = try ScenarioFile(bytes: bytes).resolve().scenario
    let summary = try await Study(Simulation(scenario), threads: threads).run()
    return Comparison(summary).summary
  }
}
