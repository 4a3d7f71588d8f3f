extension Crowd {
  /// Changes what an offer makes of somebody's purchase intensity, from the start of a day on.
  ///
  /// What is left of the threshold is kept: the clock is read at the old intensity up to that day.
  mutating func setFactor(_ factor: Float, slot: Int, _ index: Int, from day: Int) {
    offers.setFactor(factor, slot: slot, customer: index)
    let product = offers.factor(index)
    let old = customers[index].offerFactor
    guard product != old else { return }
    customers[index].offerFactor = product
    guard customers[index].stage == .customer, day < setting.horizon else { return }
    let reading = setting.purchaseClock.known[day]
    let left = customers[index].target - reading
    customers[index].target = reading + left * Double(old) / Double(product)
    book.enter(
      index, on: setting.purchaseClock.firstDay(reaching: customers[index].target, from: day))
  }

  /// Pays a reward on an order: on a first order it belongs to the cost of winning the customer.
  mutating func reward(
    _ amount: Int64, for order: Order, _ today: Today, _ tally: inout Tally
  ) {
    let isFirst = order.number == 1
    // Several offers together never take more than the basket.
    let amount = min(amount, order.basket - rewarded[order.place])
    rewarded[order.place] += amount
    tally.ledger.add(
      -amount, to: isFirst ? .firstOrderReward : .reward, day: today.day,
      segment: setting.index, source: order.source)
    tally.events.add(
      1, to: .redemption, day: today.day, segment: setting.index, source: order.source)
    if !isFirst, customers[order.customer].isAcquired {
      var customer = customers[order.customer]
      pay(-amount, &customer, order.customer, at: order.time, isOrder: false, &tally)
      customers[order.customer] = customer
    }
  }

  /// The mean basket of somebody, minor units.
  mutating func meanBasket(of index: Int) -> Double {
    var customer = customers[index]
    let mean = meanBasket(&customer, index, individual(index))
    customers[index] = customer
    return mean
  }

  func count(_ event: JourneyEvent, _ index: Int, _ today: Today, _ tally: inout Tally) {
    tally.events.add(
      1, to: event, day: today.day, segment: setting.index, source: Int(customers[index].source))
  }
}
