import Foundation
import Market

/// A market with every kind of offer and of channel live at once: how long a customer's year takes, without twins.
struct MechanismsPart {
  let runs: Int

  /// Played in one run.
  private static let replications = 2

  func run() async throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: Surroundings.everyMechanism))
    let scenario = try ScenarioFile(bytes: bytes).resolve().scenario
    let simulation = Simulation(scenario, comparing: false)
    let people = scenario.market.segments.reduce(0) { $0 + $1.size }
    let timing = try await Timing.of(runs: min(runs, 3)) {
      for replication in 0..<Self.replications { _ = simulation.replication(replication) }
    }
    let years = Double(people * Self.replications * scenario.horizon) / 365
    var table = Table(
      "every mechanism: \(people.grouped) people, \(scenario.plans[0].offers.count) offers,"
        + " \(scenario.plans[0].channels.count) channels, one plan", columns: Table.timing)
    table.add("µs per customer-year, one thread", timing.scaled(by: 1e6 / years), digits: 1)
    table.print()
    return []
  }
}
