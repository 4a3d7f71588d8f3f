import Documents
import RealModule

extension OfferKind {
  static let audiences = OfferKind(
    "Audiences of our own, whom messages cost next to nothing; a plan uses those that it or the baseline names.",
    .audience, oracles: [.audience])
}

extension Section<OfferDraft<AudienceDraft>> {
  static var audience: Self {
    offer(
      "audience",
      "An audience of our own, such as a private group: described under `audiences` or in a plan, changed key by key.",
      keys: OfferDraft<AudienceDraft>.keysOfJoining + [
        Key(
          required: "every", \.terms.every, .wholeDays(1...3_650, example: "7 days"),
          "How often a message goes out, the first on the first day of the window.",
          example: "7 days"
        ).typical(.chosen),
        Key(
          "cost", \.terms.cost, .price(example: "0.05"), "What a message to one member costs.",
          example: "0.05 CNY"
        ).typical(.inYourBooks),
        Key(
          "opened", \.terms.opened, .share(example: "20%"),
          "How many members open a message, as long as they are not tired of them.",
          example: "20%"
        ).typical(.inYourLog),
        Key(
          "tiring", \.terms.tiring, .number(.zeroOrMore, example: "0.2"),
          "How much less a tired member opens: the chance falls by e to this times the fatigue.",
          example: "0.2"
        ).typical(.byTesting),
        Key(
          "recovery", \.terms.recovery, .time(.zeroOrMore, example: "14 days"),
          "In which time fatigue halves; each message adds 1. With 0 everybody is rested before a message.",
          example: "14 days"
        ).typical(.byTesting),
        Key(
          "leaves", \.terms.leaving, .share(example: "0.5%"),
          "How likely a member leaves after a message, times the fatigue after it.",
          example: "0.5%"
        ).typical(.inYourLog),
        Key(
          "purchases", \.terms.factor, .times(.zeroOrMore, example: "1.3"),
          "What an opened message multiplies purchases by for some days.", example: "1.3"
        ).typical(.byTesting),
        Key(
          "days", \.terms.days, .wholeDays(0...3_650, example: "3 days"), "For how many days.",
          example: "3 days"
        ).typical(.byTesting),
      ],
      without: OfferDraft<AudienceDraft>.keysOfTakers,
      words: [
        "window": "When people can join, and messages go out.",
        "for": "The segments that can join.",
        "fixed cost": "What setting it up costs once, on the first day of its window.",
      ])
  }
}

/// The terms of an audience as written.
struct AudienceDraft: JoiningDraft {
  var joinsAtTrial = 0.0
  var joinsAtOrder: Double?
  var every: Int?
  var cost = 0.0
  var opened = 1.0
  var tiring = 0.0
  var recovery = 0.0
  var leaving = 0.0
  var factor = 1.0
  var days = 0
  var membersAtStart = 0.0

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> Audience? {
    guard let joinsAtOrder, let every else { return nil }
    let isFaulty = ["purchases", "days"].contains { reading.hasProblem(with: element($0)) }
    for (key, isIdle, reason) in [
      ("tiring", tiring > 0 && recovery == 0, "Nobody tires without a `recovery`."),
      ("purchases", factor != 1 && days == 0, "It lasts for no days: give `days`."),
      ("days", factor == 1 && days > 0, "Nothing lasts for them: give `purchases`."),
    ] where isIdle && !isFaulty {
      reading.refuse(element(key), reason: reason, severity: .warning)
    }
    checkJoining(element, &reading)
    return Audience(
      joinsAtTrial: joinsAtTrial, joinsAtOrder: joinsAtOrder, every: every, cost: cost,
      opened: opened, tiring: tiring, recovery: recovery, leaving: leaving, factor: factor,
      days: days, membersAtStart: membersAtStart)
  }
}

extension Audience: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    let isEndless = cost == 0 && leaving == 0 && tiring == 0 && factor > 1
    guard isEndless, proportions.isFree(offer, under: plan) else { return [] }
    return [
      Doubt(
        "cost",
        "Messages cost nothing, nobody tires of them and nobody leaves: the more of them the better.",
        rule:
          "Give what a message costs (`cost`), `tiring` with a `recovery`, or how many leave (`leaves`)."
      )
    ]
  }
}

extension Oracle {
  /// Members before a message in the long run: joins J a day, gap g, leaving u, J·g/u where few have joined.
  ///
  /// Everybody orders once in T days and joins with it unless they are in: (1 − e)/(1 − (1 − u)e) of them,
  /// e = e^(−g/T). Fatigue after a message at gap 7 and half-life 14 is 1/(1 − 2^(−1/2)).
  static let audience = Oracle(number: 26, name: "owned audience") { run in
    let (people, gap, leaving, mean) = (run.customers(20_000), 7, 0.2, 2_000.0)
    let segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(
        shape: 1e8, rate: 1e8 * mean, lapseA: 1, lapseB: 1e12, firstLapse: 0),
      baskets: Published.baskets)
    let days = 50 * gap
    let offer = Offer(
      name: "group", terms: Audience(joinsAtOrder: 1, every: gap, leaving: leaving),
      orders: .every, segments: [0], window: 0..<days, participation: .automatic,
      effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: days, segment: segment, offers: [offer]), replications: 20)
    let kept = Double.exp(-Double(gap) / mean)
    let tired = Audience(joinsAtOrder: 1, every: gap, recovery: 14)
    return [
      run.mean(
        "share who are members before a message",
        outcomes.map {
          Double($0.offerTotal(.joined, slot: 0) - $0.offerTotal(.left, slot: 0)) / Double(people)
        }, expected: (1 - kept) / (1 - (1 - leaving) * kept)),
      run.judged(
        "fatigue in the long run",
        simulated: (0..<400).reduce(0) { fatigue, _ in tired.fatigue.fatigue(fatigue, after: gap) },
        expected: 3.414214, error: 1e-6),
    ]
  }
}
