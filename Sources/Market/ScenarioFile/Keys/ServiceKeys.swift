import Documents

extension Section<SegmentDraft> {
  /// What of a segment a plan may change.
  static var service: Self {
    Section(
      "service", "How a plan serves the people of a segment; what it leaves out stays as it is.",
      blank: SegmentDraft(), isLayered: true, refusals: Descriptions.whoPeopleAre, keys: services)
  }

  /// What of a segment no plan changes.
  static var whoPeopleAre: [String: Refusal] {
    let refusal = Refusal(
      reason: "A plan changes what you do, not who people are.",
      rule: "Give it under `segments` at the top, for every plan alike.")
    let ours = Set(services.map(\.name))
    let names = Descriptions.segment.keys.map(\.name).filter { !ours.contains($0) }
    return Dictionary(uniqueKeysWithValues: names.map { ($0, refusal) })
  }

  /// What an operator decides about a segment.
  private static var services: [Key<SegmentDraft>] { costsOfOrders + experiences }

  static var costsOfOrders: [Key<SegmentDraft>] {
    [
      Key(
        "cost of goods", \.costShare, .ratio(.from(0, to: 10), example: "35%"),
        "What the goods of an order cost us, of the basket before any reward.", example: "35%"
      ).typical(.inYourBooks),
      Key(
        "cost per order", \.costPerOrder, .money(example: "4"),
        "What serving one order costs us.", example: "4 CNY"
      ).typical(.inYourBooks),
    ]
  }

  /// From hearing of us to an order, and what people say of it.
  static var experiences: [Key<SegmentDraft>] {
    [
      Key("trial", \.trial, .trial),
      Key("first purchase", \.decision, .firstPurchase),
      Key(optional: "committee", \.committee, .committee),
      Key("feedback", \.feedback, .feedback),
      Key("participation cost", \.participation, .participationCost),
    ]
  }
}

extension SegmentDraft {
  /// How the people of the segment are served.
  var service: Service {
    Service(
      costShare: costShare, costPerOrder: costPerOrder,
      trial: Trial(hazard: trial.hazard ?? 0, pause: trial.pause),
      decision: decision.firstPurchase, committee: committee?.resolved, feedback: feedback,
      participation: participation)
  }
}

extension Key<PlanDraft> {
  /// How people are served, for every segment alike.
  static var everySegment: Self {
    Key(
      name: "every segment",
      meaning: "How this plan serves every segment, unless it says otherwise for one of them.",
      schema: { Descriptions.service.schema(&$0) },
      read: { element, plan, reading in
        let block = Descriptions.service
        for index in plan.segments.indices {
          block.read(element, into: &plan.segments[index].draft, &reading)
        }
      })
  }

  static var segments: Self {
    Key(
      named: "segments", "How this plan serves single segments, by name.", .service
    ) { entries, plan, reading in
      for entry in entries {
        guard let index = plan.segments.firstIndex(where: { $0.name == entry.name }) else {
          if plan.segments.isEmpty || reading.isAstray("segments") { continue }
          reading.refuse(
            unknown: entry, reason: "There is no such segment.",
            rule: "A plan changes what you do, not who people are: describe segments at the top.",
            among: plan.segments.map(\.name))
          continue
        }
        Descriptions.service.read(
          entry.value, into: &plan.segments[index].draft, &reading)
      }
    }
  }
}
