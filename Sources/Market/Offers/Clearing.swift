/// Judges the claims on one offer of all people of the market: a budget, groups that fill.
///
/// One claim's verdict depends on the others', so a market with a clearing is played day by day.
protocol Clearing: Sendable {
  /// Gives the verdicts of a day, on its claims in the order of their times and on those that were waiting; a claim
  /// without one waits on.
  mutating func judge(_ claims: [MarketClaim], on day: Int, _ verdicts: inout Verdicts)

  /// Whether the offer ends for everybody.
  var isOver: Bool { get }
}

/// What becomes of a claim.
enum Verdict: Sendable, Equatable {
  /// Minor units.
  case paid(Int64)
  case refused
  /// A check has refused it, of somebody honest.
  case turnedDown
  /// The order it waits with is fulfilled at a time of today.
  case fulfilled(at: Double)
  /// The order has waited in vain, until a time of today.
  case refunded(at: Double)
}

/// The verdicts of a day on one offer, in the order in which they take effect.
///
/// A claim of the day is told by its place: most are judged at once, and a claim is large.
struct Verdicts: Sendable {
  /// On a claim of the day by its place, or on an earlier one by the complement of its place among them.
  private(set) var given: [(place: Int, verdict: Verdict)] = []
  private(set) var earlier: [MarketClaim] = []

  mutating func give(_ verdict: Verdict, at place: Int) { given.append((place, verdict)) }

  /// A claim that came before, and was kept.
  mutating func give(_ verdict: Verdict, to claim: MarketClaim) {
    given.append((~earlier.count, verdict))
    earlier.append(claim)
  }

  /// A day begins; the room is kept.
  mutating func clear() {
    given.removeAll(keepingCapacity: true)
    earlier.removeAll(keepingCapacity: true)
  }
}
