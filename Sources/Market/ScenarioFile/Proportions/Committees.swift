import Documents

/// What a committee does not hang on: it decides after a trial, role by role.
extension Proportions {
  /// Why a chance that a trial convinces is that of nobody, or not of all.
  func whyNobodyIsConvinced(_ offer: Offer, _ plan: Plan) -> Doubt? {
    guard offer.terms.convinces != nil else { return nil }
    let people = served(offer.segments, under: plan)
    let asking = people.filter { $0.segment.committee != nil }
    guard let first = asking.first else { return nil }
    let names = asking.map { "“\($0.segment.name)”" }.joined(separator: ", ")
    return Doubt(
      "convinces",
      asking.count == people.count
        ? "A committee decides there after a trial, role by role: this chance changes nothing."
        : "In \(names) a committee decides after a trial, role by role: this chance changes nothing there.",
      rule: "Ease its roles instead, or give “\(first.segment.name)” no `committee`.")
  }

  /// Warns of outside events that are to change decisions where committees make all of them.
  func warnOfEventsForCommittees(_ reading: inout Reading) {
    let segments = scenario.market.segments
    guard !segments.isEmpty, segments.allSatisfy({ $0.committee != nil }) else { return }
    for event in scenario.market.season.events where event.effects.firstPurchases != 1 {
      reading.refuse(
        root["season"]?["events"]?[event.name]?["first purchases"] ?? root,
        reason: "Committees decide in every segment, role by role: this changes nothing.",
        severity: .warning)
    }
  }
}
