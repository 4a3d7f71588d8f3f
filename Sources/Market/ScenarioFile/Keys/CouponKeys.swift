import Documents

/// A coupon as written.
struct CouponDraft: OfferDraft {
  var written: [String: Element] = [:]
  var value: CouponOffer.Value?
  var orders: CouponOffer.Orders?
  var segments: [Int] = []
  var window: Window?
  var validity: Int?
  var uses: Int?
  var budget: Int64?
  var holdout = 0.0
  var isAutomatic = false
  var attention = AttentionDraft()
  var noise = 0.0
  var lift = 0.0
  var multipliers: [Double]?
  var pullForward = CouponOffer.PullForward()
  var fixedCost: Int64 = 0

  /// How an offer is noticed, as written.
  struct AttentionDraft: Draft {
    var written: [String: Element] = [:]
    var chance: Double?
    var fading = 3.0
  }
}

extension Reward {
  static let coupons = Reward(
    "coupons", "Money off certain orders; a plan uses those that it or the baseline names.",
    .coupon,
    into: \.coupons)
}

extension Section<CouponDraft> {
  static var coupon: Self {
    Section(
      "coupon",
      "Money off certain orders: described under `coupons` or in a plan, changed key by key.",
      blank: CouponDraft(), choices: [Choice(groups: [["lift"], ["daily multipliers"]])],
      isLayered: true,
      keys: [
        Key(
          required: "value", \.value, .couponValue,
          "What it takes off an order, never more than the basket.", example: "10 CNY"
        ).typical(.chosen),
        Key(
          required: "orders", \.orders, .word,
          "Which orders it is for; repeats are all after the first."),
        Key(
          required: "window", \.window, .window, "When it can be noticed and redeemed.",
          example: "day 30..43"
        ).typical(.chosen),
        Key(
          "for", \.segments, .segments, "The segments it is for.",
          example: "[students, residents]"),
        Key(
          optional: "validity", \.validity, .wholeDays(1...3_650, example: "14 days"),
          "How long a coupon is live once taken, within the window.",
          standard: "to the end of the window", example: "14 days"
        ).typical("8.6 weeks for paper coupons in the US", source: "NCH and Inmar, 2013"),
        Key(
          optional: "uses", \.uses, .whole(1...1_000_000, example: "1"),
          "How often a customer can redeem it.", standard: "every order while it is live",
          example: "1"
        ).typical(.chosen),
        Key(
          optional: "budget", \.budget, .money(example: "5000"),
          "What all redemptions together may take off; never exceeded.", standard: "no limit",
          example: "5000 CNY"
        ).typical(.chosen),
        Key(
          "holdout", \.holdout, .share(example: "10%"),
          "Share of those it is for who are left out, to compare with.", example: "10%"
        ).typical(.chosen),
        Key(
          "automatic", \.isAutomatic, .yesOrNo,
          "Whether everybody simply gets it, as with a price cut: nothing to notice or decide."),
        Key("attention", \.attention, .attention),
        Key(
          "decision noise", \.noise, .number(.zeroOrMore, example: "0.3"),
          "How much people's view of an offer wavers: standard deviation on the log scale.",
          example: "0.3"
        ).typical(.byTesting),
        Key(
          "lift", \.lift, .number(.zeroOrMore, example: "1.2"),
          "How strongly a coupon in hand raises purchases: by this times its value over the mean"
            + " basket.",
          example: "1.2"
        ).typical(
          .unpublished(
            "find it by a test; vouchers in China brought 3.0 to 3.4 of spending per 1 of subsidy")),
        Key(
          optional: "daily multipliers", \.multipliers,
          .list(of: .number(.zeroOrMore, example: "1.5")) { _ in
            "a number such as `1.5`, or a list with one number for each day of the window"
          },
          "What a coupon in hand multiplies purchases by, given outright instead of a lift.",
          example: "1.5"
        ).typical("about 2 for a cart coupon on its day", source: "Zhang et al., 2020"),
        Key("pull-forward", \.pullForward, .pullForward),
        Key(
          "fixed cost", \.fixedCost, .money(example: "500"),
          "What the campaign costs once, on the first day of its window.", example: "500 CNY"
        ).typical(.inYourBooks),
      ])
  }
}

extension Section<CouponDraft.AttentionDraft> {
  static var attention: Self {
    Section(
      "attention", "How the offer is noticed; needed unless it is automatic.",
      blank: CouponDraft.AttentionDraft(), isLayered: true,
      keys: [
        Key(
          optional: "chance", \.chance, .share(example: "40%"),
          "How likely somebody notices it on the first day, before fading.", example: "40%"
        ).typical(.unpublished("only redemptions are, 0.9% of paper coupons (NCH, 2013)")),
        Key(
          "fading", \.fading, .time(.aboveZero, example: "3 days"),
          "How long people follow a campaign: the chance to notice falls by 63% in this time."
        ).typical(.byTesting),
      ])
  }
}

extension Section<CouponOffer.PullForward> {
  static var pullForward: Self {
    Section(
      "pullForward", "How a redemption lowers purchases for some days after it.",
      blank: CouponOffer.PullForward(), isLayered: true,
      keys: [
        Key(
          "drop", \.drop, .share(example: "30%"), "How much lower purchases are.", example: "30%"
        ).typical(
          .unpublished(
            "find it by a test; a third of a sales bump comes from other weeks (van Heerde et al., 2004)"
          )),
        Key(
          "days", \.days, .wholeDays(0...3_650, example: "14 days"), "For how long.",
          example: "14 days"
        ).typical("hardly at all to four months", source: "Ding et al.; Xing et al., 2023"),
      ])
  }
}

extension CouponDraft {
  /// The coupon of a plan; its budget is that of the simulated sample, one k-th of the market's.
  func resolved(
    name: String, layers: [Element], _ reading: inout Reading
  ) -> CouponOffer? {
    guard let element = layers.last else { return nil }
    let participation = participation(layers, element, &reading)
    guard let value, let orders, let window else { return nil }
    let days = window.days
    if let validity, validity > days.count, reading.context.hasDays {
      reading.refuse(
        self.element("validity", of: element),
        reason: "It is longer than the window, which has \(days.count) days.",
        rule: "Leave it out for a coupon that is live to the end of the window.")
    }
    let sample = reading.context.standsFor
    return CouponOffer(
      name: name, value: value, orders: orders,
      segments: segments.isEmpty ? Array(reading.context.segments.indices) : segments,
      window: days, isOpenEnded: window.isOpenEnded, validity: validity, uses: uses,
      budget: budget.map { $0 / Int64(sample) },
      holdout: holdout, participation: participation,
      effect: effect(days, element, &reading), pullForward: pullForward,
      fixedCost: fixedCost.shared(among: sample))
  }

  private func participation(
    _ layers: [Element], _ element: Element, _ reading: inout Reading
  ) -> CouponOffer.Participation {
    if isAutomatic { return .automatic }
    let isKnown =
      !reading.hasProblem(with: written["automatic"])
      && !layers.contains { layer in
        ["automatic", "attention"].contains { reading.wasMeant($0, of: layer) }
          || reading.wasMeant("chance", of: layer.inner("attention"))
          || reading.hasProblem(with: layer["attention"])
      }
    if attention.chance == nil, attention.written["chance"] == nil, isKnown {
      reading.refuse(
        self.element("attention", of: element).absent("chance"),
        reason: "This key is missing: how likely somebody notices the coupon on its first day.",
        rule: "Write a share such as `40%`, or `automatic: yes` for a price cut.")
    }
    return .decided(attention: attention.chance ?? 0, fading: attention.fading, noise: noise)
  }

  private func effect(
    _ window: Range<Int>, _ element: Element, _ reading: inout Reading
  ) -> CouponOffer.Effect {
    // Where the days are not known windows may be of any length.
    guard let multipliers, reading.context.hasDays else { return .lift(lift) }
    if multipliers.count == 1 {
      return .multipliers(window.flatMap { _ in multipliers })
    }
    if multipliers.count != window.count {
      reading.refuse(
        self.element("daily multipliers", of: element),
        reason: "The list has \(multipliers.count) numbers, but the window has"
          + " \(window.count) days.",
        rule: "Write one number for each day of the window, or one for all.")
    }
    return .multipliers(multipliers)
  }
}
