import Documents

/// What playing a scenario holds in memory, to say so before it is begun.
///
/// Held against what the system counted for the stories of the library with 200,000 people, it is between four fifths of
/// that and 1.6 times it; what is refused is also too large by as much. A market in which any plan couples customers is
/// played whole, and what remains of every plan is held until the last has been played; where no plan does, two crowds at
/// a time are.
public struct MemoryNeed: Sendable {
  /// Beyond what the command itself takes.
  public let bytes: Double
  private let scenario: Scenario

  /// - Parameters:
  ///   - scenario: The scenario as it is to be played.
  ///   - replications: How many of them are played at the least.
  ///   - threads: Threads that play at the same time.
  ///   - processors: Those of the machine.
  public init(_ scenario: Scenario, replications: Int, threads: Int, processors: Int) {
    let segments = scenario.market.segments
    let people = segments.reduce(0) { $0 + $1.people }
    self.scenario = scenario
    let twins = TwinDesign(scenario, comparing: true)
    let coupled = twins.plans.map { !Coupling.all(scenario, $0).isEmpty }
    // What a thread of the system has played it keeps room for, and the next replication may be played by another.
    let atOnce = max(1, min(replications, threads + 1, processors))
    let isWhole = coupled.contains(true)
    let played = isWhole ? people * atOnce : min(people, 2 * Crowd.size * atOnce)
    let probes = twins.isComparing ? twins.probes.count : 0
    let person = zip(twins.plans, coupled).reduce(Self.begun) { bytes, plan in
      bytes + Self.bytes(of: plan.0, segments, isLive: plan.1 || !isWhole)
        + probes * MemoryLayout<UInt16>.size
    }
    // What acquired customers brought is kept of all people, however they are played.
    let kept = people * twins.shown * Self.kept
    let rooms = scenario.daysPlayed * (segments.count + 1) * scenario.sources.count
    let ledger = rooms * (Ledger.items + EventCounts.items) * MemoryLayout<Int64>.size
    bytes =
      Double(played) * Double(person) + Double(kept)
      + Double(ledger * twins.plans.count * atOnce) * Self.shareOfRooms
  }

  /// Of a person under one plan, who lives on with the market or has been dismissed.
  private static func bytes(of plan: Plan, _ segments: [Segment], isLive: Bool) -> Int {
    let remembered = compared + plan.offers.count * offered
    guard isLive else { return remembered }
    let expects = segments.contains { $0.habit.isUsed } ? expecting : 0
    let engages = segments.contains { $0.engagement != nil || $0.habit.isWaiting } ? engaged : 0
    return remembered + MemoryLayout<Customer>.stride + due + plan.offers.count * moved
      + (plan.channels.count + 1) * contact + expects + engages
  }

  // Bytes of a person.
  /// How they begin, which all plans share.
  private static let begun = 70
  private static let compared = 8
  /// Where they stand with an offer, and what it makes of their purchases.
  private static let (offered, moved) = (25, 12)
  private static let (due, contact) = (14, 8)
  private static let (expecting, engaged) = (16, 32)
  /// A customer who was won is kept with every order, but few are won.
  private static let kept = 15
  /// Of all that can happen in a market little does in any one.
  private static let shareOfRooms = 0.2

  /// The least of the estimate that a market has been seen to take: what fits by that is played.
  private static let least = 1 / 1.6

  /// Why it does not fit into so many bytes, and what to do.
  ///
  /// - Parameters:
  ///   - available: Bytes that are left for it.
  ///   - limit: What leaves no more, such as `this machine has`.
  /// - Returns: Sentences for planners; `nil` where it fits.
  public func problem(available: Double, limit: String) -> String? {
    let least = bytes * Self.least
    guard least > available else { return nil }
    return
      "Playing this market takes at least \(Self.written(least, .up)) of memory, and \(limit)"
      + " \(Self.written(max(0, available), .down)).\(scenario.mostAreHunters) \(Scenario.adviceToStandFor)."
  }

  /// To a tenth of a gigabyte, so that two figures of which one is larger are not written alike.
  private static func written(_ bytes: Double, _ rule: FloatingPointRoundingRule) -> String {
    let tenths = (bytes / 1e8).rounded(rule)
    return "\(plain(tenths / 10)) GB"
  }
}
