/// Who has just paid in full is let down by an offer that opens to everybody.
extension Participants {
  /// Takes in who pays in full today, in the days before the offer opens, and has not got their money back by then.
  @inline(__always)
  mutating func notePrices(_ day: Int, _ crowd: Crowd) {
    guard let regret = offer.regret, !isWithdrawn, day < offer.window.lowerBound else { return }
    let opening = Double(offer.window.lowerBound)
    let since = opening - regret.within
    guard Double(day + 1) > since else { return }
    for order in crowd.day.orders
    where order.time >= since && crowd.day.money[order.place].rewarded == 0
      && !crowd.day.isCancelled(order)
      && crowd.returnTime(of: order).map({ $0 >= opening }) ?? true
    {
      if paidInFull.isEmpty { paidInFull = Array(repeating: false, count: crowd.customers.count) }
      paidInFull[order.customer] = true
    }
  }

  /// Takes in who is known to have ordered shortly before the first day.
  private mutating func noteKnownOrders(since: Double, _ crowd: Crowd) {
    guard since < 0, !crowd.base.isEmpty else { return }
    for (index, known) in crowd.base.enumerated() where known.lastOrder >= since {
      if paidInFull.isEmpty { paidInFull = Array(repeating: false, count: crowd.customers.count) }
      paidInFull[index] = true
    }
  }

  /// The offer opens: those it is offered to, whether or not it is for orders of theirs, see what they missed.
  mutating func letDown(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    guard let regret = offer.regret, !isWithdrawn else { return }
    noteKnownOrders(since: Double(today.day) - regret.within, crowd)
    for index in paidInFull.indices
    where paidInFull[index] && !isHeldOut(index, crowd)
      && isMeant(for: index, on: today.day, crowd)
      && worth(to: index, &crowd) >= regret.least
    {
      // Who would be sorry is in an experiment, in whichever arm.
      crowd.arms?.meet(slot, index, from: today.day)
      guard isOffered(to: index, crowd) else { continue }
      crowd.disappoint(index, by: regret.loss, from: today.day, today, &tally)
      tally.count(1, .letDown, of: slot, day: today.day, segment: crowd.setting.index)
    }
    paidInFull = []
  }
}

extension Mechanism {
  /// Takes in who pays in full today.
  mutating func notePrices(_ day: Int, _ crowd: Crowd) { participants.notePrices(day, crowd) }
}
