import Documents

extension ScenarioDraft {
  /// Warns of plans that do the same as an earlier one.
  func warnAboutPlans(_ root: Element, _ reading: inout Reading) {
    guard case .list(let items)? = root["plans"]?.content, items.count == plans.count else {
      return
    }
    for (index, plan) in plans.enumerated() {
      let twin = plans[..<index].firstIndex {
        $0.doesTheSame(as: plan)
      }
      guard let twin, reading.isFaultless else { continue }
      let name = items[index]["name"] ?? items[index]
      reading.refuse(
        name,
        reason: twin == 0
          ? "This plan changes nothing: it does what the baseline does."
          : "This plan does the same as plan `\(plans[twin].name)`.",
        severity: .warning)
    }
  }

  /// Warns of what is described and used by no plan.
  func warnAboutUnused(_ root: Element, _ reading: inout Reading) {
    guard reading.isFaultless else { return }
    for entry in root["channels"]?.entries ?? [] {
      let isUsed = plans.contains { plan in
        plan.channels.contains { $0.name == entry.name && $0.isUsed }
      }
      if !isUsed { warn(unused: entry, "No plan buys anything of this channel.", &reading) }
    }
    guard case .list(let items)? = root["plans"]?.content else { return }
    for kind in OfferKind.all {
      for entry in root[kind.name]?.entries ?? []
      where !items.contains(where: { $0[kind.name]?[entry.name] != nil }) {
        warn(unused: entry, "No plan uses this.", &reading)
      }
    }
  }

  private func warn(unused entry: Element.Entry, _ reason: String, _ reading: inout Reading) {
    reading.refuse(
      Element(place: entry.place, path: entry.value.path, content: .empty), reason: reason,
      severity: .warning)
  }
}
