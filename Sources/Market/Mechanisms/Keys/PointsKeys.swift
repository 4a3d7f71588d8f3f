import Documents

extension OfferKind {
  static let points = OfferKind(
    "Points for what people pay, redeemed on later orders; a plan uses the programmes that it or the baseline names.",
    .points, oracles: [.points, .breakage])
}

extension Section<OfferDraft<PointsDraft>> {
  static var points: Self {
    offer(
      "points",
      "A points programme with its tiers: described under `points` or in a plan, changed key by key.",
      keys: [
        Key(
          required: "earns", \.terms.earned, .number(.from(0, to: 10_000), example: "1"),
          "Points for each unit of money paid, rewards taken off; each order's are rounded down. With 0 members have tiers, or"
            + " what points they had at the start.",
          example: "1"
        ).typical(.chosen),
        Key(
          required: "block", \.terms.block, .whole(1...1_000_000_000, example: "100"),
          "Points in a block: an order redeems as many whole blocks as fit what is left to pay.",
          example: "100"
        ).typical(.chosen),
        Key(
          required: "off", \.terms.off, .money(example: "5"), "What a block takes off an order.",
          example: "5 CNY"
        ).typical(.chosen),
        Key(
          optional: "expires after", \.terms.expiry, .wholeDays(1...3_650, example: "180 days"),
          "How long without an order until all points of a member are lost.", standard: "never",
          example: "180 days"
        ).typical(.chosen),
        Key(
          "points at start", \.terms.atStart, .whole(0...1_000_000_000, example: "60"),
          "Points that each of those has already who are customers as the window opens, not counting who has silently"
            + " left by then.",
          example: "60"
        ).typical(.inYourBooks),
        Key(
          "goal lift", \.terms.pull, .number(.from(0, to: 100), example: "1"),
          "How strongly a near reward raises purchases: by this times a block's worth over the mean basket, times"
            + " the square of the part of the way to the next block or tier that is behind somebody.",
          example: "1"
        ).typical(.byTesting),
        Key(
          optional: "halved at", \.terms.halfRate, .rate(.aboveZero, example: "2 per month"),
          "How often those order who feel half of that: who orders much anyway hardly does.",
          standard: "all feel it alike", example: "2 per month"
        ).typical(.unpublished("light and moderate buyers moved, heavy ones did not: Liu, 2007")),
        .tiers,
      ],
      without: [
        "orders", "lift", "daily multipliers", "pull-forward", "uses", "validity", "budget",
        "screening",
      ],
      words: [
        "window":
          "When people can join, and points are earned and redeemed; what is left of them at its end is lost."
      ])
  }
}

/// The terms of a points programme as written.
struct PointsDraft: TermsDraft {
  /// A unit of money.
  var earned: Double?
  var block: Int64?
  var off: Int64?
  var expiry: Int?
  var atStart: Int64 = 0
  var pull = 0.0
  /// A day.
  var halfRate: Double?
  var tiers: [TierDraft] = []

  static var standardOrders: Offer.Orders? { .every }

  func resolved(_ element: (String) -> Element, _ reading: inout Reading) -> PointsProgramme? {
    guard let earned, let block, let off else { return nil }
    if halfRate != nil, pull == 0 {
      reading.refuse(
        element("halved at"), reason: "There is nothing to halve: give `goal lift`.",
        severity: .warning)
    }
    return PointsProgramme(
      earned: earned / (reading.context.currency?.scale ?? 1), block: block, off: off,
      expiry: expiry.map { Double($0) }, atStart: atStart, pull: pull, halfRate: halfRate,
      tiers: tiers.resolved(element("tiers"), &reading))
  }
}

extension PointsProgramme: WeighedTerms {
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    var doubts: [Doubt] = []
    let baseline = proportions.scenario.plans[0]
    if atStart > 0, !baseline.offers.contains(where: { $0.name == offer.name }) {
      doubts.append(
        Doubt(
          "points at start",
          "The baseline has no such programme: points that members have already and lose would be a gain of this plan.",
          rule: "Name the programme in the baseline too."))
    }
    if returned == 0, !offer.isAutomatic, offer.isNothing(worth: offer.worth ?? 0) {
      // It is weighed by what orders earn.
      return doubts + [
        Doubt(
          off > 0 ? "earns" : "off", "What orders earn is worth nothing: nobody takes part in it.",
          rule: "Write `automatic: yes`, or what it is `worth`.")
      ]
    }
    if off == 0 {
      doubts.append(Doubt("off", "A block takes nothing off: points are worth nothing to anybody."))
    }
    if returned >= 1 {
      doubts.append(
        Doubt("off", "Points give back as much as is paid, or more: such orders bring nothing."))
    }
    let segments = proportions.served(offer.segments, under: plan).map(\.index)
    let baskets = segments.map { proportions.meanBasket($0, under: plan) }
    if let largest = baskets.max(), Double(off) >= largest {
      doubts.append(
        Doubt(
          "off",
          "A block takes off \(proportions.money(Double(off))), as much as a mean order or more: it waits for an order"
            + " that is as large.", rule: "Make blocks smaller."))
    }
    doubts += doubtsAboutEarningNothing
    let most = proportions.mostPaid(in: offer.window.count, by: segments, under: plan)
    let needed = (Double(block) - Double(atStart)) / (earned * mostEarning)
    if earned > 0, needed > Proportions.outOfReach * most {
      doubts.append(
        Doubt(
          "block",
          "Hardly anybody ever has a block: it takes \(proportions.money(needed)) of orders, and a customer pays about"
            + " \(proportions.money(most)) in the window."))
    }
    if atStart > 0, !offer.isAutomatic {
      doubts.append(
        Doubt(
          "points at start",
          "Only those have points already who are members already: others have none when they join.",
          rule: "Write `automatic: yes`, or leave it out."))
    }
    return doubts + doubtsAboutTiers(offer, plan, proportions)
  }

  /// The largest multiple of points that anybody earns: who is in no tier yet earns them once.
  private var mostEarning: Double { max(1, tiers.map(\.earning).max() ?? 1) }

  /// What comes of no order's earning a point: such a programme may still have tiers, or honour the points there are.
  private var doubtsAboutEarningNothing: [Doubt] {
    guard earned == 0 else { return [] }
    if atStart == 0, tiers.isEmpty {
      return [Doubt("earns", "No order earns a point: nobody ever has any.")]
    }
    var doubts: [Doubt] = []
    if atStart > 0, atStart < block {
      doubts.append(
        Doubt(
          "block",
          "No order earns a point, and the points at the start are less than a block: none is ever redeemed."
        ))
    }
    if pull > 0, tiers.isEmpty {
      doubts.append(
        Doubt("goal lift", "No order earns a point: nobody comes any nearer to a reward."))
    }
    if tiers.contains(where: { $0.earning != 1 }) {
      doubts.append(
        Doubt("tiers", "No order earns a point: what a tier multiplies them by changes nothing."))
    }
    return doubts
  }

  /// Tiers that ask more than hardly anybody pays in a year of the window.
  private func doubtsAboutTiers(
    _ offer: Offer, _ plan: Plan, _ proportions: Proportions
  ) -> [Doubt] {
    let days = min(365, offer.window.count)
    let most = proportions.mostPaid(in: days, by: offer.segments, under: plan)
    return tiers.filter { Double($0.threshold) > Proportions.outOfReach * most }.map { tier in
      Doubt(
        "tiers",
        "Hardly anybody is ever in “\(tier.name)”: it asks \(proportions.money(Double(tier.threshold))), and a customer"
          + " pays about \(proportions.money(most)) in \(counted(days, "day")).")
    }
  }
}
