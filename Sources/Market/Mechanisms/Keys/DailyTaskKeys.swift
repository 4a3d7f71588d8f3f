import Documents

extension OfferKind {
  static let tasks = OfferKind(
    "Things to do on several days for a reward; a plan uses those that it or the baseline names.",
    .task, oracles: [.task])
}

extension Section<OfferDraft<DailyTaskDraft>> {
  static var task: Self {
    offer(
      "task",
      "Something to do on several days for a reward: described under `tasks` or in a plan, changed key by key.",
      keys: [
        Key(
          required: "reward", \.terms.reward, .money(example: "20"),
          "What is paid at the end, or for each step.", example: "20 CNY"
        ).typical(.chosen),
        Key(
          optional: "worth", \.terms.worth, .price(example: "30"),
          "What the reward is worth to a customer.", standard: "what is paid", example: "30 CNY"
        ).typical(.byTesting),
        Key(
          "paid", \.terms.paid, .word,
          "Whether it is paid once at the `end`, or for each of the `steps`."
        ).typical(.chosen),
        Key(
          required: "steps", \.terms.steps, .whole(1...1_000, example: "7"),
          "How many steps there are, one a day.", example: "7"
        ).typical(.chosen),
        Key(
          required: "goes on", \.terms.goesOn,
          .share(Bounds(low: 0, high: 1, isClosed: (false, true)), example: "90%"),
          "How likely somebody takes the next step on a day, the first on that of taking part.",
          example: "90%"
        ).typical(.unpublished("count who comes back from one day to the next")),
        Key(
          optional: "tires in", \.terms.tiring, .number(.aboveZero, example: "7"),
          "After how many steps that chance has fallen by 63%.", standard: "nobody tires",
          example: "7"
        ).typical(.unpublished("count who comes back from one day to the next")),
        Key(
          "missed day", \.terms.missed, .word,
          "Whether a missed day ends it (`lost`), or the step can be taken on the next (`kept`)."
        ).typical(.chosen),
        Key(
          optional: "within", \.terms.within, .wholeDays(1...3_650, example: "10 days"),
          "How long people have for all steps from taking part on.",
          standard: "to the end of the window", example: "10 days"
        ).typical(.chosen),
        Key(
          optional: "expected", \.terms.expected, .share(example: "50%"),
          "How likely people expect to finish when they weigh the reward.",
          standard: "how likely it is", example: "50%"
        ).typical(.byAsking),
        Key(
          "disappointment", \.terms.disappointment, .number(.zeroOrMore, example: "0.3"),
          "What giving up after a first step takes off satisfaction.", example: "0.3"
        ).typical(.unpublished("compare the orders of those who gave up with others'")),
        Key(
          "openness", \.terms.openness, .number(.zeroOrMore, example: "0.5"),
          "Friends told by who has taken every step, such as by sharing it, over the people somebody tells of an"
            + " experience (`tells` under `feedback`).",
          example: "0.5"
        ).typical(.unpublished("count what is shared a finished task")),
      ],
      without: [
        "orders", "lift", "daily multipliers", "pull-forward", "uses", "validity", "worth",
        "announced by",
      ],
      refusals: OfferDraft<DailyTaskDraft>.paidAtOnce,
      words: [
        "window": "When people can take part, and steps be taken.",
        "budget": "What all rewards together may cost; never exceeded.",
      ])
  }
}

/// The terms of a task as written.
struct DailyTaskDraft: TermsDraft {
  var reward: Int64?
  var worth: Double?
  var paid = DailyTask.Payment.end
  var steps: Int?
  var goesOn: Double?
  var tiring: Double?
  var missed = DailyTask.MissedDay.lost
  var within: Int?
  var expected: Double?
  var disappointment = 0.0
  var openness = 0.0

  static var standardOrders: Offer.Orders? { .every }

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> DailyTask? {
    guard let reward, let steps, let goesOn else { return nil }
    if let within, within < steps {
      reading.refuse(
        element("within"), reason: "Nobody can take \(steps) steps in it, one a day.",
        rule: "Write at least \(steps) days.")
    }
    return DailyTask(
      reward: reward, rewardIsWorth: worth, paid: paid, steps: steps, goesOn: goesOn,
      tiring: tiring ?? .infinity, missed: missed, within: within, expected: expected,
      disappointment: disappointment, openness: openness)
  }
}

extension DailyTask: WeighedTerms, DisappointingTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    var doubts =
      (rewardIsWorth ?? 0) > 0 ? [] : proportions.doubts(aboutNothingOf: offer, reward, "reward")
    doubts += proportions.doubts(
      aboutBudgetOf: offer, least: reward, "one reward: not one can be paid")
    if openness > 0, proportions.nobodyTells(offer, under: plan) {
      doubts.append(proportions.doubt(aboutOpenness: "told of it"))
    }
    if offer.window.count < steps {
      doubts.append(
        Doubt(
          "steps",
          "The window has \(counted(offer.window.count, "day")): nobody can take so many steps.",
          rule: "One step is taken a day."))
    } else if paid == .end, finishing < 0.005 {
      doubts.append(
        Doubt("steps", "Fewer than 1 of 200 who begin finish: nearly nobody is ever paid."))
    }
    return doubts
  }
}

extension Oracle {
  /// Of those who begin so many finish: cⁿ·e^(−n(n − 1)/(2T)).
  ///
  /// c 0.9, T 7, n 3: 0.474899; c 0.95, T 30, n 18: 0.002422, a campaign that nobody finishes.
  static let task = Oracle(number: 45, name: "tasks") { run in
    let segment = Segment(
      name: "customers", size: run.customers(50_000), begins: .customers,
      purchases: PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1),
      baskets: Published.baskets)
    return [
      (DailyTask(reward: 500, steps: 3, goesOn: 0.9, tiring: 7), 0.474899),
      (DailyTask(reward: 500, steps: 18, goesOn: 0.95, tiring: 30), 0.002422),
    ].flatMap { terms, expected in
      let offer = Offer(
        name: "check in", terms: terms, orders: .every, segments: [0], window: 0..<20,
        participation: .automatic, effect: .lift(0))
      let outcomes = run.play(
        run.scenario(horizon: 20, segment: segment, offers: [offer]), replications: 1)
      func sum(_ count: OfferCount) -> Int64 {
        outcomes.reduce(0) { $0 + $1.offerTotal(count, slot: 0) }
      }
      return [
        run.share(
          "finishing \(terms.steps) steps", sum(.finished), of: segment.size, expected: expected),
        run.exact(
          "paid for \(terms.steps) steps", outcomes.reduce(0) { $0 - $1.ledger.total(.reward) },
          expected: 500 * sum(.finished)),
      ]
    }
  }
}
