import Documents
import RealModule
import Statistics

extension OfferKind {
  static let holidayGifts = OfferKind(
    "Gifts on certain days to everybody who has bought; a plan uses those that it or the baseline names.",
    .holidayGift, oracles: [.holidayGift])
}

extension Section<OfferDraft<HolidayGiftDraft>> {
  static var holidayGift: Self {
    offer(
      "holidayGift",
      "A gift on certain days to everybody who has bought: described under `holiday gifts` or in a plan, changed key by"
        + " key.",
      keys: [
        Key(
          required: "cost", \.terms.cost, .money(example: "12"), "What one gift costs us.",
          example: "12 CNY"
        ).typical(.inYourBooks),
        Key(
          optional: "on", \.terms.days,
          .list(of: Kind<Range<Int>>.window) { _ in
            "a day such as `day 30` or `2026-10-01`, or a list of days"
          }, "The days of the gifts, within the window; `on` or `every` has to be given.",
          example: "[day 30, day 120]"
        ).typical(.chosen),
        Key(
          optional: "every", \.terms.every, .wholeDays(1...3_650, example: "30 days"),
          "How often one is given, the first on the first day of the window; `on` or `every` has to be given.",
          example: "30 days"
        ).typical(.chosen),
        Key(
          "goodwill", \.terms.factor, .times(.zeroOrMore, example: "1.1"),
          "What a gift multiplies purchases by for some days.", example: "1.1"
        ).typical(.byTesting),
        Key(
          "days", \.terms.lasts, .wholeDays(0...3_650, example: "7 days"), "For how many days.",
          example: "7 days"
        ).typical(.byTesting),
        OfferDraft<HolidayGiftDraft>.worth("gift"),
      ],
      without: [
        "orders", "lift", "daily multipliers", "pull-forward", "uses", "validity", "budget",
        "automatic", "attention", "decision noise", "worth", "easier", "announced by",
        "social proof", "strong rewards", "screening", "held", "clawed back", "regret",
      ],
      words: [
        "window": "The days within which gifts are given."
      ])
  }
}

/// The terms of a holiday gift as written.
struct HolidayGiftDraft: TermsDraft {
  var cost: Int64?
  var days: [Range<Int>]?
  var every: Int?
  var factor = 1.0
  var lasts = 0

  static var standardOrders: Offer.Orders? { .every }
  static var isAlwaysAutomatic: Bool { true }

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> HolidayGift? {
    let isFaulty = ["goodwill", "days"].contains { reading.hasProblem(with: element($0)) }
    for (key, isIdle, reason) in [
      ("goodwill", factor != 1 && lasts == 0, "It lasts for no days: give `days`."),
      ("days", factor == 1 && lasts > 0, "Nothing lasts for them: give `goodwill`."),
    ] where isIdle && !isFaulty {
      reading.refuse(element(key), reason: reason, severity: .warning)
    }
    if days != nil, every != nil {
      reading.refuse(
        element("every"), reason: "The days of the gifts are written under `on` already.",
        rule: "Give one of them.")
    }
    guard let cost, let dates = dates(element, &reading) else { return nil }
    return HolidayGift(cost: cost, dates: dates, factor: factor, days: lasts)
  }

  private func dates(
    _ element: (String) -> Element, _ reading: inout Reading
  ) -> HolidayGift.Dates? {
    if let days { return .on(days.flatMap { Array($0) }) }
    if let every { return .every(every) }
    let isWritten = ["on", "every"].contains { reading.hasProblem(within: element($0)) }
    if !isWritten {
      reading.refuse(
        element("on"), reason: "This key is missing: on which days gifts are given.",
        rule: "Write days such as `[day 30, day 120]`, or `every: 30 days`.")
    }
    return nil
  }
}

extension HolidayGift: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    var doubts = proportions.doubts(aboutWorthOf: offer, cost: cost)
    if case .on(let days) = dates, let day = days.first(where: { !offer.window.contains($0) }) {
      doubts.append(
        Doubt(
          "on", "Day \(day + 1) lies outside the window: nothing is given on it.",
          rule: "Write a day of the window, or a longer window."))
    }
    return doubts
  }
}

extension Oracle {
  /// What gifts of value x on some days leave of the reference reward: A ← A + η(x − A) on theirs, f·A on the others.
  ///
  /// It is read back from the share taking part in a coupon afterwards, Φ((ln(v − w·A) − ln κ̄)/σ).
  static let holidayGift = Oracle(number: 43, name: "holiday gifts") { run in
    let (learning, fading, weight) = (0.3, 0.95, 0.8)
    let (given, value, days, later) = (1_500.0, 2_000.0, [3, 10, 11, 25], 30)
    let (median, spread, cost) = (1_200.0, 0.5, Int64(900))
    let segment = Segment(
      name: "customers", size: run.customers(50_000), begins: .customers,
      purchases: PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1),
      // Baskets so large that no coupon here reaches one.
      baskets: Baskets(p: 6.25, q: 3.74, gamma: 1e8),
      participation: ParticipationCost(time: median, spread: spread),
      habit: RewardHabit(learning: learning, fading: fading, weight: weight))
    let gifts = Offer(
      name: "holidays", terms: HolidayGift(cost: cost, dates: .on(days)), orders: .every,
      segments: [0], window: 0..<later, participation: .automatic, effect: .lift(0), worth: given)
    let coupon = Offer(
      name: "coupon", terms: Coupon(.fixed(Int64(value))), orders: .repeats, segments: [0],
      window: later..<(later + 1),
      participation: .decided(attention: 1, fading: .infinity, noise: 0), effect: .lift(0))
    let scenario = run.scenario(
      horizon: later + 1, segment: segment, offers: [gifts, coupon])
    let outcomes = run.play(scenario, replications: 1)
    let expected = (0..<later).reduce(0.0) { reference, day in
      days.contains(day) ? reference + learning * (given - reference) : fading * reference
    }
    let gain = value - weight * expected
    return [
      run.share(
        "taking a coupon after four gifts",
        outcomes.reduce(0) { $0 + $1.offerTotal(.taken, slot: 1) }, of: segment.size,
        expected: Normal.standard.cdf(Double.log(gain / median) / spread)),
      run.exact(
        "rewards in the ledger", outcomes.reduce(0) { $0 - $1.ledger.total(.reward) },
        expected: cost * Int64(days.count * segment.size)),
    ]
  }
}
