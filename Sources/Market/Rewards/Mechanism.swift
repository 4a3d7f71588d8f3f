/// Something a plan does that moves customers: called once a day with a crowd's batch, never per customer.
///
/// A mechanism touches only its own slot of the crowd's offer columns and its own calendar; a plan that
/// does not use it has none of it. To add one, write its file and name it in `Mechanisms.swift`.
protocol Mechanism: Sendable {
  /// The mechanisms of this kind that a plan has for a crowd; slots are numbered from `slot` on.
  static func all(in plan: Plan, for crowd: Crowd) -> [any Mechanism]

  /// What the plan multiplies a whole segment's purchase intensity by on a day.
  static func outright(in plan: Plan, for segment: Segment, index: Int, day: Int) -> Double

  /// The offer among the plan's, which is also its slot in the crowd's columns.
  var slot: Int { get }

  /// At the opening of a day: who notices, whose offer ends.
  mutating func open(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally)

  /// At the closing, with the day's orders and newcomers: claims on the offer's budget.
  mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim]

  /// Pays of a claim of this day what can be paid; claims come in the order of their times.
  mutating func grant(
    _ claim: Claim, _ amount: Int64, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally)

  /// The budget is used up: from tomorrow on the offer is over.
  mutating func exhaust(_ today: Today, _ crowd: inout Crowd)

  /// The horizon ends before this day: nobody newly notices the offer, and what was taken is honoured.
  mutating func endOffering(_ day: Int, _ crowd: inout Crowd)

  /// Redemptions within the horizon by customer, once it has ended; empty where there were none.
  var redemptions: [UInt16] { get }
}

/// An order's claim to a reward.
struct Claim: Sendable {
  let order: Order
  /// Minor units.
  let amount: Int64
}
