extension Participants {
  /// What taking part is worth to somebody: to the one who pays a share of it where it is meant for the one who uses.
  func worth(to index: Int, _ crowd: inout Crowd) -> Double {
    if let hunters = crowd.setting.segment.hunters {
      // What they have to order for it beyond the least they would counts half, as what others add to a basket.
      let excess = Double(max(0, terms.smallestOrder - hunters.order)) / 2
      let order = max(hunters.order, terms.smallestOrder)
      return (offer.worth ?? terms.worth(to: .ordering(order))) - excess
    }
    let first = offer.orders == .first ? crowd.setting.segment.baskets.firstFactor : 1
    let worth =
      offer.worth
      ?? terms.worth(
        to: Shopper(
          meanBasket: first * crowd.meanBasket(of: index),
          basketShape: crowd.setting.segment.baskets.p,
          influence: Terms.weighsInfluence
            ? crowd.setting.traits.influence(crowd.draws, crowd.individual(index)) : 0))
    let awaited = offer.holding.map { worth * $0.patience } ?? worth
    return offer.aim == .payer ? awaited : awaited * sharedWithUser(index, crowd)
  }

  /// Whether it is nothing to somebody to whom it is worth so much: what everybody simply gets is something where an order
  /// may reach what it asks for, whatever their usual ones are.
  func isNothing(worth: Double, _ crowd: inout Crowd) -> Bool {
    guard offer.isNothing(worth: worth) else { return false }
    guard offer.isAutomatic, !crowd.isHunting, offer.worth == nil, terms.smallestOrder > 0 else {
      return true
    }
    return offer.isNothing(worth: terms.worth(to: .ordering(terms.smallestOrder)))
  }

  /// What makes taking part easier for somebody: the offer, a channel that reached them, those who take part already,
  /// and doing it together with the user it is meant for.
  @inline(__always)
  func easing(for index: Int, _ today: Today, _ crowd: Crowd) -> Easing {
    var easing = offer.easing
    if let source = crowd.endorsements.source(for: index, on: today.day),
      source < crowd.setting.easings.count
    {
      easing = easing.and(crowd.setting.easings[source])
    }
    if let proof = offer.socialProof, !today.takers.isEmpty {
      let people = Double(today.takers[slot]) * crowd.setting.standsFor
      easing = easing.and(Easing(trust: proof.eased(by: people)))
    }
    if offer.aim == .user {
      let shared = sharedWithUser(index, crowd)
      if shared < 1 {
        easing = easing.and(Easing(understanding: 1 - shared, time: 1 - shared))
      }
    }
    return easing
  }

  /// The share of what the user feels that the one who pays acts on; 1 where they are the same.
  @inline(__always)
  private func sharedWithUser(_ index: Int, _ crowd: Crowd) -> Double {
    crowd.setting.traits.actsOn(crowd.draws, crowd.individual(index))
  }
}
