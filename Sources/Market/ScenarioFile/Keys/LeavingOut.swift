import Documents
internal import Statistics

extension Key<PlanDraft> {
  /// Names of what the baseline does and a plan does not.
  static var without: Self {
    let names = Kind<[String]>.list(of: .name("a name")) { _ in
      "a name or a list of names such as `[flyers, second visit]`"
    }
    return Key(
      name: "without",
      meaning: "What the baseline does and this plan does not: channels, rewards and fixed costs.",
      example: "[flyers, second visit]", rule: names.rule(Context()),
      schema: { _ in names.schema },
      read: { element, plan, reading in
        guard let given = names.read(element, &reading) else { return }
        var places = [element]
        if case .list(let items) = element.content { places = items }
        plan.without = zip(given, places).map { PlanDraft.LeftOut(name: $0, element: $1) }
      })
  }
}

extension PlanDraft {
  /// Stops buying and doing what is named, and refuses names of nothing that the baseline does.
  mutating func leaveOut(
    of baseline: PlanDraft, _ first: Element, _ element: Element, _ reading: inout Reading
  ) {
    let done = baseline.done(first, reading)
    for left in without {
      let name = left.name
      guard done.contains(name) else {
        let isMeant = Self.kinds.contains { first[$0]?[name] != nil && reading.isAstray($0) }
        if isMeant { continue }
        let near = reading.meant(by: name, among: done)
        let list = done.isEmpty ? "It does nothing that could be left out." : nil
        reading.refuse(
          left.element, reason: "The baseline has nothing of this name.",
          rule: near == nil ? list ?? "Leave out \(listed(done, joint: "or"))." : nil,
          suggestion: near)
        continue
      }
      for key in Self.kinds {
        guard let changed = element[key]?[name] else { continue }
        reading.refuse(
          changed, reason: "The plan changes this and leaves it out.",
          rule: "Keep one of them.")
      }
      for index in channels.indices where channels[index].name == name {
        channels[index].draft.stop()
      }
      fixedCosts.removeAll { $0.name == name }
    }
  }

  /// Under which keys a plan has names.
  private static var kinds: [String] { ["channels", "fixed costs"] + OfferKind.all.map(\.name) }

  /// The baseline is what others leave something out of.
  func refuseToLeaveOut(_ reading: inout Reading) {
    guard let place = written["without"] else { return }
    reading.refuse(
      place, reason: "The first plan is the baseline: there is nothing before it to leave out.",
      rule: "Leave the names out of what it does, or give a channel a budget of 0.")
  }

  /// Names of what a plan buys, offers and pays.
  private func done(_ element: Element, _ reading: Reading) -> [String] {
    let bought = channels.filter(\.draft.isUsed).map(\.name)
    let offers = OfferKind.all.flatMap { offered($0.name, element, reading) }
    // Those mistyped there are meant all the same.
    let meant = channels.map(\.name).filter {
      reading.wasMeant($0, of: element.inner("channels"))
    }
    return bought + meant + offers + fixedCosts.map(\.name)
  }

  /// Names of offers of one kind, as they were meant.
  private func offered(_ kind: String, _ element: Element, _ reading: Reading) -> [String] {
    let described = reading.root[kind]?.entries.map(\.name) ?? []
    let meant = described.filter { reading.wasMeant($0, of: element.inner(kind)) }
    let named = element[kind]?.entries.filter { !reading.hasProblem(with: $0.value) }
    return meant + (named?.map(\.name) ?? [])
  }
}
