import Documents
import RealModule

extension ChannelKind {
  static let meetings = ChannelKind(
    "fairs, talks, tastings", .meetings, takesReach: false, oracles: [.meetings])
}

extension Section<MeetingsDraft> {
  static var meetings: Self {
    Section(
      "meetings",
      "Events at which people meet us: each visitor knows us from then on, some of them try; of channels of the kind"
        + " `meetings`.",
      blank: MeetingsDraft(), choices: [Section.Choice(groups: [["every"], ["dates"]])],
      isLayered: true,
      keys: [
        Key(
          optional: "every", \.every, .wholeDays(1...3_650, example: "30 days"),
          "How often there is one, the first on the first of the channel's days.",
          standard: "never", example: "30 days"
        ).typical(.chosen),
        Key(
          optional: "dates", \.dates,
          .list(of: .window) { _ in
            "days such as `day 30` or `2026-03-14`, or a list of them"
          },
          "The days on which there is one; each day of a span is one.", standard: "none",
          example: "[2026-03-14, 2026-04-11]"
        ).typical(.chosen),
        Key(
          required: "cost", \.cost, .money(example: "2000"), "What an event costs.",
          example: "2000 CNY"
        ).typical(.inYourBooks),
        Key(
          required: "visitors", \.visitors, .number(.zeroOrMore, example: "120"),
          "People of the audience who come to one.", example: "120"
        ).typical(.inYourBooks),
        Key(
          "leads", \.leads, .share(example: "30%"),
          "How many of the visits are trials at once.", example: "30%"
        ).typical(.unpublished("count who tries at an event of yours")),
      ])
  }
}

/// Meetings as written.
struct MeetingsDraft: ChannelTermsDraft {
  var written: [String: Element] = [:]
  var every: Int?
  var dates: [Range<Int>]?
  var cost: Int64?
  var visitors: Double?
  var leads = 0.0

  static let kind = "meetings"

  func isUsed(_ channel: ChannelDraft) -> Bool { every != nil || dates != nil }

  mutating func stop() { (every, dates) = (nil, nil) }

  func resolved(
    _ channel: ChannelDraft, _ element: Element, _ reading: inout Reading
  ) -> Meetings? {
    guard let cost, let visitors else { return nil }
    if visitors == 0 {
      reading.refuse(
        self.element("visitors", of: element), reason: "An event to which nobody comes is none.",
        rule: "Write how many people come, or leave the channel out of the plan.")
    }
    let sample = Double(reading.context.standsFor)
    let days = channel.days?.days
    if let days, let late = dates?.first(where: { !days.contains($0.lowerBound) }) {
      reading.refuse(
        self.element("dates", of: element),
        reason: "Day \(late.lowerBound + 1) is none of the channel's `days`.")
    }
    return Meetings(
      every: every, dates: dates ?? [], cost: Double(cost) / sample, visitors: visitors / sample,
      leads: leads)
  }
}

extension Oracle {
  /// Meetings: V visits an event, of which a share e^(−V/N) of people makes none, and a share of leads is trials.
  static let meetings = Oracle(number: 44, name: "meetings") { run in
    let count = run.customers(100_000)
    let visitors = 0.2 * Double(count)
    let channel = Channel(
      name: "fair",
      terms: Meetings(dates: [3..<4, 20..<22], cost: 0, visitors: visitors, leads: 0.3),
      audience: [0], days: 0..<30)
    var people = run.unaware(count)
    people.decision = .never
    let outcomes = run.play(
      run.scenario(horizon: 30, segment: people, channels: [channel]), replications: 4)
    func poisson(_ name: String, _ event: JourneyEvent, expected: Double) -> OracleCheck {
      let counts = outcomes.map { Double($0.events.total(event, source: 0)) }
      let replications = Double(counts.count)
      return run.judged(
        name, simulated: counts.reduce(0, +) / replications, expected: expected,
        error: (expected / replications).squareRoot())
    }
    return [
      poisson("visits", .reached, expected: 3 * visitors),
      poisson("trials", .trial, expected: 0.9 * visitors),
      run.unaware(30, of: count, Array(outcomes.prefix(1)), expected: 0.6),
    ]
  }
}
