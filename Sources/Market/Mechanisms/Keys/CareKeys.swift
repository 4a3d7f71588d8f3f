import Documents

extension OfferKind {
  static let care = OfferKind(
    "One-to-one care of those who ask; a plan uses what it or the baseline names.", .care,
    oracles: [.care])
}

extension Section<OfferDraft<CareDraft>> {
  static var care: Self {
    offer(
      "care",
      "One-to-one care of those who ask, as far as there are people for it: described under `care` or in a plan; what"
        + " it costs by the day belongs to the plan's fixed costs.",
      keys: [
        Key(
          required: "asks", \.terms.customersAsk, .rate(example: "0.2 per month"),
          "How often a customer asks.", example: "0.2 per month"
        ).typical(.unpublished("count the questions of a month over your customers")),
        Key(
          "prospects ask", \.terms.prospectsAsk, .rate(example: "0.1 per month"),
          "How often somebody asks who knows us and has not bought yet.", example: "0.1 per month"
        ).typical(.unpublished("count the questions of those who have not bought")),
        Key(
          required: "talks", \.terms.talks, .whole(0...10_000_000, example: "40"),
          "How many can be talked to in a day.", example: "40"
        ).typical(.inYourBooks),
        Key("cost", \.terms.cost, .price(example: "5"), "What a talk costs.", example: "5 CNY")
          .typical(.inYourBooks),
        Key(
          "by rank", \.terms.hasRanks, .yesOrNo,
          "Whether opinion leaders come first, then repeat customers, then customers, then others; else who asks first."
        ),
        Key(
          "purchases", \.terms.factor, .times(.zeroOrMore, example: "1.5"),
          "What a talk multiplies purchases by for some days.", example: "1.5"
        ).typical(.byTesting),
        Key(
          "days", \.terms.days, .wholeDays(0...3_650, example: "30 days"), "For how many days.",
          example: "30 days"
        ).typical(.byTesting),
        Key(
          "adds", \.terms.adds, .number(.from(0, to: 1_000_000), example: "2"),
          "What a talk adds to the `engagement` of who is talked to; a visit adds 1.", example: "2"
        ).typical(.byTesting),
        Key(
          optional: "convinces", \.terms.convinces, .share(.properShare, example: "40%"),
          "The chance to buy of somebody who was talked to and tries within those days.",
          standard: "that of everybody who tries", example: "40%"
        ).typical(.byTesting),
        Key(
          "disappointment", \.terms.disappointment, .number(.zeroOrMore, example: "0.5"),
          "What asking in vain takes off satisfaction.", example: "0.5"
        ).typical(.unpublished("judge it by what those say who got no answer")),
      ],
      without: OfferDraft<CareDraft>.keysOfTakers.subtracting(["members of"]),
      words: [
        "window": "When people can ask.",
        "for": "The segments that can ask.",
        "fixed cost": "What setting it up costs once, on the first day of its window.",
      ])
  }
}

/// One-to-one care as written.
struct CareDraft: TermsDraft {
  var customersAsk: Double?
  var prospectsAsk = 0.0
  var talks: Int?
  var cost = 0.0
  var hasRanks = false
  var factor = 1.0
  var days = 0
  var adds = 0.0
  var convinces: Double?
  var disappointment = 0.0

  static var standardOrders: Offer.Orders? { .every }
  static var isAlwaysAutomatic: Bool { true }

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> Care? {
    guard let customersAsk, let talks else { return nil }
    if reading.context.standsFor > 1 {
      reading.refuse(
        element("talks"),
        reason: "People are talked to one by one: nobody can stand for several people.",
        rule: reading.context.oneByOne)
    }
    let isFaulty = ["purchases", "convinces", "days"].contains {
      reading.hasProblem(with: element($0))
    }
    for (key, isIdle, reason) in [
      ("purchases", factor != 1 && days == 0, "It lasts for no days: give `days`."),
      ("convinces", convinces != nil && days == 0, "It lasts for no days: give `days`."),
    ] where isIdle && !isFaulty {
      reading.refuse(element(key), reason: reason, severity: .warning)
    }
    return Care(
      customersAsk: customersAsk, prospectsAsk: prospectsAsk, talks: talks, cost: cost,
      hasRanks: hasRanks, factor: factor, days: days, adds: adds, convinces: convinces,
      disappointment: disappointment)
  }
}

extension Care: WeighedTerms, DisappointingTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    guard talks > 0 else {
      return [Doubt("talks", "Nobody is talked to: all who ask ask in vain.")]
    }
    var doubts: [Doubt] = []
    let segments = offer.segments.map { proportions.scenario.market.segments[$0] }
    if adds > 0, segments.allSatisfy({ $0.engagement == nil }) {
      doubts.append(
        Doubt(
          "adds", "Nobody's engagement moves what they buy: it adds to nothing.",
          rule: "Give `engagement` to the segments it is for."))
    }
    let helps = (factor > 1 && days > 0) || adds > 0 || convinces != nil
    if helps, cost == 0, proportions.isFree(offer, under: plan) {
      doubts.append(
        Doubt(
          "cost", "Talks cost nothing: the more of them the better.",
          rule:
            "Give what a talk costs (`cost`), or what those cost a day who talk under the plan's `fixed costs`."
        ))
    }
    return doubts
  }
}

extension Oracle {
  /// Talks on a day: E min(C, n), n questions of people who each ask on a day with chance 1 − e^(−λ): 96.01 of 100.
  ///
  /// Binomial as good as Poisson at 20,000 people.
  static let care = Oracle(number: 31, name: "one-to-one care") { run in
    let (people, days) = (20_000, 40)
    let segment = Segment(
      name: "fans", size: people, begins: .customers,
      purchases: PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1e12, firstLapse: 0),
      baskets: Published.baskets)
    let offer = Offer(
      name: "desk", terms: Care(customersAsk: 100 / Double(people), talks: 100), orders: .every,
      segments: [0], window: 0..<days, participation: .automatic, effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: days, segment: segment, offers: [offer]),
      replications: max(2, run.customers(30)))
    return [
      run.mean(
        "talks a day",
        outcomes.map { Double($0.offerTotal(.served, slot: 0)) / Double(days) }, expected: 96.0139)
    ]
  }
}
