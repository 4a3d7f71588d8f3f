import Documents
import RealModule

extension ChannelKind {
  static let content = ChannelKind("notes, films, recipes", .content, oracles: [.content])
}

extension Section<ContentDraft> {
  static var content: Self {
    Section(
      "content",
      "Pieces of content that go on being seen; of channels of the kind `content`. What users make is `user content`.",
      blank: ContentDraft(), isLayered: true,
      keys: [
        Key(
          optional: "every", \.every, .wholeDays(1...3_650, example: "7 days"),
          "How often a piece comes out, the first on the first of the channel's days.",
          standard: "none does", example: "7 days"
        ).typical(.chosen),
        Key(
          required: "cost", \.cost, .money(example: "300"), "What a piece costs to make.",
          example: "300 CNY"
        ).typical(.inYourBooks),
        Key(
          required: "first day", \.first, .ratio(example: "4%"),
          "Contacts of a piece on the day it comes out, for each head of the audience.",
          example: "4%"
        ).typical(.unpublished("see how often your earlier pieces were seen, by day")),
        Key(
          required: "half-life", \.halfLife, .time(.aboveZero, example: "2 days"),
          "In which time a piece's contacts a day halve.", example: "2 days"
        ).typical(.unpublished("see how often your earlier pieces were seen, by day")),
        Key(
          "tail", \.tail, .ratio(example: "0.05%"),
          "Contacts on every day of a piece's life besides, for each head of the audience, such as by search.",
          example: "0.05%"
        ).typical(.unpublished("see how often your earlier pieces were seen, by day")),
        Key(
          "wear", \.wear, .share(example: "10%"),
          "How much less a piece brings for each before it that people have not recovered from.",
          example: "10%"
        ).typical(.unpublished("compare your weeks with many pieces and with few")),
        Key(
          optional: "recovery", \.recovery, .time(.aboveZero, example: "14 days"),
          "In which time half of that is recovered from.", standard: "never",
          example: "14 days"
        ).typical(.unpublished("compare your weeks with many pieces and with few")),
      ])
  }
}

/// Content as written.
struct ContentDraft: ChannelTermsDraft {
  var written: [String: Element] = [:]
  var every: Int?
  var cost: Int64?
  var first: Double?
  var halfLife: Double?
  var tail = 0.0
  var wear = 0.0
  var recovery: Double?

  static let kind = "content"

  func isUsed(_ channel: ChannelDraft) -> Bool { every != nil }

  mutating func stop() { every = nil }

  func resolved(
    _ channel: ChannelDraft, _ element: Element, _ reading: inout Reading
  ) -> Content? {
    guard let cost, let first, let halfLife else { return nil }
    if recovery != nil, wear == 0 {
      reading.refuse(
        self.element("recovery", of: element), reason: "There is no `wear` to recover from.",
        severity: .warning)
    }
    return Content(
      every: every, cost: Double(cost) / Double(reading.context.standsFor), first: first,
      halfLife: halfLife, tail: tail, wear: wear, recovery: recovery)
  }
}

extension Oracle {
  /// Content: contacts of pieces add up to Σ r₀·2^(−k/h) + tail, and leave a share e^(−θC/N) unaware.
  static let content = Oracle(number: 40, name: "content") { run in
    let count = run.customers(200_000)
    let terms = Content(every: 10, cost: 0, first: 0.06, halfLife: 3, tail: 0.004)
    let channel = Channel(
      name: "notes", terms: terms, reach: 0.4, audience: [0], days: 5..<46)
    let outcomes = run.play(
      run.scenario(horizon: 60, segment: run.unaware(count), channels: [channel]), replications: 1)
    // A piece every 10 days from day 5 to 45: on day d each has lived d − its day.
    func perHead(by day: Int) -> Double {
      stride(from: 5, through: 45, by: 10).reduce(0) { sum, piece in
        (piece..<max(piece, day)).reduce(sum) {
          $0 + 0.06 * Double.exp2(-Double($1 - piece) / 3) + 0.004
        }
      }
    }
    return [6, 20, 60].map { run.unaware($0, of: count, outcomes, expected: 0.4 * perHead(by: $0)) }
  }
}
