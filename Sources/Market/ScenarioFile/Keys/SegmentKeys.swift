import Documents

/// A segment as written.
struct SegmentDraft: Draft {
  var written: [String: Element] = [:]
  var share: Double?
  var begins = BeginningWord.prospects
  var aware = 0.0
  var baseFile: String?
  var purchases = PurchasesDraft()
  var lapse = LapseDraft()
  var basket = BasketDraft()
  var costShare = 0.0
  var costPerOrder: Int64 = 0
  var awareness = Awareness()
  var trial = TrialDraft()
  var decision = DecisionDraft()
  var committee: CommitteeDraft?
  var feedback = Feedback()
  var participation = ParticipationCost()
  var habit = RewardHabit()
  var payer = Payer()
  var engagement: EngagementDraft?

  enum BeginningWord: String, Sendable, CaseIterable { case prospects, customers }
}

extension Section<SegmentDraft> {
  static var segment: Self {
    Section(
      "segment", "People alike enough to share distributions; everybody in it still differs.",
      blank: SegmentDraft(), isLayered: true,
      keys: [
        Key(
          optional: "share", \.share, .share(example: "40%").certain,
          "Share of the people who belong to this segment; all shares add up to 100%.",
          standard: "100% if it is the only segment", example: "40%"
        ).typical(.unpublished("count the people of your market")),
        Key(
          "begin as", \.begins, .word,
          "Whether these people have yet to become customers or all are customers on day 1."),
        Key(
          "aware at start", \.aware, .share(example: "10%"),
          "Share of the prospects who have heard of us on day 1.", example: "10%"
        ).typical(.byAsking),
        Key(
          optional: "today's customers", \.baseFile, .file,
          "A file of today's customers, as `flywheel fit --base` writes it; they come on top of"
            + " the people.",
          standard: "none", example: "base.csv"),
        Key("purchases", \.purchases, .purchases),
        Key("lapse", \.lapse, .lapse),
        Key("basket", \.basket, .basket),
      ] + costsOfOrders
        + [Key("awareness", \.awareness, .awareness)] + experiences
        + [
          Key("reward habit", \.habit, .rewardHabit),
          Key("payer", \.payer, .payer),
          Key(optional: "engagement", \.engagement, .engagement),
        ])
  }
}

extension SegmentDraft {
  /// The segment, with nobody in it yet but today's customers; `nil` where something is missing.
  func resolved(name: String, element: Element, _ reading: inout Reading) -> Segment? {
    let service = service
    checkCommittee([reading.root["every segment"], element].compactMap(\.self), &reading)
    lapse.check(in: self.element("lapse", of: element), &reading)
    let base = todaysCustomers(element, &reading)
    guard let rates = purchases.gamma, let law = lapse.law, let amounts = basket.gammaGamma
    else { return nil }
    var baskets = Baskets(
      p: amounts.p, q: amounts.q, gamma: amounts.gamma, firstFactor: basket.firstFactor,
      costShare: service.costShare, costPerOrder: service.costPerOrder)
    baskets.returns = basket.returns?.resolved
    var segment = Segment(
      name: name, size: 0,
      begins: begins == .customers ? .customers : .prospects(aware: aware), base: base,
      purchases: PurchaseHabits(
        shape: rates.shape, rate: rates.rate, lapse: law,
        lapseSensitivity: lapse.satisfactionEffect,
        rateSensitivity: purchases.satisfactionEffect),
      baskets: baskets, awareness: awareness, trial: service.trial, decision: service.decision,
      feedback: service.feedback, participation: service.participation, habit: habit, payer: payer)
    segment.committee = service.committee
    segment.engagement = engagement?.resolved
    return segment
  }

  /// Prospects who can never buy are most likely an oversight.
  func checkJourney(_ element: Element, _ reading: inout Reading) {
    guard begins == .prospects, !reading.hasProblem(with: written["begin as"]) else { return }
    let layers = [reading.root["every segment"], element].compactMap { $0 }
    func isMeant(_ block: String, _ key: String) -> Bool {
      layers.contains { layer in
        reading.wasMeant(block, of: layer) || reading.wasMeant(key, of: layer.inner(block))
          || reading.hasProblem(with: layer[block])
      }
    }
    if layers.contains(where: { reading.wasMeant("begin as", of: $0) }) { return }
    if trial.hazard == nil, trial.written["hazard"] == nil, !isMeant("trial", "hazard") {
      reading.refuse(
        self.element("trial", of: element).absent("hazard"),
        reason: "This key is missing: how soon prospects try us.",
        rule: "Write a hazard per period such as `2% per day`, or `begin as: customers`.")
    }
    let hasCommittee =
      committee != nil || layers.contains { reading.wasMeant("committee", of: $0) }
    if !hasCommittee, decision.chance == nil, decision.written["chance"] == nil,
      !isMeant("first purchase", "chance")
    {
      reading.refuse(
        self.element("first purchase", of: element).absent("chance"),
        reason: "This key is missing: how likely prospects who try us buy.",
        rule: "Write a share such as `30%`, or `begin as: customers`.")
    }
  }

  private func todaysCustomers(_ element: Element, _ reading: inout Reading) -> [TodaysCustomer] {
    guard let baseFile else { return [] }
    reading.need(baseFile)
    guard let files = reading.context.files else { return [] }
    let place = self.element("today's customers", of: element)
    guard reading.context.standsFor == 1 else {
      reading.refuse(
        place,
        reason: "Today's customers are played one by one: nobody can stand for several people.",
        rule: reading.context.oneByOne)
      return []
    }
    guard let text = files[baseFile] else {
      reading.refuse(unreadable: baseFile, at: place)
      return []
    }
    let base =
      reading.context.bases[baseFile]
      ?? BaseFile(text, name: baseFile, currency: reading.context.currency)
    reading.context.bases[baseFile] = base
    for problem in base.problems { reading.report(problem) }
    return base.customers
  }
}
