import Documents

/// A plan as written, over what it starts from: the baseline, which starts from what is described.
struct PlanDraft: Draft {
  var written: [String: Element] = [:]
  var name: String?
  /// Names of what the baseline does and this plan does not.
  var without: [LeftOut] = []
  /// All channels, in the order of their description.
  var channels: [NamedChannel] = []
  var product = Product()
  /// All segments, as this plan serves them.
  var segments: [ScenarioDraft.NamedSegment] = []
  var prices = PricesDraft()
  /// Of the whole market.
  var fixedCosts: [FixedCost] = []

  struct LeftOut: Sendable {
    var name: String
    var element: Element
  }

  struct NamedChannel: Sendable {
    var name: String
    /// Where it was last written of.
    var element: Element
    var draft: ChannelDraft
  }
}

extension PlanDraft {
  /// What the baseline starts from: the market as described, in which we do nothing of our own.
  init(describedBy scenario: ScenarioDraft) {
    channels = scenario.channels
    product = scenario.product
    segments = scenario.segments
  }

  /// The plan an element writes over this one.
  func changed(by element: Element, _ reading: inout Reading) -> PlanDraft {
    var plan = self
    plan.name = nil
    plan.without = []
    for key in ["name", "without"] { plan.written[key] = nil }
    let block = Descriptions.plan
    block.read(element, into: &plan, &reading)
    block.complete(plan, layers: [element], &reading)
    return plan
  }
}

extension ScenarioDraft {
  /// All plans: the first is the baseline, the others are the baseline plus what they name.
  func plans(_ elements: [Element], _ reading: inout Reading) -> [Plan] {
    guard let first = elements.first else { return [] }
    let baseline = PlanDraft(describedBy: self).changed(by: first, &reading)
    baseline.refuseToLeaveOut(&reading)
    var plans = [plan(baseline, first, over: nil, &reading)]
    for element in elements.dropFirst() {
      var draft = baseline.changed(by: element, &reading)
      draft.leaveOut(of: baseline, first, element, &reading)
      plans.append(plan(draft, element, over: first, &reading))
    }
    return plans
  }

  private func plan(
    _ draft: PlanDraft, _ element: Element, over baseline: Element?, _ reading: inout Reading
  ) -> Plan {
    var plan = Plan(name: draft.name ?? "")
    plan.channels = draft.channels.compactMap {
      $0.draft.resolved(name: $0.name, element: $0.element, &reading)
    }
    let layers = OfferKind.Layers(
      baseline: baseline, plan: element, without: Set(draft.without.map(\.name)))
    for kind in OfferKind.all { kind.offer(layers, &plan, &reading) }
    layers.check(plan, &reading)
    plan.operations = operations(of: draft, element, &reading)
    return plan
  }

  /// What the plan changes of how people are served; what it does not change is the market's.
  private func operations(
    of plan: PlanDraft, _ element: Element, _ reading: inout Reading
  ) -> Operations {
    plan.prices.check(element, &reading)
    plan.checkCommittees(element, &reading)
    let sample = reading.context.standsFor
    var operations = Operations(prices: plan.prices.resolved)
    if let product = plan.written["product"] {
      if self.product.leadsUpwards { plan.product.check(at: product, &reading) }
      let isOther = plan.product != self.product
      operations.product = isOther ? plan.product.sampled(sample) : nil
    }
    let services = plan.segments.map(\.draft.service)
    if services != segments.map(\.draft.service) { operations.services = services }
    operations.fixedCosts = plan.fixedCosts.filter { $0.perDay > 0 }.map {
      FixedCost(name: $0.name, perDay: $0.perDay / Double(sample))
    }
    return operations
  }
}
