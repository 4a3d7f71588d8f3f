extension Participants {
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
}
