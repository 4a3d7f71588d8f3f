import Documents

/// Terms whose figures can be out of proportion.
protocol WeighedTerms: OfferTerms {
  /// What of an offer is most likely a slip.
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt]
}

/// Something that is most likely a slip: at which key, why, and what to do.
struct Doubt {
  let key: String
  let reason: String
  let rule: String?

  init(_ key: String, _ reason: String, rule: String? = nil) {
    self.key = key
    self.reason = reason
    self.rule = rule
  }
}

extension Proportions {
  /// A budget below the least that the offer can be charged at once, minor units.
  func doubts(aboutBudgetOf offer: Offer, least: Int64, _ reason: String) -> [Doubt] {
    guard let budget = offer.budget, Double(budget) * standsFor < Double(least) else { return [] }
    return [Doubt("budget", "The budget is smaller than \(reason).")]
  }

  /// An offer that gives nothing, and does not move purchases by itself: nobody takes part in it.
  func doubts(aboutNothingOf offer: Offer, _ amount: Int64, _ key: String) -> [Doubt] {
    guard amount == 0, offer.isNothing(worth: offer.worth ?? 0) else { return [] }
    return [Doubt(key, "It gives nothing: nobody takes part in it.")]
  }

  /// Something that costs us more than it is worth to whom it is given, which the offer says or its terms.
  func doubts(aboutWorthOf offer: Offer, cost: Int64, worth: Double? = nil) -> [Doubt] {
    guard let worth = worth ?? offer.worth, Double(cost) > worth else { return [] }
    return [
      Doubt(
        "cost",
        "It costs \(money(Double(cost))) and is worth \(money(worth)) to a customer: the money itself would please"
          + " them more.")
    ]
  }

  /// Whether none of those an offer is for tells anybody of an experience.
  func nobodyTells(_ offer: Offer, under plan: Plan) -> Bool {
    served(offer.segments, under: plan).allSatisfy {
      $0.segment.feedback.influence == 0 && $0.segment.feedback.leaders == 0
    }
  }

  /// Friends who are to hear of an offer by people who tell nobody.
  func doubt(aboutOpenness done: String) -> Doubt {
    Doubt(
      "openness", "Nobody it is for tells anybody of an experience: nobody is \(done).",
      rule: "Give `tells` under `feedback` of their segment.")
  }

  /// Warns of offers that pay whole orders, and of those that nobody can ever use.
  func warnOfOffers(_ reading: inout Reading) {
    for (index, plan) in scenario.plans.enumerated() {
      for offer in plan.offers {
        let terms = offer.terms as? any WeighedTerms
        let own = terms?.doubts(about: offer, under: plan, self) ?? []
        // One reason why nobody uses it is enough.
        let unused = whyUnused(offer) ?? whyUnannounced(offer, plan)
        for doubt in own.filter({ unused == nil || $0.key == "value" })
          + [
            unused, whyNobodyIsSorry(offer, plan) ?? whyNobodyMinds(offer, plan),
            unused == nil ? whyEverybodyTakes(offer, plan) : nil,
            unused == nil ? whyNothingIsEased(offer, plan) : nil,
            unused == nil ? whyNobodyIsConvinced(offer, plan) : nil,
          ].compactMap({ $0 })
        {
          reading.refuse(
            element(index, type(of: offer.terms).kind, offer.name, doubt.key),
            reason: doubt.reason, rule: doubt.rule, severity: .warning)
        }
      }
    }
  }

  /// Why nobody is ever told of an offer that is announced.
  private func whyUnannounced(_ offer: Offer, _ plan: Plan) -> Doubt? {
    guard let name = offer.announcer else { return nil }
    let windows =
      plan.channels.filter { $0.name == name && $0.isUsed }.map(\.days)
      + plan.offers.filter { $0.name == name }.map(\.window)
    guard !windows.contains(where: { $0.overlaps(offer.window) }) else { return nil }
    return Doubt(
      "announced by", "“\(name)” sends nothing on a day on which the offer can be noticed.")
  }

  /// Why an offer lets nobody down who has paid in full before it.
  private func whyNobodyIsSorry(_ offer: Offer, _ plan: Plan) -> Doubt? {
    guard let regret = offer.regret else { return nil }
    if offer.window.lowerBound == 0,
      served(offer.segments, under: plan).allSatisfy({ $0.1.base.isEmpty })
    {
      return Doubt("regret", "It opens on the first day: nobody has paid in full before it.")
    }
    let most =
      served(offer.segments, under: plan).map { index, segment in
        offer.worth
          ?? offer.terms.worth(
            to: Shopper(meanBasket: meanBasket(index, under: plan), basketShape: segment.baskets.p))
      }.max() ?? 0
    guard regret.least > most, !type(of: offer.terms).weighsInfluence else { return nil }
    return Doubt(
      "regret",
      "Only who finds the offer worth at least \(money(regret.least)) is sorry, and on a mean basket it is worth \(money(most)):"
        + " that leaves those with larger baskets, if any."
    )
  }

  /// Whether what an offer is worth raises purchases.
  private func isLifted(_ offer: Offer) -> Bool {
    if case .lift(let lift) = offer.effect { lift > 0 } else { false }
  }

  /// The key that keeps everybody from using an offer, and how.
  private func whyUnused(_ offer: Offer) -> Doubt? {
    let segments = offer.segments.map { scenario.market.segments[$0] }
    if offer.orders == .first,
      segments.allSatisfy({ $0.size == 0 || $0.begins == .customers })
    {
      return Doubt(
        "orders", "Everybody it is for is a customer on day 1: nobody makes a first order.")
    }
    if offer.holdout == 1 {
      return Doubt("holdout", "Everybody is left out: nobody can use it.")
    }
    let isWorthIdle =
      offer.worth != nil && !type(of: offer.terms).statesWorth && !isLifted(offer)
    if case .automatic = offer.participation, isWorthIdle || offer.easing != Easing(),
      !type(of: offer.terms).announces
    {
      return Doubt(
        isWorthIdle ? "worth" : "easier",
        "Nobody weighs an offer that is automatic: it changes nothing.")
    }
    if case .decided(let chance, _, _) = offer.participation, chance == 0 {
      return Doubt("attention", "Nobody notices it: the chance to notice it is 0%.")
    }
    if let uses = offer.uses, uses > 1, [.first, .second].contains(offer.orders) {
      return Doubt(
        "uses", "A customer makes only one \(offer.orders.rawValue) order: it is used once at most."
      )
    }
    return nil
  }
}
