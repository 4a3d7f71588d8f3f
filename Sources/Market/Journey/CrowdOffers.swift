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
    guard customers[index].stage == .customer, day < setting.days else { return }
    let reading = setting.purchaseClock.known[day]
    let left = customers[index].target - reading
    customers[index].target = reading + left * Double(old) / Double(product)
    book.enter(
      index, on: setting.purchaseClock.firstDay(reaching: customers[index].target, from: day))
  }

  /// What is left to pay of one of today's orders: several offers together never take more than the basket.
  func leftToPay(on order: Order) -> Int64 { order.basket - day.rewarded[order.place] }

  /// Pays a reward on an order: on a first order it belongs to the cost of winning the customer.
  mutating func reward(
    _ amount: Int64, for order: Order, slot: Int, _ today: Today, _ tally: inout Tally
  ) {
    day.rewarded[order.place] += amount
    var customer = customers[order.customer]
    enter(
      Posting(-amount, to: order.number == 1 ? .firstOrderReward : .reward), for: order, &customer,
      today, &tally)
    customers[order.customer] = customer
    tally.count(
      1, .redemption, day: today.day, segment: setting.index, source: order.source)
    tally.count(1, .redeemed, of: slot, day: today.day, segment: setting.index)
    tally.count(amount, .paid, of: slot, day: today.day, segment: setting.index)
  }

  /// The mean basket of somebody, minor units.
  mutating func meanBasket(of index: Int) -> Double {
    var customer = customers[index]
    let mean = meanBasket(&customer, index, individual(index))
    customers[index] = customer
    return mean
  }

  /// Counts something that happens to somebody in an offer's life.
  func count(
    _ event: OfferCount, of slot: Int, _ index: Int, _ today: Today, _ tally: inout Tally
  ) {
    tally.count(1, event, of: slot, day: today.day, segment: setting.index)
    guard let journey = event.event else { return }
    tally.count(
      1, journey, day: today.day, segment: setting.index, source: Int(customers[index].source))
  }
}
