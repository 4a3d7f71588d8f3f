/// Everything kept of the replications played so far; replications are added in their order.
public struct ScenarioSummary: Sendable {
  public let scenario: Scenario
  public let timeline: Timeline
  public private(set) var plans: [PlanSummary]
  public private(set) var replications = 0
  public let design: ReplicationDesign

  public init(_ scenario: Scenario, replicationsPerDraw: Int? = nil) {
    self.scenario = scenario
    design = ReplicationDesign(
      standsFor: scenario.market.standsFor, replicationsPerDraw: replicationsPerDraw)
    timeline = Timeline(start: scenario.start, horizon: scenario.horizon)
    plans = []
  }

  public mutating func add(_ replication: ReplicationOutcome) {
    replications += 1
    if plans.isEmpty {
      plans = replication.plans.map { PlanSummary($0) }
    } else {
      for plan in plans.indices { plans[plan].add(replication.plans[plan]) }
    }
  }
}

/// One plan over all replications: the figures of each, and sums by day for the tables.
public struct PlanSummary: Sendable {
  /// One table per replication.
  public private(set) var figures: [FigureTable]
  /// By replication and day: the sum of all ledger entries, minor units of the simulated market.
  public private(set) var dailyNet: [[Int64]]
  public private(set) var ledger: Ledger
  public private(set) var events: EventCounts
  /// One per replication.
  public private(set) var committees: [CommitteeCounts]
  public private(set) var cohorts: CohortSums
  /// Sums over replications, by channel and day.
  public private(set) var contacts: [[Double]]
  public private(set) var prices: [[Double]]
  /// Sum over replications, by day.
  public private(set) var quality: [Double]

  init(_ first: PlanOutcome) {
    figures = [first.figures]
    dailyNet = [first.ledger.dailyNet()]
    ledger = first.ledger
    events = first.events
    committees = [first.tally.committees]
    cohorts = CohortSums(first.tally.cohorts)
    let path = first.path.prefix(first.setting.scenario.horizon)
    contacts = path.contacts
    prices = path.prices
    quality = path.quality
  }

  mutating func add(_ outcome: PlanOutcome) {
    figures.append(outcome.figures)
    dailyNet.append(outcome.ledger.dailyNet())
    ledger += outcome.ledger
    events += outcome.events
    committees.append(outcome.tally.committees)
    cohorts.add(outcome.tally.cohorts)
    for channel in contacts.indices {
      for day in contacts[channel].indices {
        contacts[channel][day] += outcome.path.contacts[channel][day]
        prices[channel][day] += outcome.path.prices[channel][day]
      }
    }
    for day in quality.indices { quality[day] += outcome.path.quality[day] }
  }
}

/// Cohorts summed over replications: acquisition month × age in months of 30 days.
public struct CohortSums: Sendable {
  private var sums: Cohorts

  init(_ first: Cohorts) { sums = first }

  mutating func add(_ other: Cohorts) { sums += other }

  public static let daysPerMonth = Cohorts.daysPerMonth

  public var months: Int { sums.months }

  /// Ages somebody acquired on the first day can reach.
  public var ages: Int { sums.ages }

  /// Customers acquired in a month.
  public func size(month: Int) -> Int64 { sums.size[month] }

  /// Of them, who ordered at an age.
  public func active(month: Int, age: Int) -> Int64 { sums.active[month * sums.ages + age] }

  /// Minor units they contributed at an age.
  public func contribution(month: Int, age: Int) -> Int64 {
    sums.contribution[month * sums.ages + age]
  }
}
