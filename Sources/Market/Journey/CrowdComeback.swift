import Statistics

/// Coming back: somebody who had left for good is a customer again.
extension Crowd {
  /// Somebody who had lapsed is a customer again from the opening of a day on: with a fresh threshold, and a purchase
  /// clock that starts anew.
  ///
  /// After the order they return with they leave as after a first one, or with a chance of its own. Nothing changes of
  /// somebody who is still here, has never bought, or waits for an order.
  mutating func revive(_ index: Int, lapsing chance: Double?, _ today: Today) {
    guard hasLeft(index, today) else { return }
    var customer = customers[index]
    let (who, time) = (individual(index), Double(today.day))
    if slowing.isUsed {
      catchUp(&customer, index, to: today.day)
      slowing.resume(index, on: today.day, draws, who)
    }
    customer.stage = .customer
    rules.beginStay(
      &customer, who, at: time, purpose: JourneyPurpose.lapseAfterReturn, index: today.day)
    var stream = draws.stream(who, JourneyPurpose.purchaseAfterReturn, index: today.day)
    waitForOrder(&customer, index, stream.exponential(), at: time, today)
    customers[index] = customer
    comebacks.set(Comeback(lapse: chance), index, among: customers.count)
    reschedule(index, from: today.day, view(of: today, index))
  }

  /// Whether somebody who has bought has left for good by the opening of a day.
  ///
  /// Who leaves in the course of time shows it no sooner than their next order would.
  @inline(__always)
  func hasLeft(_ index: Int, _ today: Today) -> Bool {
    var customer = customers[index]
    guard customer.orders > 0 else { return false }
    if customer.stage == .lapsed { return true }
    return customer.stage == .customer
      && !rules(for: index).isStillHere(&customer, individual(index), at: Double(today.day))
  }
}

/// What somebody who is back does after the order they return with.
struct Comeback: Sendable {
  /// The chance to leave for good after it; `nil` for that after a first order.
  let lapse: Double?
}

/// Who is back and has not ordered since; empty until first needed.
struct Comebacks: Sendable {
  private var held: [Comeback] = []
  private var areBack: [Bool] = []

  mutating func set(_ one: Comeback, _ customer: Int, among people: Int) {
    if held.isEmpty {
      held = Array(repeating: Comeback(lapse: nil), count: people)
      areBack = Array(repeating: false, count: people)
    }
    held[customer] = one
    areBack[customer] = true
  }

  /// What somebody's next order sees of it, once.
  mutating func take(_ customer: Int) -> Comeback? {
    guard !areBack.isEmpty, areBack[customer] else { return nil }
    areBack[customer] = false
    return held[customer]
  }
}
