import Documents

extension OfferKind {
  static let luckyDraws = OfferKind(
    "Random amounts off orders; a plan uses those that it or the baseline names.", .luckyDraw,
    oracles: [.luckyDraw])
}

extension Section<OfferDraft<LuckyDrawDraft>> {
  static var luckyDraw: Self {
    offer(
      "luckyDraw",
      "A random amount off an order: described under `lucky draws` or in a plan, changed key by key.",
      keys: [
        Key(
          required: "amounts", \.terms.amounts,
          .amounts,
          "What may be drawn, each never more than the basket.", example: "[2 CNY, 50 CNY]"
        ).typical(.chosen),
        Key(
          required: "chances", \.terms.chances,
          .chances,
          "How likely each is drawn; what is left of 100% draws nothing.", example: "[90%, 10%]"
        ).typical(.chosen),
        Key(
          "taste for chance", \.terms.taste, .ratio(.from(-1, to: 10), example: "10%"),
          "How much more than its mean a chance is worth to people; less where it is below 0.",
          example: "10%"
        ).typical(.byTesting),
      ])
  }
}

extension Kind<[Int64]> {
  /// What may be drawn.
  static var amounts: Self {
    .list(of: .money(example: "2")) {
      "a list of amounts such as `[2 \($0.code), 50 \($0.code)]`"
    }
  }
}

extension Kind<[Double]> {
  /// How likely each is drawn.
  static var chances: Self {
    .list(of: .share(example: "90%")) { _ in "a list of shares such as `[90%, 10%]`" }
  }
}

/// The terms of a lucky draw as written.
struct LuckyDrawDraft: TermsDraft {
  var amounts: [Int64]?
  var chances: [Double]?
  var taste = 0.0

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> LuckyDraw? {
    guard let amounts, let chances else { return nil }
    if amounts.count != chances.count {
      reading.refuse(
        element("chances"),
        reason: "There are not as many chances as amounts: \(chances.count) and \(amounts.count).",
        rule: "Write one chance for each amount.")
    }
    let sum = chances.reduce(0, +)
    if sum > 1 + 1e-9 {
      reading.refuse(
        element("chances"), reason: "They add up to \(percent((sum * 1e6).rounded() / 1e6)).",
        rule: "Write chances that add up to at most 100%; the rest draws nothing.")
    }
    return LuckyDraw(zip(amounts, chances).map { .init($0, chance: $1) }, taste: taste)
  }
}

extension LuckyDraw: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    guard hasPrize else { return [Doubt("chances", "There is nothing to be drawn.")] }
    return proportions.doubts(
      aboutBudgetOf: offer, least: most,
      "the largest amount: it cannot be paid once")
  }
}

extension Oracle {
  /// 2 with .9 and 50 with .1, worth a tenth more than their mean: Φ(ln(6.8·1.1/5)/.8) take part; 6.8 a draw.
  static let luckyDraw = Oracle(number: 60, name: "lucky draw") { run in
    let (people, replications, tight) = (run.customers(20_000), 10, 1e8)
    let segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight / 0.1, lapseA: 1e-9, lapseB: 1, firstLapse: 0),
      // Baskets so large that no draw reaches one.
      baskets: Baskets(p: 6.25, q: 3.74, gamma: 1e8),
      participation: ParticipationCost(time: 500, spread: 0.8))
    let offer = Offer(
      name: "wheel",
      terms: LuckyDraw([.init(200, chance: 0.9), .init(5_000, chance: 0.1)], taste: 0.1),
      orders: .repeats, segments: [0], window: 0..<10,
      participation: .decided(attention: 1, fading: .infinity, noise: 0), effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: 10, segment: segment, offers: [offer]), replications: replications)
    return [
      run.share(
        "taking part", outcomes.reduce(0) { $0 + $1.events.total(.tookPart) },
        of: people * replications, expected: 0.692691),
      run.mean(
        "cost of a draw",
        outcomes.map {
          Double($0.offerTotal(.paid, slot: 0)) / Double($0.offerTotal(.redeemed, slot: 0)) / 100
        }, expected: 6.8),
    ]
  }
}
