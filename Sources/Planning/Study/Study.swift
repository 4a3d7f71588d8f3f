public import Market
import Statistics

/// Plays replications until the differences between plans are known precisely enough.
public struct Study: Sendable {
  private let simulation: Simulation
  private let threads: Int

  public init(_ simulation: Simulation, threads: Int) {
    self.simulation = simulation
    self.threads = max(1, threads)
  }

  /// How far a study has come.
  public struct Progress: Sendable {
    public let replications: Int
    public let maximum: Int
    /// Half-width of the widest difference, and what it has to come down to.
    public let halfWidth: Double?
    public let precision: Double?
  }

  /// Plays in batches; a batch is looked at only when it is whole, so that threads change nothing.
  ///
  /// - Throws: `CancellationError` between shards when the task is cancelled.
  public func run(
    progress: @Sendable (Progress) -> Void = { _ in }
  ) async throws -> ScenarioSummary {
    let rule = simulation.scenario.stopping
    var summary = ScenarioSummary(simulation)
    while summary.replications < rule.maximum {
      let first = summary.replications
      let count = first == 0 ? rule.minimum : rule.batch
      let batch = first..<min(rule.maximum, first + count)
      try await play(batch, into: &summary) { played in
        progress(
          Progress(
            replications: played, maximum: rule.maximum, halfWidth: nil,
            precision: rule.precision))
      }
      guard let precision = rule.precision, summary.plans.count > 1 else {
        if summary.replications >= rule.minimum { break }
        continue
      }
      let width = ObjectiveDifferences(summary).widest
      progress(
        Progress(
          replications: summary.replications, maximum: rule.maximum, halfWidth: width,
          precision: precision))
      if let width, width <= precision { break }
    }
    return summary
  }

  /// Plays the shards of some replications on all threads and adds them in their order.
  private func play(
    _ replications: Range<Int>, into summary: inout ScenarioSummary,
    _ played: (Int) -> Void
  ) async throws {
    let shards = simulation.shards
    let units = replications.flatMap { replication in
      (0..<shards).map { Unit(replication: replication, shard: $0) }
    }
    var waiting: [Unit: ShardOutcome] = [:]
    var next = units.makeIterator()
    var merged = units.makeIterator()
    var awaited = merged.next()
    var whole: ShardOutcome?
    try await withThrowingTaskGroup(of: (Unit, ShardOutcome).self) { group in
      func start() {
        guard let unit = next.next() else { return }
        group.addTask { [simulation] in
          try Task.checkCancellation()
          return (unit, simulation.play(replication: unit.replication, shard: unit.shard))
        }
      }
      for _ in 0..<threads { start() }
      while let (unit, outcome) = try await group.next() {
        waiting[unit] = outcome
        start()
        // Shards are added as soon as it is their turn, so that few of them wait.
        while let unit = awaited, let shard = waiting.removeValue(forKey: unit) {
          if whole == nil { whole = shard } else { whole? += shard }
          awaited = merged.next()
          guard unit.shard == shards - 1, let replication = whole else { continue }
          summary.add(simulation.finish(replication))
          whole = nil
          played(unit.replication + 1)
        }
      }
    }
  }

  private struct Unit: Hashable, Sendable {
    let replication: Int
    let shard: Int
  }
}
