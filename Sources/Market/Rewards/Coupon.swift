import Statistics

/// A coupon in one crowd: what its holders take off their orders.
struct Coupon: Mechanism {
  private let offer: CouponOffer
  private var participants: Participants

  var slot: Int { participants.slot }
  var redemptions: [UInt16] { participants.redemptionsWithin }

  static func all(in plan: Plan, for crowd: Crowd) -> [any Mechanism] {
    plan.coupons.enumerated()
      .filter { $0.element.segments.contains(crowd.setting.index) }
      .map { Coupon($0.element, slot: $0.offset, crowd: crowd) }
  }

  static func outright(in plan: Plan, for segment: Segment, index: Int, day: Int) -> Double {
    plan.coupons.reduce(1) { product, offer in
      guard offer.isOutright(for: segment), offer.segments.contains(index),
        offer.window.contains(day),
        case .multipliers(let daily) = offer.effect
      else { return product }
      return product * daily[day - offer.window.lowerBound]
    }
  }

  private init(_ offer: CouponOffer, slot: Int, crowd: Crowd) {
    self.offer = offer
    let isOutright = crowd.arms == nil && offer.isOutright(for: crowd.setting.segment)
    participants = Participants(
      offer, slot: slot, people: isOutright ? 0 : crowd.customers.count,
      days: crowd.setting.days)
  }

  mutating func open(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    participants.open(today, &crowd, &tally)
  }

  mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
    guard participants.isHonoured(on: today.day) else { return [] }
    participants.meetToday(today.day, &crowd)
    guard !participants.isWithdrawn else {
      // Who comes too late is in an experiment all the same: they would be without the others' claims.
      if crowd.arms != nil { participants.close(today, &crowd, &tally) }
      return []
    }
    var claims: [Claim] = []
    var claimedNow = 0
    for (place, order) in crowd.orders.enumerated() {
      if place == 0 || crowd.orders[place - 1].customer != order.customer { claimedNow = 0 }
      guard participants.honours(order, crowd),
        participants.usesLeft(order.customer, claimedToday: claimedNow)
      else { continue }
      let amount = offer.reward(on: order.basket)
      guard amount > 0 else { continue }
      claims.append(Claim(order: order, amount: amount))
      claimedNow += 1
    }
    participants.close(today, &crowd, &tally)
    return claims
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
