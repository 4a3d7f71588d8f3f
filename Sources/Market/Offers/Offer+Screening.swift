import Statistics

extension Offer {
  /// The claims of a crowd's day that a check lets pass, and those it does not; each is checked at a cost, and who is
  /// refused may be lost.
  func screened(
    _ claims: [Claim], slot: Int, _ carry: inout Carry, _ today: Today, _ crowd: inout Crowd,
    _ tally: inout Tally
  ) -> (passed: [Claim], refused: [Claim]) {
    guard let screening else { return (claims, []) }
    // Orders that wait are not claims to anything yet.
    let checked = claims.filter { $0.held == nil }.count
    let cost = carry.post(Double(checked) * screening.cost)
    crowd.spend(cost, on: .messaging, slot: slot, today, &tally)
    let ofOrders = Purpose("offer.\(name).check of an order")
    let ofOthers = Purpose("offer.\(name).check")
    var (passed, refused): ([Claim], [Claim]) = ([], [])
    // Of those without an order, which of their customer's today; a customer's stand together.
    var ofToday = 0
    for (place, claim) in claims.enumerated() {
      ofToday = place > 0 && claims[place - 1].customer == claim.customer ? ofToday + 1 : 0
      guard claim.held == nil else {
        passed.append(claim)
        continue
      }
      var stream = crowd.draws.stream(
        crowd.individual(claim.customer), claim.order == nil ? ofOthers : ofOrders,
        index: claim.order?.number ?? today.day * Self.checksOfADay + ofToday % Self.checksOfADay)
      let chance = crowd.isHunting ? screening.catches : screening.refuses
      guard stream.uniform() < chance else {
        passed.append(claim)
        continue
      }
      let event = crowd.isHunting ? OfferCount.caught : .refused
      tally.count(1, event, of: slot, day: today.day, segment: crowd.setting.index)
      if crowd.isHunting {
        // Nobody hunts at full price.
        if let order = claim.order { crowd.cancel(order, today, &tally) }
        continue
      }
      refused.append(claim)
      if stream.uniform() < screening.loses { crowd.lose(claim.customer) }
    }
    return (passed, refused)
  }

  /// Who made another's claim, which a check refused, hears of it and may be lost too.
  func hear(refusalOf index: Int, _ today: Today, _ crowd: inout Crowd) {
    guard let screening, screening.loses > 0 else { return }
    var stream = crowd.draws.stream(
      crowd.individual(index), Purpose("offer.\(name).refusal of another's"), index: today.day)
    if stream.uniform() < screening.loses { crowd.lose(index) }
  }

  /// Checks of one person on one day that have draws of their own.
  private static var checksOfADay: Int { 64 }
}
