import Documents

extension OfferKind {
  static let samples = OfferKind(
    "Something to try before buying, such as a tasting; a plan uses those that it or the baseline names.",
    .sample, oracles: [.sample])
}

extension Section<OfferDraft<FreeSampleDraft>> {
  static var sample: Self {
    offer(
      "sample",
      "Something to try, for who knows us and has not bought: described under `samples` or in a plan, changed key by"
        + " key.",
      keys: [
        Key(
          required: "cost", \.terms.cost, .money(example: "3"), "What one sample costs us.",
          example: "3 CNY"
        ).typical(.inYourBooks),
        Key(
          optional: "convinces", \.terms.convinces, .share(.properShare, example: "8%"),
          "The chance that who takes one buys, instead of that after any trial.",
          standard: "that of everybody who tries", example: "8%"
        ).typical(.unpublished("count who buys at the stall")),
      ] + OfferDraft.given("sample"),
      without: [
        "orders", "silent for", "lift", "daily multipliers", "pull-forward", "uses", "validity",
        "worth",
        "budget",
      ],
      refusals: OfferDraft<FreeSampleDraft>.paidAtOnce,
      words: [
        "window": "When it can be noticed and taken."
      ])
  }
}

/// The terms of a sample as written.
struct FreeSampleDraft: TermsDraft {
  var cost: Int64?
  var convinces: Double?

  static var standardOrders: Offer.Orders? { .first }

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> FreeSample? {
    cost.map { FreeSample(cost: $0, convinces: convinces) }
  }
}

extension FreeSample: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    proportions.doubts(aboutWorthOf: offer, cost: cost)
      + proportions.doubts(aboutBudgetOf: offer, least: cost, "what one sample costs")
  }
}

extension Oracle {
  /// Everybody who knows us takes one and tries by nothing else: they buy with the chance that it states.
  static let sample = Oracle(number: 41, name: "sample") { run in
    let chance = 0.08
    let segment = Segment(
      name: "neighbours", size: run.customers(50_000), begins: .prospects(aware: 1),
      purchases: PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1),
      baskets: Published.baskets, decision: .never)
    let offer = Offer(
      name: "tasting", terms: FreeSample(cost: 300, convinces: chance), orders: .first,
      segments: [0],
      window: 0..<10, participation: .automatic, effect: .lift(0), worth: 500)
    let outcomes = run.play(
      run.scenario(horizon: 20, segment: segment, offers: [offer]), replications: 1)
    func sum(_ event: JourneyEvent) -> Int64 {
      outcomes.reduce(0) { $0 + $1.events.total(event) }
    }
    return [
      run.share("buying", sum(.firstOrder), of: segment.size, expected: chance),
      run.exact("trials", sum(.trial), expected: Int64(segment.size)),
      run.exact(
        "part of what customers cost",
        outcomes.reduce(0) { $0 - $1.ledger.total(.firstOrderReward) },
        expected: 300 * Int64(segment.size)),
    ]
  }
}
