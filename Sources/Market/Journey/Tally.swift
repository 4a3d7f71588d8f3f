/// What one plan came to on some of the market: everything estimates are made of; tallies merge with `+=`.
struct Tally: Sendable {
  var ledger: Ledger
  var events: EventCounts
  /// Acquired customers with what they were worth.
  var acquired: [AcquiredCustomer] = []
  /// Cash flows of acquired customers in the order they happened, for the payback.
  var flows: [Flow] = []
  /// By crowd, in their order: sums of floating-point numbers depend on their grouping.
  var residuals: [CrowdResidual] = []
  var retention: RetentionCounts
  var cohorts: Cohorts
  /// People to be told something, with the day.
  var outbox: [Telling] = []
  /// All feedbacks given, for the product.
  var feedbacksGiven: Int64 = 0
  /// People each source reached for the first time since this was last looked at.
  var newlyReached: [Int]

  init(days: Int, segments: Int, sources: Int, months: Int) {
    // One more segment than people have: what concerns the whole market.
    ledger = Ledger(days: days, segments: segments + 1, sources: sources)
    events = EventCounts(days: days, segments: segments + 1, sources: sources)
    newlyReached = Array(repeating: 0, count: sources)
    retention = RetentionCounts()
    cohorts = Cohorts(months: months, days: days)
  }

  static func += (sum: inout Self, other: Self) {
    sum.ledger += other.ledger
    sum.events += other.events
    let known = UInt32(truncatingIfNeeded: sum.acquired.count)
    sum.acquired += other.acquired
    sum.flows += other.flows.map {
      Flow(customer: $0.customer + known, age: $0.age, amount: $0.amount)
    }
    sum.residuals += other.residuals
    sum.retention += other.retention
    sum.cohorts += other.cohorts
  }
}

/// What a crowd's alive customers are expected to contribute after a day, discounted to it, minor units.
struct CrowdResidual: Sendable, Equatable {
  let segment: Int
  /// From day 0 on.
  let initial: Double
  /// From the end of the horizon on.
  let final: Double
}

/// An acquired customer at the end of the horizon, in minor units discounted to the acquisition.
struct AcquiredCustomer: Sendable {
  let realised: Double
  let residual: Double
  let segment: UInt8
  let source: UInt8
  let month: UInt16

  var value: Double { realised + residual }
}

/// Contribution of one order of an acquired customer, undiscounted.
struct Flow: Sendable {
  /// Index among the acquired of the tally.
  let customer: UInt32
  /// Days since the acquisition.
  let age: UInt16
  let amount: Float
}

/// A person who will hear of somebody's experience.
struct Telling: Sendable {
  /// Index among all people simulated.
  let person: Int
  let day: Int
  let isPositive: Bool
}
