/// What goes back of a member's points and payments with an order, or with what was added to it for another offer.
struct PointsReversal: Sendable {
  let customer: Int
  /// In days since the start.
  let time: Double
  /// The day of the order.
  let ordered: Int
  /// Money that the customer gets back, minor units.
  let paid: Int64
  /// Points that were earned by it.
  let earned: Int64
  /// Points it was paid with that come back.
  let redeemed: Int64
}

extension PointsReversal {
  /// All that will go back of an order that has just been settled, for which so much was `paid`: what was added to it and
  /// goes back before it, and the rest of it.
  static func all(
    of order: Order, paid: Int64, earned: Int64, in tier: Int, redeemed: Int64, slot: Int,
    _ terms: PointsProgramme, _ crowd: Crowd
  ) -> [Self] {
    let isCounted = earned > 0 || (paid > 0 && !terms.tiers.isEmpty)
    guard isCounted || redeemed > 0 else { return [] }
    let whole = crowd.returnTime(of: order)
    var (left, points, list) = (paid, earned, [Self]())
    func goBack(_ paid: Int64, earned: Int64, redeemed: Int64 = 0, at time: Double) -> Self {
      Self(
        customer: order.customer, time: time, ordered: Int(order.time), paid: paid, earned: earned,
        redeemed: redeemed)
    }
    for raise in crowd.day.raises where raise.place == order.place && isCounted {
      guard let time = raise.goesBack, time < whole ?? .infinity else { continue }
      let amount = raise.amount - raise.lost
      left -= amount
      // What is lost with it may be more than it was: nothing is earned by that.
      let kept = min(points, terms.points(for: max(0, left), in: tier))
      list.append(goBack(amount, earned: points - kept, at: time))
      points = kept
    }
    guard let whole else { return list }
    let isLost = crowd.setting.payouts[slot].isLost(orderedAt: order.time, goingBackAt: whole)
    list.append(goBack(left, earned: points, redeemed: isLost ? redeemed : 0, at: whole))
    return list
  }
}
