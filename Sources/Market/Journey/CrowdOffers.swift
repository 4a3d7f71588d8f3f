extension Crowd {
  /// Changes what an offer makes of somebody's purchase intensity, from the start of a day on, or from a time of it.
  ///
  /// What is left of the threshold is kept: the clock is read at the old intensity up to then. Who has stopped at an
  /// order of today has still to live through the rest of it before tomorrow's begins.
  mutating func setFactor(
    _ factor: Float, slot: Int, _ index: Int, from day: Int, at time: Double? = nil
  ) {
    if time == nil, stops.time(of: index) != nil {
      return stops.begin(Stops.LaterFactor(factor: factor, slot: slot, customer: index))
    }
    guard offers.setFactor(factor, slot: slot, customer: index) else { return }
    let product = offers.factor(index)
    let old = customers[index].offerFactor
    guard product != old else { return }
    customers[index].offerFactor = product
    goOn(index, at: Double(product) / Double(old), from: day, at: time)
  }

  /// From the opening of a day on, or from a time in it, a customer buys so many times as often as before: what is left
  /// of their threshold is used up by as much faster.
  mutating func goOn(_ index: Int, at ratio: Double, from day: Int, at time: Double? = nil) {
    guard customers[index].stage == .customer, day < setting.days else { return }
    catchUp(index, to: day)
    // The clock is named anew at each use: under a name of its own it would be counted.
    let reading =
      time.map { setting.purchaseClock.reading(at: $0, on: day) }
      ?? setting.purchaseClock.known[day]
    let left = customers[index].target - reading
    customers[index].target = reading + left / ratio
    // Today's are no longer looked up in the book.
    let first = time == nil ? day : day + 1
    book.enter(
      index, on: setting.purchaseClock.firstDay(reaching: customers[index].target, from: first))
  }

  /// Changes it in the evening, for whatever an order of today has made of it: from that order on of those who stopped
  /// at it, from tomorrow on of all others.
  mutating func setFactorAfterOrder(_ factor: Float, slot: Int, _ index: Int, _ today: Today) {
    if let time = stops.time(of: index) {
      setFactor(factor, slot: slot, index, from: today.day, at: time)
    } else {
      setFactor(factor, slot: slot, index, from: today.day + 1)
    }
  }

  /// What is left to pay of one of today's orders: several offers together never take more than the basket.
  @inline(__always)
  func leftToPay(on order: Order) -> Int64 {
    day.orders[order.place].basket - day.money[order.place].rewarded
  }

  /// Pays a reward on an order: on a first order it belongs to the cost of winning the customer.
  ///
  /// What comes with another's redemption, such as a welcome for whom they brought, is none of its own. What is not
  /// taken off, such as a toy in the bag, leaves the order as it is to pay. What is held back is paid later, or not at
  /// all where the order goes back first.
  mutating func reward(
    _ amount: Int64, for order: Order, slot: Int, isRedemption: Bool = true,
    isTakenOff: Bool = true, _ today: Today, _ tally: inout Tally
  ) {
    if isTakenOff { day.money[order.place].rewarded += amount }
    if isRedemption { countRedemption(of: slot, source: order.source, today, &tally) }
    guard arrange(amount, for: order, slot: slot) else { return }
    pay(amount, for: order, slot: slot, today, &tally)
  }

  /// Pays a reward on an order, or where the amount is negative takes it back; later than the order where it says when.
  mutating func pay(
    _ amount: Int64, for order: Order, at later: Double? = nil, slot: Int, _ today: Today,
    _ tally: inout Tally
  ) {
    var customer = customers[order.customer]
    let isForWinning = order.number == 1 && setting.payouts[slot].wins
    enter(
      Posting(-amount, to: isForWinning ? .firstOrderReward : .reward), for: order, at: later,
      &customer, today, &tally)
    customers[order.customer] = customer
    countPaid(amount, of: slot, today, &tally)
  }

  /// Pays a reward for something other than an order, such as a friend won: it belongs to the cost of winning, or is
  /// taken off the worth of a customer who has bought.
  mutating func reward(
    _ amount: Int64, to index: Int, slot: Int, source: Int, on account: Account = .firstOrderReward,
    _ today: Today, _ tally: inout Tally
  ) {
    tally.enter(-amount, to: account, day: today.day, segment: setting.index, source: source)
    if !account.isCostOfWinning, customers[index].isAcquired, amount != 0 {
      var customer = customers[index]
      let time = max(Double(today.day), Double(customer.firstOrderTime))
      pay(-amount, &customer, index, at: time, isOrder: false, today, &tally)
      customers[index] = customer
    }
    day.payments.append(Payment(customer: index, amount: -amount))
    countPaid(amount, of: slot, today, &tally)
    countRedemption(of: slot, source: source, today, &tally)
  }

  private mutating func countPaid(
    _ amount: Int64, of slot: Int, _ today: Today, _ tally: inout Tally
  ) {
    tally.count(amount, .paid, of: slot, day: today.day, segment: setting.index)
    guard isHunting else { return }
    tally.count(amount, .paidToHunters, of: slot, day: today.day, segment: setting.index)
  }

  /// Rewards somebody for what they did themselves: before their first order it belongs to the cost of winning them.
  mutating func reward(
    _ amount: Int64, to index: Int, slot: Int, _ today: Today, _ tally: inout Tally
  ) {
    let customer = customers[index]
    reward(
      amount, to: index, slot: slot, source: Int(customer.source),
      on: customer.orders > 0 ? .reward : .firstOrderReward, today, &tally)
  }

  private mutating func countRedemption(
    of slot: Int, source: Int, _ today: Today, _ tally: inout Tally
  ) {
    // What hunters take, and what is no reward on an order, says nothing of who would have ordered anyway.
    if setting.payouts[slot].isRedeemed, !isHunting {
      tally.count(1, .redemption, day: today.day, segment: setting.index, source: source)
    }
    tally.count(1, .redeemed, of: slot, day: today.day, segment: setting.index)
  }

  /// Spends on an offer what belongs to nobody in particular.
  @inline(__always)
  func spend(
    _ amount: Int64, on account: Account, slot: Int, _ today: Today, _ tally: inout Tally
  ) {
    guard amount != 0 else { return }
    let (day, segment) = (today.day, setting.index)
    tally.enter(-amount, to: account, day: day, segment: segment, source: setting.sources.before)
    tally.count(amount, .spent, of: slot, day: day, segment: segment)
  }

  /// Somebody is lost for good, by something other than an order.
  mutating func lose(_ index: Int) {
    var customer = customers[index]
    leave(&customer)
    customers[index] = customer
    book.enter(index, on: setting.days)
  }

  /// Somebody is reminded of us: who paused after a trial is back.
  mutating func remind(_ index: Int, from day: Int, _ today: Today) {
    guard customers[index].stage == .pausing else { return }
    customers[index].pausedUntil = UInt16(truncatingIfNeeded: day)
    reschedule(index, from: day, view(of: today, index))
  }

  /// Somebody who has not bought yet tries today, such as what they are given to taste.
  ///
  /// With a chance of its own the trial leads to a first order with that, whatever else the decision hangs on.
  mutating func bringToTry(_ index: Int, convincing chance: Double?, _ today: Today) {
    guard [.aware, .pausing].contains(customers[index].stage) else { return }
    if let chance {
      convictions.set(chance, until: today.day + 1, index, among: customers.count)
    }
    let seen = view(of: today, index)
    customers[index].stage = .aware
    customers[index].target = seen.trials.known[today.day]
    reschedule(index, from: today.day, seen)
  }

  /// The mean basket of somebody, minor units.
  mutating func meanBasket(of index: Int) -> Double {
    if customers[index].basketRate < 0 {
      var customer = customers[index]
      _ = rules.basketRate(&customer, individual(index))
      customers[index] = customer
    }
    return setting.meanBasket(atRate: Double(customers[index].basketRate))
  }

  /// Counts something that happens to somebody in an offer's life.
  mutating func count(
    _ event: OfferCount, of slot: Int, _ index: Int, _ today: Today, _ tally: inout Tally
  ) {
    count(1, event, of: slot, source: Int(customers[index].source), today, &tally)
  }

  /// Counts what happens in an offer's life to so many who came by one source.
  @inline(__always)
  mutating func count(
    _ people: Int64, _ event: OfferCount, of slot: Int, source: Int, _ today: Today,
    _ tally: inout Tally
  ) {
    tally.count(people, event, of: slot, day: today.day, segment: setting.index)
    guard let journey = event.event else { return }
    tally.count(people, journey, day: today.day, segment: setting.index, source: source)
  }
}
