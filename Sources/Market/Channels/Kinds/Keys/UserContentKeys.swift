import Documents
import RealModule

extension ChannelKind {
  static let userContent = ChannelKind(
    "pieces that engaged customers make", .userContent, oracles: [.userContent])
}

extension Section<UserContentDraft> {
  static var userContent: Self {
    Section(
      "userContent",
      "Pieces that customers make of their own accord, the more the more engaged they are; of channels of the kind"
        + " `user content`. How engaged they are stands under `engagement` of a segment.",
      blank: UserContentDraft(), isLayered: true,
      keys: [
        Key(
          optional: "pieces", \.pieces, .rate(example: "1 per month"),
          "How many a customer makes who is as active as can be; others make as many less as they are less engaged.",
          standard: "none", example: "1 per month"
        ).typical(
          .unpublished("count how many of your customers' pieces there are, and who made them")),
        Key(
          required: "seen by", \.seenBy, .number(.zeroOrMore, example: "15"),
          "How many people of the audience see a piece, on average; how many of them know us then is the `reach`.",
          example: "15"
        ).typical(.unpublished("see how often pieces of your customers were seen")),
        Key(
          "cost", \.cost, .price(example: "2"), "What a piece costs us, such as a reward for it.",
          example: "2 CNY"
        ).typical(.inYourBooks),
      ])
  }
}

/// What customers make, as written.
struct UserContentDraft: ChannelTermsDraft {
  var written: [String: Element] = [:]
  var pieces: Double?
  var seenBy: Double?
  var cost = 0.0

  static let kind = "user content"

  func isUsed(_ channel: ChannelDraft) -> Bool { (pieces ?? 0) > 0 }

  mutating func stop() { pieces = nil }

  /// Those who make them are the sample's own, and so are those who see them.
  func resolved(
    _ channel: ChannelDraft, _ element: Element, _ reading: inout Reading
  ) -> UserContent? {
    guard let seenBy else { return nil }
    return UserContent(pieces: pieces ?? 0, seenBy: seenBy, cost: cost)
  }
}

extension OracleRun {
  /// Customers who stay and never buy, as engaged every day as so many visits keep them.
  fileprivate func makers(_ count: Int, half: Double) -> Segment {
    var segment = regulars(.customers, people: count, rate: 1e-9)
    segment.name = "makers"
    // So many visits a day that their number hardly varies.
    segment.engagement = Engagement(visits: 4_000, halfLife: 1, floor: 1, half: half)
    return segment
  }
}

extension Oracle {
  /// User-made content: M customers with activity a make p·a·M pieces a day, each seen by R of N people: after D days a share
  /// e^(−θ·p·a·M·R·D/N) has taken in none.
  ///
  /// A stock of vh/ln 2 that visits keep up is half of the most where it is the half saturation.
  static let userContent = Oracle(number: 72, name: "user-made content") { run in
    let (count, days) = (run.customers(100_000), 30)
    let stock = 4_000 / Double.log(2)
    return [(1e-6, 1.0), (stock, 0.5)].map { half, activity in
      let makers = run.makers(1_000, half: half)
      let channel = Channel(
        name: "notes", terms: UserContent(pieces: 0.5, seenBy: 40), reach: 0.2, audience: [1],
        days: 0..<days)
      var scenario = run.scenario(horizon: days, segment: makers, channels: [channel])
      scenario.market.segments.append(run.unaware(count))
      let outcomes = run.play(scenario, replications: 1)
      let contacts = 0.5 * activity * Double(makers.size) * 40 * Double(days)
      return run.unaware(days, of: count, outcomes, expected: 0.2 * contacts / Double(count))
    }
  }
}
