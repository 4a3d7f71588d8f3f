import Documents

/// What costs nothing, so that no amount of it could be too much.
extension Proportions {
  /// Whether a plan pays nothing for an offer beside what its takers get: neither once nor by the day.
  ///
  /// What the baseline pays by the day is taken to be for what it does itself.
  func isFree(_ offer: Offer, under plan: Plan) -> Bool {
    let baseline = scenario.plans[0]
    let before = plan.name == baseline.name ? [] : baseline.operations.fixedCosts
    let isPaid = plan.operations.fixedCosts.contains { $0.perDay > 0 && !before.contains($0) }
    return offer.fixedCost == 0 && !isPaid
  }

  /// Why the size of what an offer gives decides nothing about who takes part.
  func whyEverybodyTakes(_ offer: Offer, _ plan: Plan) -> Doubt? {
    guard !type(of: offer.terms).rewardsOrders, case .decided = offer.participation else {
      return nil
    }
    let people = served(offer.segments, under: plan)
    guard !people.isEmpty, people.allSatisfy({ $0.segment.participation.median == 0 }) else {
      return nil
    }
    return Doubt(
      "reward",
      "Taking part costs nobody anything: who notices it takes part, for however little.",
      rule: "Give the segments it is for a `participation cost`.")
  }

  /// Why what an offer makes easier is nothing to anybody.
  func whyNothingIsEased(_ offer: Offer, _ plan: Plan) -> Doubt? {
    guard case .decided = offer.participation else { return nil }
    let costs = served(offer.segments, under: plan).map(\.segment.participation)
    if offer.easing != Easing(), costs.allSatisfy({ $0.left(by: offer.easing) == 1 }) {
      return Doubt(
        "easier", "There is nothing to make easier: of what it eases taking part costs nobody any.",
        rule: "Give the parts under `participation cost` of the segments it is for.")
    }
    if offer.socialProof != nil, costs.allSatisfy({ $0.trust == 0 }) {
      return Doubt(
        "social proof", "Nobody needs others to trust it: taking part costs nobody any trust.",
        rule: "Give `trust` under `participation cost` of the segments it is for.")
    }
    return nil
  }
}
