/// What one plan came to on some of the market: everything estimates are made of; tallies merge with `+=`.
///
/// Within the horizon by day; what comes in the run-off after it is kept apart, so that no figure of the
/// horizon can take it in by mistake.
struct Tally: Sendable {
  private(set) var ledger: Ledger
  private(set) var events: EventCounts
  /// The same of the run-off, its first day being day 0.
  private(set) var after: Ledger
  private(set) var eventsAfter: EventCounts
  /// Within the horizon.
  private(set) var offers: OfferCounts
  /// Within the horizon.
  private(set) var committees: CommitteeCounts
  /// Acquired customers with what they were worth.
  var acquired: [AcquiredCustomer] = []
  /// Cash flows of acquired customers in the order they happened, for the payback.
  var flows: [Flow] = []
  /// By crowd, in their order: sums of floating-point numbers depend on their grouping.
  var tails: [CrowdTail] = []
  var retention: RetentionCounts
  var cohorts: Cohorts
  /// Letters written today.
  var outbox: [Letter] = []
  /// All feedbacks given, for the product.
  var feedbacksGiven: Int64 = 0
  /// All cases published so far, for committees to see.
  private(set) var cases: Int64 = 0
  /// People each source reached for the first time since this was last looked at.
  var newlyReached: [Int]
  /// Whether somebody ordered more often than is counted: from there on nobody orders any more.
  var isOverrun = false

  /// `roles` counts those of each segment's committee.
  init(
    days: Int, runOff: Int, segments: Int, sources: Int, months: Int, offers: Int, roles: [Int]
  ) {
    committees = CommitteeCounts(roles: roles)
    // One more segment than people have: what concerns the whole market.
    ledger = Ledger(days: days, segments: segments + 1, sources: sources)
    events = EventCounts(days: days, segments: segments + 1, sources: sources)
    after = Ledger(days: runOff, segments: segments + 1, sources: sources)
    eventsAfter = EventCounts(days: runOff, segments: segments + 1, sources: sources)
    self.offers = OfferCounts(slots: offers, segments: segments)
    newlyReached = Array(repeating: 0, count: sources)
    retention = RetentionCounts()
    cohorts = Cohorts(months: months, days: days)
  }

  /// Enters money on a day of all that is played.
  mutating func enter(_ amount: Int64, to account: Account, day: Int, segment: Int, source: Int) {
    if day < ledger.days {
      ledger.add(amount, to: account, day: day, segment: segment, source: source)
    } else {
      after.add(
        amount, to: account, day: day - ledger.days, segment: segment, source: source)
    }
  }

  /// Counts something on a day of all that is played.
  mutating func count(
    _ count: Int64, _ event: JourneyEvent, day: Int, segment: Int, source: Int
  ) {
    if day < events.days {
      events.add(count, to: event, day: day, segment: segment, source: source)
    } else {
      eventsAfter.add(
        count, to: event, day: day - events.days, segment: segment, source: source)
    }
  }

  /// Counts something in an offer's life; what happens after the horizon is no more than money.
  mutating func count(_ count: Int64, _ what: OfferCount, of slot: Int, day: Int, segment: Int) {
    guard day < events.days else { return }
    offers.add(count, to: what, slot: slot, segment: segment)
  }

  /// Counts something in a committee's course.
  mutating func count(_ what: CommitteeCount, of role: Int, day: Int, segment: Int) {
    guard day < events.days else { return }
    committees.add(what, of: role, segment: segment)
  }

  /// Counts a client whose case is told of.
  mutating func publishCase(day: Int, segment: Int) {
    cases += 1
    if day < events.days { committees.addCase(segment: segment) }
  }

  static func += (sum: inout Self, other: Self) {
    sum.ledger += other.ledger
    sum.events += other.events
    sum.after += other.after
    sum.eventsAfter += other.eventsAfter
    sum.offers += other.offers
    sum.committees += other.committees
    let known = UInt32(truncatingIfNeeded: sum.acquired.count)
    sum.acquired += other.acquired
    sum.flows += other.flows.map {
      Flow(customer: $0.customer + known, age: $0.age, amount: $0.amount)
    }
    sum.tails += other.tails
    sum.retention += other.retention
    sum.cohorts += other.cohorts
    sum.isOverrun = sum.isOverrun || other.isOverrun
  }

  /// Why the figures are none; `nil` where they are sound.
  var limit: SimulationLimit? {
    sureLimit ?? (magnitude > SimulationLimit.mostMoney ? .money : nil)
  }

  /// The same as far as it shows without adding up all there is.
  var sureLimit: SimulationLimit? {
    if isOverrun { return .orders }
    return ledger.hasOverflowed || after.hasOverflowed ? .money : nil
  }

  /// Minor units that moved, in whichever direction.
  var magnitude: Double { ledger.magnitude + after.magnitude }
}

/// What a crowd's customers are expected to contribute after all that is played, discounted to the end of the
/// horizon, minor units.
struct CrowdTail: Sendable, Equatable {
  let segment: Int
  let value: Double
}

/// An acquired customer at the end of the horizon, in minor units discounted to the acquisition.
struct AcquiredCustomer: Sendable {
  let realised: Double
  /// In the run-off, and expected beyond it.
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
