extension Participants {
  /// What an offer's worth is held against: others' offers of today, 0 without any.
  func elsewhere(for index: Int, _ today: Today, _ crowd: inout Crowd) -> Double {
    guard today.outside.shareElsewhere > 0 || today.outside.amountElsewhere > 0 else { return 0 }
    let first = offer.orders == .first ? crowd.setting.segment.baskets.firstFactor : 1
    return today.outside.worthElsewhere(meanBasket: first * crowd.meanBasket(of: index))
  }
}
