/// What every offer does alike, unless its mechanism says otherwise.
extension Mechanism {
  /// The offer among the plan's, which is also its slot in the crowd's columns.
  var slot: Int { participants.slot }

  /// Redemptions within the horizon by customer, once it has ended; empty where there were none.
  var redemptions: [UInt16] { participants.redemptionsWithin }

  static func outright(_ offer: Offer, for segment: Segment, on day: Int) -> Double { 1 }

  mutating func open(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    participants.open(today, &crowd, &tally)
  }

  mutating func grant(
    _ claim: Claim, _ amount: Int64, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    guard amount > 0 else { return }
    crowd.reward(amount, for: claim.order, slot: slot, today, &tally)
    participants.redeem(claim.order.customer, today, &crowd)
  }

  mutating func endOffering(_ day: Int, _ crowd: inout Crowd) {
    participants.endOffering(day, &crowd)
  }

  mutating func exhaust(_ today: Today, _ crowd: inout Crowd) {
    participants.withdraw(today, &crowd)
  }
}

extension Participants {
  /// The claims that a day's orders make on the offer, each of what it is paid for its basket, and who came to it or
  /// outgrew it by them.
  mutating func claims(
    _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally, reward: (Int64) -> Int64
  ) -> [Claim] {
    guard isHonoured(on: today.day) else { return [] }
    meetToday(today.day, &crowd)
    guard !isWithdrawn else {
      // Who comes too late is in an experiment all the same: they would be without the others' claims.
      if crowd.arms != nil { close(today, &crowd, &tally) }
      return []
    }
    var claims: [Claim] = []
    var claimedNow = 0
    for (place, order) in crowd.orders.enumerated() {
      if place == 0 || crowd.orders[place - 1].customer != order.customer { claimedNow = 0 }
      guard honours(order, crowd), usesLeft(order.customer, claimedToday: claimedNow) else {
        continue
      }
      let amount = reward(order.basket)
      guard amount > 0 else { continue }
      claims.append(Claim(order: order, amount: amount))
      claimedNow += 1
    }
    close(today, &crowd, &tally)
    return claims
  }
}
