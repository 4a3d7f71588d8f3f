/// What every offer does alike, unless its mechanism says otherwise.
extension Mechanism {
  /// The offer among the plan's, which is also its slot in the crowd's columns.
  var slot: Int { participants.slot }

  /// Redemptions within the horizon by customer, once it has ended; empty where there were none.
  var redemptions: [UInt16] { Terms.isJudged ? participants.redemptionsWithin : [] }

  static var touchesEverybody: Bool { false }

  static var goesOn: Bool { false }

  static func outright(_ offer: Offer, for segment: Segment, on day: Int) -> Double { 1 }

  static func couplings(_ terms: Terms, of offer: Offer) -> Set<Coupling> {
    []
  }

  static func clearing(_ terms: Terms, of offer: Offer) -> (any Clearing)? {
    offer.budget.map { Budget($0) }
  }

  mutating func open(
    _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    participants.open(today, &crowd, &tally)
  }

  mutating func settle(
    _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    guard case .paid(let amount) = verdict, let order = claim.order else { return }
    if claim.raise > 0 {
      crowd.raise(
        order, by: claim.raise, slot: slot, goingBack: claim.raiseGoesBack, today, &tally)
      tally.count(1, .raised, of: slot, day: today.day, segment: crowd.setting.index)
    }
    crowd.reward(
      amount, for: order, slot: slot, isTakenOff: Terms.isTakenOff, today, &tally)
    participants.redeem(claim.customer, today, &crowd, &tally)
  }

  mutating func endOffering(_ day: Int, _ crowd: inout Crowd) {
    participants.endOffering(day, &crowd)
  }

  mutating func goOn(as offer: Offer?, _ day: Int, _ crowd: inout Crowd) {}

  mutating func withdraw(_ today: Today, _ crowd: inout Crowd) {
    participants.withdraw(today, &crowd)
  }
}

extension Participants {
  /// The claims that a day's orders make on the offer, and who came to it or outgrew it by them.
  mutating func claims(
    _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally,
    claim: (Order, inout Crowd) -> Claim?
  ) -> [Claim] {
    guard isHonoured(on: today.day) else {
      hearOrders(crowd)
      return []
    }
    meetToday(today.day, &crowd)
    guard !isWithdrawn else {
      // Who comes too late is in an experiment all the same: they would be without the others' claims.
      if crowd.arms != nil { close(today, &crowd, &tally) }
      return []
    }
    var claims: [Claim] = []
    var claimedNow = 0
    var last: Int?
    for order in crowd.day.newOrders {
      if order.customer != last { claimedNow = 0 }
      last = order.customer
      countUnseen(order, today, &crowd, &tally)
      guard honours(order, &crowd), !crowd.day.isCancelled(order),
        usesLeft(order.customer, claimedToday: claimedNow)
      else {
        continue
      }
      guard let claim = claim(order, &crowd),
        claim.amount > 0 || claim.isBlank || isWorthWithoutMoney
      else { continue }
      claims.append(claim)
      claimedNow += 1
    }
    close(today, &crowd, &tally)
    return claims
  }

  /// Whether it is redeemed though it takes nothing off, such as a gift that is worth something.
  private var isWorthWithoutMoney: Bool { (offer.worth ?? 0) > 0 }
}
