import Market

/// Small scenario files that once gave wrong answers, played replication by replication.
enum CaseMarket {
  static func replications(_ text: String, _ count: Int) throws -> [ReplicationOutcome] {
    let simulation = Simulation(try ScenarioFile(text).resolve().scenario, comparing: false)
    return (0..<count).compactMap { simulation.replication($0) }
  }
}
