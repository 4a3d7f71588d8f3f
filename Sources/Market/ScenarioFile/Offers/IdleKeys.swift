import Documents

/// Keys that another key leaves without effect.
extension OfferDraft {
  /// Warns of those written beside what makes them idle, or over it; a plan may make idle what it finds described.
  func warnOfIdleKeys(_ layers: [Element], _ element: Element, _ reading: inout Reading) {
    warnOfIdlePullForward(layers, element, &reading)
    if isAutomatic {
      warn(
        of: ["attention", "decision noise", "social proof", "strong rewards"], beside: "automatic",
        "Everybody simply gets an offer that is automatic: there is nothing to notice or decide.",
        layers, &reading)
    } else if announcer != nil {
      warn(
        of: ["attention", "strong rewards"], beside: "announced by",
        "Nobody notices an announced offer on their own: who is told of it has noticed it.", layers,
        &reading)
    }
  }

  private func warn(
    of keys: [String], beside cause: String, _ reason: String, _ layers: [Element],
    _ reading: inout Reading
  ) {
    guard let first = layers.lastIndex(where: { $0[cause] != nil }) else { return }
    for key in keys {
      guard let last = layers.lastIndex(where: { $0[key] != nil }), last >= first,
        let element = layers[last][key], !reading.hasProblem(within: element)
      else { continue }
      reading.refuse(
        Element(place: element.place, path: element.path, content: .empty), reason: reason,
        rule: "Leave out `\(key)` or `\(cause)`.", severity: .warning)
    }
  }

  private func warnOfIdlePullForward(
    _ layers: [Element], _ element: Element, _ reading: inout Reading
  ) {
    let block = self.element("pull-forward", of: element)
    guard !reading.hasProblem(within: block) else { return }
    func isWritten(_ key: String) -> Bool { layers.contains { $0["pull-forward"]?[key] != nil } }
    if pullForward.drop > 0, !isWritten("days") {
      reading.refuse(block, reason: "It lasts for no days: give `days`.", severity: .warning)
    }
    if pullForward.days > 0, !isWritten("drop") {
      reading.refuse(
        block, reason: "Nothing is lower on these days: give `drop`.", severity: .warning)
    }
  }
}
