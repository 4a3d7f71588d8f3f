import Documents

extension CommitteeDraft {
  /// Refuses a committee that cannot decide, and points out one that always says no.
  ///
  /// `element` is where the committee stands.
  func check(_ element: Element, _ reading: inout Reading) {
    guard !roles.isEmpty else {
      let block = written["roles"] ?? element
      if reading.hasProblem(within: block) || reading.wasMeant("roles", of: element) { return }
      reading.refuse(
        Element(place: block.place, path: block.path, content: .empty),
        reason: "A committee without roles decides nothing.",
        rule: "Write at least one, such as `roles: {decider: {approves: 50%, takes: 14 days}}`.")
      return
    }
    for role in roles {
      Descriptions.committeeRole.complete(role, layers: role.layers, &reading)
      guard role.approves == 0, let place = role.written["approves"] else { continue }
      reading.refuse(
        place,
        reason: "A role that never says yes: no company of this segment ever becomes a customer.",
        severity: .warning)
    }
  }
}

extension SegmentDraft {
  /// Checks a committee, and refuses another decision in the same place, which would never be taken.
  ///
  /// `layers` are those in which the committee or the decision may be given, the last one the nearest.
  func checkCommittee(_ layers: [Element], _ reading: inout Reading) {
    guard let committee, let element = layers.last else { return }
    committee.check(self.element("committee", of: element), &reading)
    for layer in layers {
      guard let decision = layer["first purchase"],
        layer["committee"] != nil || layer == layers.last
      else { continue }
      reading.refuse(
        Element(place: decision.place, path: decision.path, content: .empty),
        reason: "The segment's committee decides in place of this.",
        rule: "Leave out `first purchase`, or `committee`.")
    }
  }
}

extension PlanDraft {
  /// Checks what a plan makes of committees.
  func checkCommittees(_ plan: Element, _ reading: inout Reading) {
    for segment in segments {
      let layers = [plan["every segment"], plan["segments"]?[segment.name]].compactMap(\.self)
      guard !layers.isEmpty else { continue }
      let whole = plan["segments"]?[segment.name]
      segment.draft.checkCommittee(whole == nil ? layers + [plan] : layers, &reading)
    }
  }
}

extension ScenarioDraft {
  /// Refuses channels that ease roles which no committee has.
  func checkEasedRoles(_ root: Element, _ reading: inout Reading) {
    let blocks = ["segments", "every segment"].compactMap { root[$0] }
    guard !reading.isAstray("segments"), !blocks.contains(where: { reading.hasProblem(within: $0) })
    else { return }
    let committees =
      segments.compactMap { $0.draft.committee?.resolved }
      + plans.flatMap { $0.operations.services.compactMap(\.committee) }
    var names: [String] = []
    for role in committees.flatMap(\.roles) where !names.contains(role.name) {
      names.append(role.name)
    }
    var places = [root]
    if case .list(let items)? = root["plans"]?.content { places += items }
    for channel in places.flatMap({ $0["channels"]?.entries ?? [] }) {
      for entry in channel.value["eases"]?.entries ?? [] where !names.contains(entry.name) {
        reading.refuse(
          unknown: entry, reason: "No committee has such a role.",
          rule: names.isEmpty
            ? "Describe a `committee` in a segment, or leave this out."
            : "Write one of \(listed(names, joint: "and")).", among: names)
      }
    }
  }
}
