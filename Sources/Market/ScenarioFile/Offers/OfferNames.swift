import Documents

extension OfferKind.Layers {
  /// Refuses two offers of one name, and offers that are announced by what does not announce, or are for members of what
  /// has none.
  ///
  /// What people do about an offer is drawn by its name, and a plan leaves it out by its name.
  func check(_ plan: Plan, _ reading: inout Reading) {
    let tellers =
      plan.channels.filter(\.isUsed).map(\.name)
      + plan.offers.filter { type(of: $0.terms).announces }.map(\.name)
    for (place, offer) in plan.offers.enumerated() {
      let earlier = plan.offers[..<place]
      if let other = earlier.first(where: { $0.name == offer.name }) {
        reading.refuse(
          element(of: offer, reading),
          reason: "There is a “\(offer.name)” among the \(type(of: other.terms).kind) too.",
          rule: "Give each offer a name of its own.")
      } else if let other = earlier.first(where: {
        $0.name.asRead == offer.name.asRead && type(of: $0.terms) != type(of: offer.terms)
      }) {
        reading.refuse(element(of: offer, reading), named: offer.name, like: other.name)
      }
      if type(of: offer.terms).announces, plan.channels.contains(where: { $0.name == offer.name }) {
        reading.refuse(
          element(of: offer, reading),
          reason:
            "There is a channel “\(offer.name)” too: nobody could say which of them announces an offer.",
          rule: "Give one of them another name.")
      }
      if let announcer = offer.announcer, !tellers.contains(announcer) {
        reading.refuse(
          element(of: offer, reading, key: "announced by"),
          reason: "“\(announcer)” is no audience of this plan, and no channel that it uses.",
          rule: tellers.isEmpty
            ? "Describe an audience under `audiences` and use it in the plan, or leave the key out."
            : "Write one of them: \(listed(tellers, joint: "or")).")
      }
      let groups = plan.offers.filter { type(of: $0.terms).hasMembers }.map(\.name)
      if let group = offer.members, !groups.contains(group) {
        reading.refuse(
          element(of: offer, reading, key: "members of"),
          reason: "“\(group)” is no audience and no community of this plan.",
          rule: groups.isEmpty
            ? "Describe one under `audiences` or `communities` and use it in the plan, or leave the key out."
            : "Write one of them: \(listed(groups, joint: "or")).")
      }
    }
    checkSoles(plan, &reading)
  }

  /// Where an offer, or a key of it, is written: in the plan, in the baseline or where it is described.
  func element(of offer: Offer, _ reading: Reading, key: String? = nil) -> Element {
    let kind = type(of: offer.terms).kind
    let written = [plan[kind], baseline?[kind], reading.root[kind]].compactMap { $0?[offer.name] }
    return key.flatMap { key in written.lazy.compactMap { $0[key] }.first } ?? written.first ?? plan
  }
}
