import Statistics

/// A scenario ready to be played, replication by replication.
///
/// A replication is cut into shards that do not touch each other: one where customers are coupled, several
/// where they are not. Shards merge in their order to the same bytes, whoever played them when.
public struct Simulation: Sendable {
  public let scenario: Scenario
  /// Whether customers are compared with their twins under other plans.
  public let isComparing: Bool
  let twins: TwinDesign
  let settings: [PlanSetting]
  /// By plan: its days, where neither people nor luck change them.
  private let courses: [MarketCourse?]
  private let partition: Partition

  /// Prepares a scenario.
  ///
  /// Unless `comparing`, customers are not compared with their twins under other plans: only the plans
  /// themselves are played.
  public init(_ scenario: Scenario, comparing: Bool = true) {
    self.scenario = scenario
    isComparing = comparing
    let twins = TwinDesign(scenario, comparing: comparing)
    self.twins = twins
    let settings = twins.plans.enumerated().map { place, plan in
      // Plans that are only somebody's twins are compared within the horizon.
      PlanSetting(scenario, plan, playsOn: place < twins.shown)
    }
    self.settings = settings
    courses = settings.map {
      $0.isDrawn ? nil : MarketCourse($0, Draws(seed: scenario.seed, replication: 0))
    }
    partition = Partition(scenario.market.segments)
  }

  public var shards: Int { ranges.count }

  /// People simulated.
  public var people: Int { scenario.market.segments.reduce(0) { $0 + $1.people } }

  private var ranges: [Range<Int>] {
    settings.contains { $0.isCoupled } ? [partition.parts.indices] : partition.shards
  }

  /// Plays all plans on one shard of a replication.
  public func play(replication: Int, shard: Int) -> ShardOutcome {
    let draws = Draws(seed: scenario.seed, replication: replication)
    let parts = ranges[shard]
    var runs = zip(settings, courses).map { setting, course in
      MarketRun(
        setting, draws, partition, parts: parts, twins: twins.isComparing ? twins : nil,
        course: course ?? MarketCourse(setting, draws))
    }
    var shared = parts.map { _ in Beginnings(isShared: runs.count > 1) }
    for place in runs.indices {
      if place == runs.count - 1 {
        for part in shared.indices { shared[part].isShared = false }
      }
      runs[place].play(sharing: &shared)
      // What is played of the others would be thrown away.
      if let limit = runs[place].tally.sureLimit {
        return ShardOutcome(tallies: [], paths: [], comparisons: [], limit: limit)
      }
    }
    return ShardOutcome(
      tallies: runs.prefix(twins.shown).map(\.tally),
      paths: runs.prefix(twins.shown).map(\.path),
      comparisons: TwinComparison.all(
        runs, twins, partition, parts: parts, segments: scenario.market.segments),
      limit: nil)
  }

  /// The figures of every plan, from the shards of one replication added up in their order.
  ///
  /// - Throws: Where so much happened that there are none.
  public func finish(_ whole: ShardOutcome) throws(SimulationLimit) -> ReplicationOutcome {
    if let limit = whole.limit { throw limit }
    let moved = whole.tallies.map(\.magnitude)
    if moved.contains(where: { !($0 <= SimulationLimit.mostMoney) }) { throw .money }
    return ReplicationOutcome(
      plans: whole.tallies.indices.map { plan in
        PlanOutcome(
          path: whole.paths[plan], tally: whole.tallies[plan], twins: whole.comparisons[plan],
          setting: settings[plan])
      }, moneyMoved: moved)
  }

  /// Plays one replication whole; `nil` where nobody lives in the market, or so much happens in it that
  /// there are no figures.
  public func replication(_ index: Int) -> ReplicationOutcome? {
    guard shards > 0 else { return nil }
    var whole = play(replication: index, shard: 0)
    for shard in 1..<max(1, shards) { whole += play(replication: index, shard: shard) }
    return try? finish(whole)
  }
}

/// What all plans came to on one shard, or on several added up in their order.
public struct ShardOutcome: Sendable {
  var tallies: [Tally]
  var paths: [MarketPath]
  var comparisons: [TwinComparison]
  /// Why there are no figures; `nil` where there are.
  public internal(set) var limit: SimulationLimit?

  public static func += (sum: inout Self, other: Self) {
    sum.limit = sum.limit ?? other.limit
    guard sum.limit == nil else { return }
    for plan in sum.tallies.indices {
      sum.tallies[plan] += other.tallies[plan]
      sum.comparisons[plan] += other.comparisons[plan]
    }
  }
}

/// One replication: every plan in the same simulated market.
public struct ReplicationOutcome: Sendable {
  public let plans: [PlanOutcome]

  /// By plan: minor units that moved, in whichever direction.
  public let moneyMoved: [Double]
}

/// One plan in one replication: what estimates are read off.
public struct PlanOutcome: Sendable {
  public let path: MarketPath
  let tally: Tally
  let twins: TwinComparison
  let setting: PlanSetting

  public var ledger: Ledger { tally.ledger }
  public var events: EventCounts { tally.events }

  /// What was counted of one offer.
  func offerTotal(_ count: OfferCount, slot: Int) -> Int64 { tally.offers.total(count, slot: slot) }
}
