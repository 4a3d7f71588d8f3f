/// What orders do with an offer: they redeem it, use it up, or carry somebody past it.
extension Participants {
  /// An order has carried somebody past the offer, if it has.
  mutating func pass(_ order: Order, _ today: Today, _ crowd: inout Crowd) {
    guard !lives.isEmpty, !offer.isFor(ordersSoFar: order.number) else { return }
    // It was over for them before.
    if lives[order.customer].stage == .over, !writesAnew(crowd) { return }
    lives[order.customer].meet(.outgrown)
    refresh(order.customer, from: today.day + 1, &crowd)
  }

  /// An automatic offer is met on the very day of the first order it covers.
  func meetToday(_ today: Int, _ crowd: inout Crowd) {
    guard crowd.arms != nil, offer.isAutomatic else { return }
    for order in crowd.day.newOrders
    where lives[order.customer].stage == .outside && offer.covers(orderNumber: order.number)
      && !isHeldOut(order.customer, crowd)
      && !offer.isForSome
    {
      crowd.arms?.meet(slot, order.customer, from: today)
    }
  }

  /// Whether somebody has it in hand.
  func holds(_ index: Int) -> Bool { !lives.isEmpty && lives[index].stage == .live }

  /// Whether an order can redeem it: an automatic offer honours also people who came to it only today.
  @inline(__always)
  func honours(_ order: Order, _ crowd: inout Crowd) -> Bool {
    guard offer.covers(orderNumber: order.number) else { return false }
    guard !lives.isEmpty else { return true }
    switch lives[order.customer].stage {
    case .live: return true
    case .outside, .waiting:
      // Who joins the group it is for by this order comes to it tomorrow.
      let isAmongThem =
        lives[order.customer].stage == .waiting
        ? isMeant(for: order.customer, on: Int(order.time), crowd) : !offer.isForSome
      return offer.isAutomatic && isOffered && isAmongThem && isOffered(to: order.customer, crowd)
        && !isHeldOut(order.customer, crowd)
        && !isNothing(worth: worth(to: order.customer, &crowd), &crowd)
    case .declined, .over: return false
    }
  }

  /// Whether somebody who has claimed so often today may do so again.
  func usesLeft(_ customer: Int, claimedToday: Int) -> Bool {
    guard let uses = offer.uses else { return true }
    let before = redemptions.isEmpty ? 0 : Int(redemptions[customer])
    return before + claimedToday < uses
  }

  /// Takes in a redemption: who redeems what everybody simply gets has had it.
  mutating func redeem(
    _ index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    handOver(index, today, &crowd, &tally)
    if redemptions.isEmpty { redemptions = Array(repeating: 0, count: crowd.customers.count) }
    redemptions[index] &+= 1
    guard !lives.isEmpty else { return }
    if let uses = offer.uses, Int(redemptions[index]) >= uses { lives[index].meet(.usedUp) }
    if offer.pullForward.drop > 0 {
      if slackUntil.isEmpty { slackUntil = Array(repeating: 0, count: lives.count) }
      slackUntil[index] = UInt16(
        truncatingIfNeeded: min(
          Int(UInt16.max), today.day + 1 + offer.pullForward.days))
    }
    refresh(index, from: today.day + 1, &crowd)
  }

  /// It is over for somebody from tomorrow on, such as once they have been given what it offers.
  mutating func finish(_ index: Int, _ today: Today, _ crowd: inout Crowd) {
    lives[index].meet(.usedUp)
    refresh(index, from: today.day + 1, &crowd)
  }

  /// Whether anybody's order of a day may redeem it.
  func isHonoured(on day: Int) -> Bool { day >= offer.window.lowerBound && day < end }
}
