import Documents
import RealModule
import Statistics

extension OfferKind {
  static let gifts = OfferKind(
    "Something given with certain orders, such as a toy; a plan uses those that it or the baseline names.",
    .gift, oracles: [.gift])
}

extension Section<OfferDraft<GiftDraft>> {
  static var gift: Self {
    offer(
      "gift",
      "Something given with certain orders: described under `gifts` or in a plan, changed key by key.",
      keys: [
        Key(
          required: "cost", \.terms.cost, .money(example: "20"), "What one gift costs us.",
          example: "20 CNY"
        ).typical(.inYourBooks)
      ] + OfferDraft.given("gift"),
      without: ["worth", "budget"])
  }
}

extension OfferDraft {
  /// The keys of what is given and not taken off: what it is worth, and what all of it may cost.
  static func given(_ what: String) -> [Key<Self>] {
    [
      worth(what),
      Key(
        optional: "budget", \.budget, .money(example: "5000"),
        "What all of them together may cost; never exceeded.", standard: "no limit",
        example: "5000 CNY"
      ).typical(.chosen),
    ]
  }
}

extension OfferDraft {
  /// The key of what something given is worth: the offer's own worth, or where that hangs on more, a figure of its terms.
  static func worth(
    _ what: String, _ place: any WritableKeyPath<Self, Double?> & Sendable = \.worth,
    example: String = "60"
  ) -> Key<Self> {
    Key(
      required: "worth", place, .price(example: example),
      "What one \(what) is worth to a customer, which is not what it costs us.",
      example: "\(example) CNY"
    ).typical(.unpublished("ask what they would pay for one, or test two with a holdout"))
  }
}

/// The terms of a gift as written.
struct GiftDraft: TermsDraft {
  var cost: Int64?

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> Gift? {
    cost.map { Gift(cost: $0) }
  }
}

extension Gift: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    proportions.doubts(aboutWorthOf: offer, cost: cost)
      + proportions.doubts(aboutBudgetOf: offer, least: cost, "what one gift costs")
  }
}

extension Oracle {
  /// Gifts are taken by what they are worth, Φ((ln worth − ln κ̄)/σ), and paid by what they cost, to the cent.
  static let gift = Oracle(number: 40, name: "gift") { run in
    let (cost, worth, median, spread, rate) = (Int64(700), 2_000.0, 1_500.0, 0.8, 0.1)
    let segment = Segment(
      name: "customers", size: run.customers(50_000), begins: .customers,
      purchases: PurchaseHabits(
        shape: 1e8, rate: 1e8 / rate, lapseA: 1, lapseB: 1e12, firstLapse: 0),
      baskets: Published.baskets,
      participation: ParticipationCost(time: median, spread: spread))
    let offer = Offer(
      name: "toy", terms: Gift(cost: cost), orders: .repeats, segments: [0], window: 0..<20,
      participation: .decided(attention: 1, fading: .infinity, noise: 0), effect: .lift(0),
      worth: worth)
    let scenario = run.scenario(horizon: 20, segment: segment, offers: [offer])
    let outcomes = run.play(scenario, replications: 1)
    func sum(_ count: OfferCount) -> Int64 {
      outcomes.reduce(0) { $0 + $1.offerTotal(count, slot: 0) }
    }
    return [
      run.share(
        "taking part at a worth of 20", sum(.taken), of: segment.size,
        expected: Normal.standard.cdf(Double.log(worth / median) / spread)),
      run.exact(
        "rewards in the ledger", outcomes.reduce(0) { $0 - $1.ledger.total(.reward) },
        expected: cost * sum(.redeemed)),
    ]
  }
}
