/// The offers of several arms as those of one market, each arm's in its own order.
///
/// What several arms offer in the same words is one offer. Offers of a day are settled in their order, so that later ones
/// see what earlier ones made of an order: no arm's may change.
struct ArmOffers {
  private(set) var offers: [Offer] = []
  /// By offer of the market: bit k where arm k makes it.
  private(set) var makers: [UInt64] = []

  init(_ arms: [Plan]) {
    for (place, arm) in arms.enumerated() {
      var next = 0
      for offer in arm.offers {
        if let slot = offers.indices.dropFirst(next).first(where: { offers[$0] == offer }) {
          makers[slot] |= 1 << UInt64(place)
          next = slot + 1
        } else {
          offers.insert(offer, at: next)
          makers.insert(1 << UInt64(place), at: next)
          next += 1
        }
      }
    }
  }

  /// Who is a member of what, and who is told by what, is known by its name, which several arms may use otherwise.
  ///
  /// - Throws: Where an arm's offer hangs on one that another arm has in other words.
  func check(_ arms: [Plan]) throws(ArmProblem) {
    for (slot, offer) in offers.enumerated() {
      for name in [offer.members, offer.announcer].compactMap(\.self) {
        guard let first = offers.firstIndex(where: { $0.name == name }),
          makers[slot] & ~makers[first] != 0
        else { continue }
        let names = arms.indices.filter { (makers[slot] | makers[first]) & (1 << UInt64($0)) != 0 }
          .map { "“\(arms[$0].name)”" }
        throw ArmProblem(
          "\(names.joined(separator: " and ")) differ in “\(name)”, on which “\(offer.name)” hangs, which is for"
            + " its members or announced by it: a test cannot tell its people by the arm. Give the plans the"
            + " same “\(name)”, or describe two under names of their own, each with its offer.",
          .scenario)
      }
    }
  }
}
