/// How long playing a scenario takes at the least, to say so before it is begun.
///
/// Figures are rough and low: what is refused by them nobody would wait for.
public struct TimeNeed: Sendable {
  /// On so many threads.
  public let seconds: Double
  private let scenario: Scenario

  /// - Parameters:
  ///   - scenario: The scenario as it is to be played.
  ///   - replications: How many of them are played at the least.
  ///   - threads: Threads that play at the same time.
  public init(_ scenario: Scenario, replications: Int, threads: Int) {
    self.scenario = scenario
    let segments = scenario.market.segments
    let people = Double(segments.reduce(0) { $0 + $1.people })
    // A plan's only offer is most often compared with the baseline, which is played anyway.
    let twins = scenario.plans.reduce(0) { $0 + ($1.offers.count > 1 ? $1.offers.count : 0) }
    let plans = Double(scenario.plans.count + twins)
    let cells = Double(scenario.daysPlayed * (segments.count + 1) * scenario.sources.count)
    let perReplication =
      people * plans * Self.secondsPerPerson + cells * plans * Self.secondsPerCell
    seconds = perReplication * Double(replications) / Double(threads)
  }

  private static let (secondsPerPerson, secondsPerCell) = (3e-7, 2e-8)
  /// Beyond this nobody waits.
  private static let mostSeconds = 2.0 * 86_400

  /// Why it takes too long, and what to do; `nil` where it does not.
  public var problem: String? {
    guard seconds > Self.mostSeconds else { return nil }
    let days = (seconds / 86_400).rounded(.up)
    return
      "Playing this market takes about \(days < 1e15 ? "\(Int(days))" : "\(days)") days on this machine."
      + "\(scenario.mostAreHunters) \(Scenario.adviceToStandFor), or give fewer plans, offers, channels or"
      + " replications."
  }
}
