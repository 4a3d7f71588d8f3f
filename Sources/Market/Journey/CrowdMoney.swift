extension Crowd {
  /// Enters money that moves with an order: in the ledger, in what is left of the order, and in its customer's
  /// worth.
  ///
  /// What moves together is entered together, so that a customer's worth moves by the sum. Money of an order of a
  /// day before moves `at` a later time.
  mutating func enter(
    _ first: Posting, _ second: Posting? = nil, _ third: Posting? = nil, for order: Order,
    at later: Double? = nil, _ customer: inout Customer, isOrder: Bool = false, _ today: Today,
    _ tally: inout Tally
  ) {
    let isLater = later != nil
    var moved = Moved()
    post(first, order, isLater: isLater, today, &tally, &moved)
    if let second { post(second, order, isLater: isLater, today, &tally, &moved) }
    if let third { post(third, order, isLater: isLater, today, &tally, &moved) }
    if !isLater { day.money[order.place].taken += moved.amount }
    let worth = moved.worth
    guard customer.isAcquired, worth != 0 || isOrder else { return }
    pay(worth, &customer, order.customer, at: later ?? order.time, isOrder: isOrder, today, &tally)
  }

  /// Enters money that moves with somebody without an order, such as what we owe them.
  mutating func enter(
    _ posting: Posting, of index: Int, at time: Double, _ today: Today, _ tally: inout Tally
  ) {
    var customer = customers[index]
    tally.enter(
      posting.amount, to: posting.account, day: today.day, segment: setting.index,
      source: Int(customer.source))
    day.payments.append(Payment(customer: index, amount: posting.amount))
    guard customer.isAcquired, !posting.account.isCostOfWinning else { return }
    pay(posting.amount, &customer, index, at: time, isOrder: false, today, &tally)
    customers[index] = customer
  }

  /// Its customer adds to one of today's orders, such as to reach a threshold, and may send that back later.
  mutating func raise(
    _ order: Order, by amount: Int64, slot: Int, goingBack: Double? = nil, _ today: Today,
    _ tally: inout Tally
  ) {
    day.orders[order.place].basket += amount
    day.raises.append(Raise(place: order.place, amount: amount, slot: slot, goesBack: goingBack))
    var customer = customers[order.customer]
    enter(
      Posting(amount, to: .revenue),
      Posting(-setting.costOfGoods(amount), to: .costOfGoods), for: order, &customer, today, &tally)
    customers[order.customer] = customer
  }

  /// Money that moves together.
  private struct Moved {
    var amount: Int64 = 0
    /// What of it is the customer's worth.
    var worth: Int64 = 0
  }

  /// Enters one amount; what is nothing, such as the service of a market without, is not entered.
  @inline(__always)
  private mutating func post(
    _ posting: Posting, _ order: Order, isLater: Bool, _ today: Today, _ tally: inout Tally,
    _ moved: inout Moved
  ) {
    guard posting.amount != 0 else { return }
    moved.amount += posting.amount
    if !posting.account.isCostOfWinning { moved.worth += posting.amount }
    tally.enter(
      posting.amount, to: posting.account, day: today.day, segment: today.setting.index,
      source: order.source)
    if isLater {
      day.payments.append(
        Payment(
          customer: order.customer, amount: posting.amount,
          revenue: posting.account == .refunds ? posting.amount : 0, ordered: Int(order.time)))
    }
  }
}
