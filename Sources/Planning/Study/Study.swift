public import Market

/// Plays replications until the differences between plans are known precisely enough.
public struct Study: Sendable {
  private let simulation: Simulation
  private let draws: DrawnScenarios?
  private let threads: Int

  /// A study of a scenario as it stands, or as its assumptions are drawn where there are draws of them.
  public init(_ simulation: Simulation, draws: DrawnScenarios? = nil, threads: Int) {
    self.simulation = simulation
    self.draws = draws
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
  /// - Throws: `CancellationError` between shards when the task is cancelled, and a `SimulationLimit` where
  ///   so much happens that there are no figures.
  public func run(
    progress: @Sendable (Progress) -> Void = { _ in }
  ) async throws -> ScenarioSummary {
    let rule = rule
    var summary = ScenarioSummary(
      simulation.scenario, replicationsPerDraw: draws?.replicationsPerDraw)
    var money = MoneyMoved()
    while summary.replications < rule.maximum {
      let first = summary.replications
      let count = first == 0 ? rule.minimum : rule.batch
      let batch = first..<min(rule.maximum, first + count)
      try await play(batch, into: &summary, &money) { played in
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

  /// The scenario's own rule; where assumptions are drawn, whole blocks of draws.
  private var rule: StoppingRule {
    let own = simulation.scenario.stopping
    guard let draws else { return own }
    let size = draws.replicationsPerDraw
    return StoppingRule(
      precision: own.precision, minimum: draws.minimum * size, batch: draws.block * size,
      maximum: draws.maximum * size)
  }

  /// Plays the shards of some replications on all threads and adds them in their order.
  private func play(
    _ replications: Range<Int>, into summary: inout ScenarioSummary, _ money: inout MoneyMoved,
    _ played: (Int) -> Void
  ) async throws {
    var shards = Shards(simulation, draws, replications)
    // By their turn.
    var waiting: [Int: (Shard, ShardOutcome)] = [:]
    var turn = 0
    var whole: ShardOutcome?
    try await withThrowingTaskGroup(of: (Shard, ShardOutcome).self) { group in
      func start() {
        guard let shard = shards.next() else { return }
        group.addTask {
          try Task.checkCancellation()
          return (
            shard, shard.simulation.play(replication: shard.replication, shard: shard.place)
          )
        }
      }
      for _ in 0..<threads { start() }
      while let (shard, outcome) = try await group.next() {
        if let limit = outcome.limit { throw limit }
        waiting[shard.turn] = (shard, outcome)
        start()
        // Shards are added as soon as it is their turn, so that few of them wait.
        while let (shard, outcome) = waiting.removeValue(forKey: turn) {
          turn += 1
          if whole == nil { whole = outcome } else { whole? += outcome }
          guard shard.isLast, let replication = whole else { continue }
          let finished = try shard.simulation.finish(replication)
          try money.add(finished)
          summary.add(finished)
          whole = nil
          played(shard.replication + 1)
        }
      }
    }
  }
}

/// The money of all replications so far, which are summed by day for the tables.
private struct MoneyMoved {
  /// By plan, minor units in whichever direction.
  private var plans: [Double] = []

  /// - Throws: Where the sums would no longer fit.
  mutating func add(_ replication: ReplicationOutcome) throws(SimulationLimit) {
    let moved = replication.moneyMoved
    plans = plans.isEmpty ? moved : zip(plans, moved).map { $0 + $1 }
    guard plans.allSatisfy({ $0 <= SimulationLimit.mostMoney }) else { throw .money }
  }
}
