import RealModule
import Statistics

extension Crowd {
  /// A paid order: basket, cost, experience, lapse, and the wait for the next.
  ///
  /// Whoever has left since the last one does not order.
  mutating func order(
    _ customer: inout Customer, _ index: Int, _ who: Individual, at time: Double, _ today: Today,
    _ tally: inout Tally
  ) {
    guard isStillHere(&customer, who, at: time) else {
      leave(&customer)
      return
    }
    let number = Int(customer.orders) + 1
    guard number < Self.mostOrders, orders.count < Self.mostOrdersOfADay, !tally.isOverrun else {
      tally.isOverrun = true
      leave(&customer)
      return
    }
    // As it stands before this order changes it.
    let factor = Double(customer.offerFactor) * setting.movement(on: today.day)
    customer.orders += 1
    let source = Int(customer.source)
    let basket = drawBasket(&customer, index, who, number: number)
    let order = Order(
      customer: index, time: time, basket: basket, number: number, source: source,
      place: orders.count)
    orders.append(order)
    rewarded.append(0)
    takings.append(0)
    book(order, &customer, today, &tally)

    var excess = 0.0
    if setting.ordersAreExperiences {
      let satisfaction = experience(
        who, purpose: JourneyPurpose.orderSatisfaction, index: number, quality: today.quality)
      giveFeedback(
        satisfaction, who, purpose: JourneyPurpose.orderFeedback, index: number, source, today,
        &tally)
      excess = actedOn(satisfaction, who) - setting.startQuality
      let effect = setting.segment.purchases.rateSensitivity
      if effect != 0 { customer.ownFactor = Float(tempered(effect * excess)) }
    }
    guard stays(after: number, &customer, who, at: time, factor: factor, excess: excess) else {
      leave(&customer)
      return
    }
    var stream = draws.stream(who, JourneyPurpose.purchase, index: number)
    let intensity =
      Double(customer.rate) * Double(customer.offerFactor * customer.ownFactor)
    customer.target =
      setting.purchaseClock.reading(at: time, on: today.day) + stream.exponential() / intensity
  }

  /// Orders of one customer for which there are draws.
  private static let mostOrders = 1 << 20
  /// Orders of a crowd on one day that fit the memory: a thousand of each of its people.
  private static let mostOrdersOfADay = size * 1_000

  private func leave(_ customer: inout Customer) {
    customer.stage = .lapsed
    customer.target = .infinity
  }

  private func drawBasket(
    _ customer: inout Customer, _ index: Int, _ who: Individual, number: Int
  ) -> Int64 {
    var stream = draws.stream(who, JourneyPurpose.basket, index: number)
    let draw = setting.basketLaw.sample(&stream) / basketRate(&customer, index, who)
    let factor = number == 1 ? setting.segment.baskets.firstFactor : 1
    return wholeUnits(draw * factor * setting.prices)
  }

  /// ν, drawn when first needed.
  func basketRate(_ customer: inout Customer, _ index: Int, _ who: Individual) -> Double {
    if customer.basketRate < 0 {
      customer.basketRate = Float(setting.traits.basketRate(draws, who))
    }
    return Double(customer.basketRate)
  }

  /// The mean basket p/ν, minor units.
  func meanBasket(_ customer: inout Customer, _ index: Int, _ who: Individual) -> Double {
    setting.prices * setting.segment.baskets.p / basketRate(&customer, index, who)
  }

  /// Counts an order and enters its money.
  private mutating func book(
    _ order: Order, _ customer: inout Customer, _ today: Today, _ tally: inout Tally
  ) {
    let (day, segment) = (today.day, setting.index)
    tally.count(
      1, order.number == 1 ? .firstOrder : .repeatOrder, day: day, segment: segment,
      source: order.source)
    if order.number == 1 {
      // Single precision must not round the order into the next day. Whoever comes after the horizon is
      // counted among what comes afterwards.
      if day < setting.horizon {
        customer.firstOrderTime = min(Float(order.time), Float(day + 1).nextDown)
        tally.cohorts.acquire(month: months[day])
        startFlows(order.customer)
      }
    }
    if order.number == 2, customer.isAcquired, day < setting.horizon {
      let first = Double(customer.firstOrderTime)
      tally.count(1, .secondOrder, day: day, segment: segment, source: order.source)
      tally.retention.secondOrder(
        after: order.time - first, first: first, horizon: setting.horizon)
    }
    let baskets = setting.segment.baskets
    enter(
      Posting(order.basket, to: .revenue),
      Posting(
        -wholeUnits(Double(order.basket) * baskets.costShare / setting.prices), to: .costOfGoods),
      Posting(-baskets.costPerOrder, to: .operations), for: order, &customer, isOrder: true, today,
      &tally)
    if customer.isAcquired { customer.lastOrderDay = Int16(truncatingIfNeeded: day) }
  }
}
