import RealModule
import Statistics

extension Crowd {
  /// An order is placed: its basket is known, and it is fulfilled at once unless it has to wait.
  ///
  /// Whoever has left since the last one does not order. An order that waits is none until it is fulfilled.
  ///
  /// `ownFactor` is what trials were slowed by before the decision, where it is a first order.
  mutating func order(
    _ customer: inout Customer, _ index: Int, _ who: Individual, at time: Double, _ today: Today,
    _ tally: inout Tally, before ownFactor: Float = 1
  ) {
    guard rules(for: index, on: today).isStillHere(&customer, who, at: time) else {
      leave(&customer)
      return
    }
    let number = Int(customer.orders) + 1
    guard number < Self.mostOrders, day.orders.count < Self.mostOrdersOfADay, !tally.isOverrun
    else {
      tally.isOverrun = true
      leave(&customer)
      return
    }
    var basketStream = draws.stream(who, JourneyPurpose.basket, index: number)
    let slot = offers.slotToWaitFor(index)
    // Drawn together, their words are computed at the same time; of an order that waits it is drawn as it is fulfilled.
    let threshold = slot == nil ? rules(on: today).thresholdAfter(number, who) : 0
    let order = Order(
      customer: index, time: time,
      basket: drawBasket(&customer, index, who, number: number, &basketStream, today),
      number: number, source: Int(customer.source), place: day.orders.count)
    if let slot {
      day.held.append(hold(order, slot, before: ownFactor, &customer, today))
    } else {
      fulfil(order, &customer, who, nextAfter: threshold, today, &tally)
    }
  }

  /// An order becomes one: its money moves, it is experienced, and its customer stays and waits for the next, or
  /// leaves.
  ///
  /// Its place is the next among the crowd's orders of the day: to copy the order so as to set it would take as long as
  /// to book it.
  mutating func fulfil(
    _ order: Order, _ customer: inout Customer, _ who: Individual, nextAfter threshold: Double,
    _ today: Today, _ tally: inout Tally
  ) {
    let number = order.number
    // As it stands before this order changes it.
    var factor = Double(customer.offerFactor) * today.setting.movement(on: today.day)
    if slowing.isUsed { factor *= max(1e-9, slowed(&customer, order.customer, on: today.day)) }
    customer.orders += 1
    day.add(order)
    if offers.ties.isSo(order.customer) {
      stops.note(order.customer, at: order.time, among: customers.count)
    }
    book(order, &customer, today, &tally)

    var excess = 0.0
    // What hunters write teaches us nothing, and tells nobody.
    let isToldOf = offers.feedbacks.isSo(order.customer) && !isHunting
    if today.setting.ordersAreExperiences || isToldOf {
      let satisfaction = rules(on: today).experience(
        who, purpose: JourneyPurpose.orderSatisfaction, index: number, quality: today.quality)
      giveFeedback(
        satisfaction, who, purpose: JourneyPurpose.orderFeedback, index: number, order.source,
        isCertain: isToldOf, today, &tally)
      excess = rules(on: today).actedOn(satisfaction, who) - today.setting.startQuality
      rules(on: today).setRate(&customer, excess: excess)
      excess += grudges.take(order.customer)
    }
    guard
      rules(for: order.customer, on: today).stays(
        after: number, &customer, who, at: order.time, factor: factor, excess: excess,
        outside: today.outside.lapseShift, isBackWith: comebacks.take(order.customer))
    else {
      leave(&customer)
      return
    }
    waitForOrder(&customer, order.customer, threshold, at: order.time, today)
  }

  /// Orders of one customer for which there are draws.
  private static let mostOrders = 1 << 20
  /// Orders of a crowd on one day that fit the memory: a thousand of each of its people.
  private static let mostOrdersOfADay = size * 1_000

  /// Somebody never buys again.
  @inline(__always)
  func leave(_ customer: inout Customer) {
    customer.stage = .lapsed
    customer.target = .infinity
  }

  private mutating func drawBasket(
    _ customer: inout Customer, _ index: Int, _ who: Individual, number: Int,
    _ stream: inout DrawStream, _ today: Today
  ) -> Int64 {
    if let hunted = huntedOrder(index) { return hunted }
    let draw =
      today.setting.basketLaw.sample(&stream) / rules(on: today).basketRate(&customer, who)
    let factor = number == 1 ? today.setting.segment.baskets.firstFactor : 1
    return wholeUnits(draw * factor * today.setting.prices * today.outside.baskets)
  }

  /// Counts an order and enters its money.
  private mutating func book(
    _ order: Order, _ customer: inout Customer, _ today: Today, _ tally: inout Tally
  ) {
    let (day, segment) = (today.day, today.setting.index)
    tally.count(
      1, order.number == 1 ? .firstOrder : .repeatOrder, day: day, segment: segment,
      source: order.source)
    if order.number == 1 {
      // Single precision must not round the order into the next day. Whoever comes after the horizon is
      // counted among what comes afterwards.
      if day < today.setting.horizon, !isHunting {
        customer.firstOrderTime = min(Float(order.time), Float(day + 1).nextDown)
        tally.cohorts.acquire(month: months[day])
        worth.acquire(order.customer, among: customers.count)
      }
    }
    if order.number == 2, customer.isAcquired, day < today.setting.horizon {
      let first = Double(customer.firstOrderTime)
      tally.count(1, .secondOrder, day: day, segment: segment, source: order.source)
      tally.retention.secondOrder(
        after: order.time - first, first: first, horizon: today.setting.horizon)
    }
    if order.number == 1, let committee = today.setting.committee {
      publish(committee, order, today, &tally)
    }
    enter(
      Posting(order.basket, to: .revenue),
      Posting(-today.setting.costOfGoods(order.basket), to: .costOfGoods),
      Posting(-today.setting.segment.baskets.costPerOrder, to: .operations), for: order, &customer,
      isOrder: true, today,
      &tally)
    customer.lastOrderDay = Int16(truncatingIfNeeded: day)
  }
}
