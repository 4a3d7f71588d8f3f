import Statistics

/// What an offer is to somebody, whatever has become of it in their hands.
protocol OfferRules {
  associatedtype Terms: OfferTerms

  var offer: Offer { get }
  var terms: Terms { get }
  /// The offer among the plan's, which is also its slot in the crowd's columns.
  var slot: Int { get }
  var keptOut: Purpose { get }
}

extension OfferRules {
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

  /// Whether it is nothing to somebody to whom it is worth so much: what everybody simply gets is something where it gives
  /// more than that, or where an order may reach what it asks for, whatever their usual ones are.
  func isNothing(worth: Double, _ crowd: inout Crowd) -> Bool {
    guard offer.isNothing(worth: worth) else { return false }
    guard offer.isAutomatic, !crowd.isHunting else { return true }
    if terms.givesBesides { return false }
    guard offer.worth == nil, terms.smallestOrder > 0 else { return true }
    return offer.isNothing(worth: terms.worth(to: .ordering(terms.smallestOrder)))
  }

  /// The share of what the user feels that the one who pays acts on; 1 where they are the same.
  @inline(__always)
  func sharedWithUser(_ index: Int, _ crowd: Crowd) -> Double {
    crowd.setting.traits.actsOn(crowd.draws, crowd.individual(index))
  }

  /// What an offer of money off is held against on a day: what others offer, 0 without any.
  ///
  /// It is no reason against what is no price, such as a free taste, and none for hunters, who take one and the other.
  func elsewhere(for index: Int, on day: Int, _ crowd: inout Crowd) -> Double {
    guard Terms.lowersPrice, !crowd.isHunting, !crowd.setting.elsewhere.isNothing else { return 0 }
    let first = offer.orders == .first ? crowd.setting.segment.baskets.firstFactor : 1
    return crowd.setting.elsewhere.worth(
      on: day, meanBasket: first * crowd.meanBasket(of: index))
  }

  /// Whether it is an offer of somebody's arm.
  @inline(__always)
  func isOffered(to index: Int, _ crowd: Crowd) -> Bool {
    crowd.arms?.offers(slot, to: index) ?? true
  }

  /// Whether somebody is left out, to compare with.
  @inline(__always)
  func isHeldOut(_ index: Int, _ crowd: Crowd) -> Bool {
    guard offer.holdout > 0 else { return false }
    var stream = crowd.draws.stream(crowd.individual(index), keptOut)
    return stream.uniform() < offer.holdout
  }
}
