import Market

/// A shard of a replication, with the market it belongs to: that of its draw lives no longer than its shards.
struct Shard: Sendable {
  let simulation: Simulation
  let replication: Int
  let place: Int
  /// Shards before it in this batch.
  let turn: Int

  var isLast: Bool { place == simulation.shards - 1 }
}

/// The shards of some replications in their order; a draw's market is made when its first shard is due.
struct Shards: IteratorProtocol {
  private let draws: DrawnScenarios?
  private let isComparing: Bool
  private let end: Int
  private var simulation: Simulation
  private var replication: Int
  private var place = 0
  private var turn = 0

  init(_ simulation: Simulation, _ draws: DrawnScenarios?, _ replications: Range<Int>) {
    self.simulation = simulation
    self.draws = draws
    isComparing = simulation.isComparing
    replication = replications.lowerBound
    end = replications.upperBound
  }

  mutating func next() -> Shard? {
    // A market without people has no shards.
    while replication < end {
      if place == 0, let draws, replication.isMultiple(of: draws.replicationsPerDraw) {
        let draw = replication / draws.replicationsPerDraw
        simulation = Simulation(draws.scenarios[draw], comparing: isComparing)
      }
      guard place < simulation.shards else {
        (replication, place) = (replication + 1, 0)
        continue
      }
      defer { (place, turn) = (place + 1, turn + 1) }
      return Shard(simulation: simulation, replication: replication, place: place, turn: turn)
    }
    return nil
  }
}
