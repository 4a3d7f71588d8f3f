import Documents
import RealModule

extension OfferKind {
  static let parties = OfferKind(
    "Something given to who comes with others, such as three come and one dish is free; a plan uses those that it or the"
      + " baseline names.", .party, oracles: [.companions])
}

extension Section<OfferDraft<PartyGiftDraft>> {
  static var party: Self {
    offer(
      "party",
      "Something given to who comes with others: described under `parties` or in a plan, changed key by key.",
      keys: [
        Key(
          required: "party", \.terms.party, .whole(2...100, example: "3"),
          "How many have to come together, who takes part among them.", example: "3"
        ).typical(.chosen),
        Key(
          required: "cost", \.terms.cost, .money(example: "12"),
          "What is given to a full party costs us.", example: "12 CNY"
        ).typical(.inYourBooks),
        Key(
          required: "worth", \.terms.worth, .price(example: "28"),
          "What it is worth to who takes part.", example: "28 CNY"
        ).typical(.unpublished("ask what they would pay for it, or test two with a holdout")),
        Key(
          "others come", \.terms.othersCome, .share(example: "80%"),
          "How likely each of the others comes along to an order of who takes part; the party is full where all do.",
          example: "80%"
        ).typical(.unpublished("count the orders of those who take part that are a full party's")),
        Key(
          "brings", \.terms.brings, .number(.zeroOrMore, example: "0.5"),
          "How many of a full party's others are anybody of the market, who try if they have not bought yet; the rest are"
            + " guests as it is.", example: "0.5"
        ).typical(.unpublished("ask at the table who is here for the first time")),
        Key(
          optional: "convinces", \.terms.convinces, .share(.properShare, example: "12%"),
          "The chance that who was brought along and tries buys by themselves.",
          standard: "that of everybody who tries", example: "12%"
        ).typical(.unpublished("ask first guests how they came to know you")),
        Key(
          "bill", \.terms.bill, .ratio(.from(1, to: 100), example: "125%"),
          "What a full party's order comes to, over what who takes part would have ordered.",
          example: "125%"
        ).typical(.inYourBooks),
      ],
      without: ["worth", "budget"],
      words: [
        "lift": "How strongly one in hand raises purchases: by this times what it is worth to"
          + " its holder, as often as the party is full, over the mean basket."
      ])
  }
}

/// The terms of something for a party as written.
struct PartyGiftDraft: TermsDraft {
  var party: Int?
  var cost: Int64?
  var worth: Double?
  var othersCome = 1.0
  var brings = 0.0
  var convinces: Double?
  var bill = 1.0

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> PartyGift? {
    guard let party, let cost, let worth else { return nil }
    if brings > Double(party - 1) {
      reading.refuse(
        element("brings"),
        reason: "Of a party of \(party) only \(party - 1) can be brought along.",
        rule: "Write at most \(party - 1).")
    }
    return PartyGift(
      party: party, cost: cost, worth: worth, othersCome: othersCome, brings: brings,
      convinces: convinces, bill: bill)
  }
}

extension PartyGift: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    var doubts =
      proportions.doubts(aboutWorthOf: offer, cost: cost, worth: giftIsWorth)
      + proportions.doubts(aboutBudgetOf: offer, least: cost, "what one party is given")
    if isFull < 1 / Proportions.fewest {
      doubts.append(
        Doubt(
          "others come",
          "Fewer than 1 of \(plain(Proportions.fewest)) orders are a full party's: hardly anything is ever given."
        ))
    }
    return doubts
  }
}

extension Oracle {
  /// Guests who all come once, by parties of three that are full with chance .64 and bring b of the market: it is new to
  /// 1 − e^(−S·c·b/P) of those who know nothing, and a share of them buys.
  ///
  /// b 1, as many guests S as strangers, P all of them: 1 − e^(−.32).
  static let companions = Oracle(number: 73, name: "companions") { run in
    let (replications, convinced) = (10, 0.12)
    let once = PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1)
    let guests = run.newcomers(20_000, once, Published.baskets)
    var strangers = guests
    (strangers.name, strangers.begins) = ("strangers", .prospects(aware: 0))
    strangers.trial = Trial(hazard: 0, pause: 100_000)
    let terms = PartyGift(
      party: 3, cost: 1_200, worth: 2_800, othersCome: 0.8, brings: 1, convinces: convinced)
    let offer = Offer(
      name: "three come", terms: terms, orders: .first, segments: [0], window: 0..<1,
      participation: .automatic, effect: .lift(0))
    var scenario = run.scenario(horizon: 3, segment: guests, offers: [offer])
    scenario.market.segments = [guests, strangers]
    let outcomes = run.play(scenario, replications: replications)
    func shares(_ event: JourneyEvent, of segment: Int) -> [Double] {
      outcomes.map { Double($0.events.total(event, segment: segment)) / Double(guests.size) }
    }
    let brought = 1 - Double.exp(-0.32)
    return [
      run.mean(
        "full parties",
        outcomes.map { Double($0.offerTotal(.redeemed, slot: 0)) / Double(guests.size) },
        expected: 0.64),
      run.mean("brought along", shares(.aware, of: 1), expected: brought),
      run.mean("of them buying", shares(.firstOrder, of: 1), expected: convinced * brought),
      run.exact(
        "rewards in the ledger", outcomes.reduce(0) { $0 - $1.ledger.total(.firstOrderReward) },
        expected: 1_200 * outcomes.reduce(0) { $0 + $1.offerTotal(.redeemed, slot: 0) }),
    ]
  }
}
