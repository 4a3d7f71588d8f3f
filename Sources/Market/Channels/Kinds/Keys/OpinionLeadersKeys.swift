import Documents
import RealModule

extension ChannelKind {
  static let opinionLeaders = ChannelKind(
    "posts whose reach is luck", .opinionLeaders, oracles: [.opinionLeaders])
}

extension Section<OpinionLeadersDraft> {
  static var opinionLeaders: Self {
    Section(
      "opinionLeaders",
      "Posts of opinion leaders, each for a fee and with a reach that is luck; of channels of the kind `opinion"
        + " leaders`. What their word makes easier stands under `easier`.",
      blank: OpinionLeadersDraft(), isLayered: true,
      keys: [
        Key(
          optional: "every", \.every, .wholeDays(1...3_650, example: "14 days"),
          "How often there is a post, the first on the first of the channel's days.",
          standard: "never", example: "14 days"
        ).typical(.chosen),
        Key(
          required: "fee", \.fee, .money(example: "800"), "What a post costs.", example: "800 CNY"
        ).typical(.inYourBooks),
        Key(
          required: "least", \.least, .number(.aboveZero, example: "1000"),
          "Contacts of the weakest post.", example: "1000"
        ).typical(.unpublished("ask the leaders for the figures of their earlier posts")),
        Key(
          required: "shape", \.shape, .number(.aboveZero, example: "1.5"),
          "How even posts are: a share of x^-shape of them reaches x times the contacts of the weakest, on average"
            + " shape/(shape - 1) times.", example: "1.5"
        ).typical(.unpublished("fit it to the figures of earlier posts")),
      ])
  }
}

/// Opinion leaders as written.
struct OpinionLeadersDraft: ChannelTermsDraft {
  var written: [String: Element] = [:]
  var every: Int?
  var fee: Int64?
  var least: Double?
  var shape: Double?

  static let kind = "opinion leaders"

  func isUsed(_ channel: ChannelDraft) -> Bool { every != nil }

  mutating func stop() { every = nil }

  func resolved(
    _ channel: ChannelDraft, _ element: Element, _ reading: inout Reading
  ) -> OpinionLeaders? {
    guard let fee, let least, let shape else { return nil }
    if shape <= 1 {
      reading.refuse(
        self.element("shape", of: element),
        reason:
          "With a shape of at most 1 the reach of a post has no mean: no number of them would show it.",
        rule: "Write a number above 1 such as `1.5`.")
      return nil
    }
    let sample = Double(reading.context.standsFor)
    return OpinionLeaders(
      every: every, fee: Double(fee) / sample, shape: shape, least: least / sample)
  }
}

extension Oracle {
  /// Opinion leaders: the mean of a Pareto(2.5, 400) post is 666.67, and a tenth of posts exceeds 400·10^(1/2.5).
  static let opinionLeaders = Oracle(number: 41, name: "opinion leaders") { run in
    let count = run.customers(20_000)
    let terms = OpinionLeaders(every: 1, fee: 0, shape: 2.5, least: 400)
    let channel = Channel(
      name: "leaders", terms: terms, reach: 0.1, audience: [0], days: 0..<50)
    // What posts reach is the market's, whatever happens to its people: hundreds of markets of nobody in particular.
    let markets = run.play(
      run.scenario(horizon: 50, segment: run.unaware(100), channels: [channel]), replications: 200)
    let posts = markets.flatMap { $0.path.contacts[0] }
    let large = posts.filter { $0 > 400 * Double.pow(10, 0.4) }.count
    let outcomes = run.play(
      run.scenario(horizon: 50, segment: run.unaware(count), channels: [channel]), replications: 1)
    let reached = outcomes.flatMap { $0.path.contacts[0] }.reduce(0, +) / Double(count)
    return [
      run.mean("contacts of a post", posts, expected: 2.5 * 400 / 1.5),
      run.share("posts above the largest tenth", Int64(large), of: posts.count, expected: 0.1),
      run.unaware(50, of: count, outcomes, expected: 0.1 * reached),
    ]
  }
}
