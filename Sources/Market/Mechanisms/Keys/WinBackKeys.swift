import Documents
import RealModule

extension OfferKind {
  static let winBacks = OfferKind(
    "Messages to those who have been silent for long; a plan uses those that it or the baseline names.",
    .winBack, oracles: [.winBack])
}

extension Section<OfferDraft<WinBackDraft>> {
  static var winBack: Self {
    offer(
      "winBack",
      "A message to those who have been silent for long: described under `win-backs` or in a plan, changed key by key.",
      keys: [
        Key(
          required: "silence", \.terms.silence, .silence,
          "How long somebody has not ordered who is written to.", example: "60 days"
        ).typical(.unpublished("find in your log how long most customers' gaps are")),
        Key(
          "reward", \.terms.reward, .money(example: "15"),
          "What the order somebody returns with gets off; with 0 everybody who opens the message takes part.",
          example: "15 CNY"
        ).typical(.chosen),
        Key(
          required: "opened", \.terms.opened, .share(example: "20%"),
          "How many open a message on reaching that silence.", example: "20%"
        ).typical(.inYourLog),
        Key(
          optional: "halves in", \.terms.halving, .time(.aboveZero, example: "90 days"),
          "In how much further silence that chance halves.", standard: "it does not fall",
          example: "90 days"
        ).typical(.unpublished("compare what those open who have been silent for longer")),
        Key(
          "cost", \.terms.cost, .price(example: "0.05"), "What one message costs.",
          example: "0.05 CNY"
        ).typical(.inYourBooks),
        Key(
          "returns within", \.terms.returnsWithin, .wholeDays(1...3_650, example: "30 days"),
          "How long who takes part has for the order that is rewarded, and is moved by the offer.",
          example: "30 days"
        ).typical(.chosen),
        Key(
          "comes back", \.terms.comesBack, .share(example: "50%"),
          "How many of those who take part and had left for good are customers again.",
          example: "50%"
        ).typical(.byTesting),
        Key(
          optional: "lapses", \.terms.lapse, .share(.properShare, example: "40%"),
          "The chance to leave for good after the order of return.",
          standard: "that after a first order", example: "40%"
        ).typical(.inYourLog),
        Key(
          "at most", \.terms.times, .whole(1...1_000, example: "2"),
          "How many messages one person gets.", example: "2"
        ).typical(.chosen),
        Key(
          "every", \.terms.every, .wholeDays(1...3_650, example: "30 days"),
          "How long after a message the next goes to who is still silent.", example: "30 days"
        ).typical(.chosen),
      ],
      without: [
        "orders", "silent for", "validity", "uses", "automatic", "attention", "announced by",
        "strong rewards",
      ],
      words: [
        "window": "When messages go out; who takes part has to return within it too.",
        "budget": "What all rewards together may take off; never exceeded.",
      ])
  }
}

/// The terms of a win-back as written.
struct WinBackDraft: TermsDraft {
  var reward: Int64 = 0
  var silence: Silence?
  var opened: Double?
  var halving: Double?
  var cost = 0.0
  var returnsWithin = 30
  var comesBack = 1.0
  var lapse: Double?
  var times = 1
  var every = 30

  static var standardOrders: Offer.Orders? { .repeats }
  static var isPutToPeople: Bool { true }

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> WinBack? {
    guard let silence, let opened else { return nil }
    return WinBack(
      reward: reward, silence: silence, opened: opened, halving: halving, cost: cost,
      returnsWithin: returnsWithin, comesBack: comesBack, lapse: lapse, times: times, every: every)
  }
}

extension WinBack: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    var doubts = proportions.doubts(
      aboutBudgetOf: offer, least: reward, "one reward: not one can be paid")
    if case .days(let days) = silence, days >= Double(offer.window.upperBound),
      offer.segments.allSatisfy({ proportions.scenario.market.segments[$0].base.isEmpty })
    {
      doubts.append(
        Doubt("silence", "Nobody can have been silent for so long before the window ends."))
    }
    if opened == 0 { doubts.append(Doubt("opened", "Nobody opens a message: it only costs.")) }
    if opened > 0, comesBack == 1, cost == 0, proportions.isFree(offer, under: plan) {
      doubts.append(
        Doubt(
          "comes back",
          "Messages cost nothing, and everybody who takes part is a customer again, also who had left for good: it"
            + " cannot fail.",
          rule: "Give what a message costs (`cost`), and how many come back."))
    }
    return doubts + doubtsAboutTime(offer, proportions)
  }

  /// A window that ends before anybody has had the time to return.
  private func doubtsAboutTime(_ offer: Offer, _ proportions: Proportions) -> [Doubt] {
    let areNew = offer.segments.allSatisfy { proportions.scenario.market.segments[$0].base.isEmpty }
    var first = Double(offer.window.lowerBound)
    if case .days(let days) = silence, areNew { first = max(first, days) }
    let left = Double(offer.window.upperBound) - first
    guard left > 0, left < Double(returnsWithin) else { return [] }
    return [
      Doubt(
        "window",
        "It ends \(counted(Int(left.rounded(.up)), "day")) after the first messages go out: nobody has the \(counted(returnsWithin, "day"))"
          + " to return (`returns within`).",
        rule: "Write a longer window, or fewer days to return.")
    ]
  }
}

extension Kind<Silence> {
  /// A length of time, or a number of a customer's own gaps between orders.
  static var silence: Self {
    let unit = "((day|week|month|year)s?|usual gaps?)"
    return Kind(
      quantity: { _ in
        "a length of time above 0 such as `60 days`, or of a customer's own gaps such as `3 usual gaps`"
      },
      scale: { _ in .positive }, unit: unit, schema: .quantity(unit, zero: false),
      write: {
        switch $0 {
        case .days(let days): "\(plain(days)) days"
        case .gaps(let gaps): "\(plain(gaps)) usual gaps"
        }
      }
    ) { quantity, _ throws(Mismatch) in
      try quantity.refusePeriod()
      try Bounds.aboveZero.check(quantity.number, plain)
      if ["usual gap", "usual gaps"].contains(quantity.unit) { return .gaps(quantity.number) }
      guard let period = Period(counted: quantity.unit) else {
        throw Mismatch(
          reason: quantity.unit.isEmpty
            ? "The unit is missing."
            : "The unit is `days`, `weeks`, `months`, `years` or `usual gaps`.")
      }
      return .days(quantity.number * period.days)
    }
  }
}

extension Oracle {
  /// Of those silent for L at an opening, who order at a rate λ and leave after an order with chance π, so many had left:
  /// π/(π + (1 − π)·E[e^(−λ(L + U))]), U uniform on the day.
  ///
  /// π 0.2, λ 1/30, L 60: 0.652563. After h days more than L a message is opened half as often.
  static let winBack = Oracle(number: 42, name: "win-back") { run in
    let (rate, lapse, tight) = (1.0 / 30, 0.2, 1e8)
    var segment = Segment(
      name: "customers", size: run.customers(20_000), begins: .prospects(aware: 1),
      purchases: PurchaseHabits(
        shape: tight, rate: tight / rate,
        lapse: .afterOrders(a: tight * lapse, b: tight * (1 - lapse), first: .chance(lapse))),
      baskets: Published.baskets, trial: Trial(hazard: 0.02), decision: .always)
    func counted(_ terms: WinBack, _ window: Range<Int>) -> (OfferCount) -> Int64 {
      let offer = Offer(
        name: "come back", terms: terms, orders: .repeats, segments: [0], window: window,
        participation: .automatic, effect: .lift(0))
      let outcomes = run.play(
        run.scenario(horizon: window.upperBound, segment: segment, offers: [offer]),
        replications: 1)
      return { count in outcomes.reduce(0) { $0 + $1.offerTotal(count, slot: 0) } }
    }
    let all = counted(WinBack(reward: 100, silence: .days(60), opened: 1), 0..<400)
    // Nobody orders again, and all are silent from day 0 on.
    (segment.begins, segment.purchases) = (
      .customers, PurchaseHabits(shape: 1, rate: 1e12, lapseA: 1, lapseB: 1)
    )
    let late = counted(
      WinBack(reward: 100, silence: .days(60), opened: 0.4, halving: 30), 90..<91)
    return [
      run.share(
        "had left of those who were silent", all(.revived), of: Int(all(.taken)),
        expected: 0.652563),
      run.share(
        "opened after a half-life more", late(.opened), of: Int(late(.sent)), expected: 0.2),
      run.exact("written to once each", late(.sent), expected: Int64(segment.size)),
    ]
  }
}
