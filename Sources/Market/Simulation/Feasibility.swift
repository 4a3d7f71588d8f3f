import Documents

/// What playing a scenario takes at the least, to say so before it is begun.
///
/// Figures are rough and low: what is refused by them could not be played.
public struct Feasibility: Sendable {
  /// Bytes held at the same time.
  public let memory: Double
  /// Seconds on so many threads.
  public let seconds: Double
  /// Accounts of bonus hunters, where they are most of whom is played.
  private let accounts: Int?

  /// - Parameters:
  ///   - scenario: The scenario as it is to be played.
  ///   - replications: How many of them are played at the least.
  ///   - threads: Threads that play at the same time.
  public init(_ scenario: Scenario, replications: Int, threads: Int) {
    let market = scenario.market
    let people = Double(market.segments.reduce(0) { $0 + $1.people })
    let hunted = market.segments.filter { $0.hunters != nil }.reduce(0) { $0 + $1.people }
    accounts = Double(hunted) > people / 2 ? hunted : nil
    // A plan's only offer is most often compared with the baseline, which is played anyway.
    let twins = scenario.plans.reduce(0) { $0 + ($1.offers.count > 1 ? $1.offers.count : 0) }
    let plans = Double(scenario.plans.count + twins)
    let isCoupled = scenario.plans.contains { !Coupling.all(scenario, $0).isEmpty }
    let channels = scenario.plans.first?.channels.count ?? 0
    let cells = Double(
      scenario.daysPlayed * (market.segments.count + 1) * scenario.sources.count)
    let atOnce = isCoupled ? people : min(people, Double(2 * Crowd.size * threads))
    let person = Double(Self.bytesPerPerson + channels * Self.bytesPerContactClock)
    // What acquired customers brought is kept of all people, however they are played.
    let kept = people * Double(scenario.plans.count) * Self.bytesKeptPerPerson
    let ledger = cells * Double((Ledger.items + EventCounts.items) * MemoryLayout<Int64>.size)
    memory = atOnce * person * plans + kept + ledger * plans * Double(threads)
    let perReplication =
      people * plans * Self.secondsPerPerson + cells * plans * Self.secondsPerCell
    seconds = perReplication * Double(replications) / Double(threads)
  }

  private static let (bytesPerPerson, bytesPerContactClock) = (80, 8)
  private static let bytesKeptPerPerson = 24.0
  private static let (secondsPerPerson, secondsPerCell) = (3e-7, 2e-8)
  /// Beyond this nobody waits.
  private static let mostSeconds = 2.0 * 86_400

  /// Why it cannot be played on a machine with so many bytes of memory, and what to do; `nil` where it
  /// can.
  public func problem(memory available: Double) -> String? {
    let advice =
      "Let each simulated customer stand for several people (`stands for`, or the option"
      + " `--customers`)"
    if memory > available {
      return
        "Playing this market takes about \(Self.rounded(memory / 1e9)) GB of memory, and this machine"
        + " has \(Self.rounded(available / 1e9)) GB.\(whose) \(advice)."
    }
    if seconds > Self.mostSeconds {
      return
        "Playing this market takes about \(Self.rounded(seconds / 86_400)) days on this machine."
        + "\(whose) \(advice), or give fewer plans, offers, channels or replications."
    }
    return nil
  }

  /// Who most of it is for, where that is easily overlooked.
  private var whose: String {
    accounts.map { " Most of it is for \(grouped($0)) accounts of bonus hunters." } ?? ""
  }

  private static func rounded(_ number: Double) -> String {
    number < 1e15 ? "\(Int(number.rounded(.up)))" : "\(number)"
  }
}
