import RealModule
import Statistics

extension Crowd {
  /// A paid order: basket, cost, experience, lapse, and the wait for the next.
  mutating func order(
    _ customer: inout Customer, _ index: Int, _ who: Individual, at time: Double, _ today: Today,
    _ tally: inout Tally
  ) {
    let number = Int(customer.orders) + 1
    customer.orders += 1
    let source = Int(customer.source)
    let basket = drawBasket(&customer, index, who, number: number)
    post(basket, &customer, index, number: number, at: time, source, today, &tally)
    orders.append(
      Order(
        customer: index, time: time, basket: basket, number: number, source: source,
        place: orders.count))
    rewarded.append(0)

    var quality = setting.product.quality
    if setting.ordersAreExperiences {
      let satisfaction = experience(
        who, purpose: JourneyPurpose.orderSatisfaction, index: number, quality: today.quality)
      giveFeedback(
        satisfaction, who, purpose: JourneyPurpose.orderFeedback, index: number, source, today,
        &tally)
      quality = actedOn(satisfaction, who)
      let effect = setting.segment.purchases.rateSensitivity
      if effect != 0 {
        // Beyond e^±20 nothing is meant, and single precision ends.
        let exponent = effect * (quality - setting.product.quality)
        customer.ownFactor = Float(Double.exp(min(20, max(-20, exponent))))
      }
    }
    guard staysAfter(number, &customer, who, satisfaction: quality) else {
      customer.stage = .lapsed
      customer.target = .infinity
      return
    }
    var stream = draws.stream(who, JourneyPurpose.purchase, index: number)
    let intensity = customer.rate * Double(customer.offerFactor * customer.ownFactor)
    customer.target =
      setting.purchaseClock.reading(at: time, on: today.day) + stream.exponential() / intensity
  }

  private func drawBasket(
    _ customer: inout Customer, _ index: Int, _ who: Individual, number: Int
  ) -> Int64 {
    var stream = draws.stream(who, JourneyPurpose.basket, index: number)
    let draw = setting.basketLaw.sample(&stream) / basketRate(&customer, index, who)
    let factor = number == 1 ? setting.segment.baskets.firstFactor : 1
    return wholeUnits(draw * factor)
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
    setting.segment.baskets.p / basketRate(&customer, index, who)
  }

  private func staysAfter(
    _ number: Int, _ customer: inout Customer, _ who: Individual, satisfaction: Double
  ) -> Bool {
    let habits = setting.segment.purchases
    let chance: Double
    if number == 1 {
      chance = habits.firstLapse
    } else {
      chance = lapse(&customer, who, shiftedBy: satisfaction - setting.product.quality)
    }
    guard chance > 0 else { return true }
    var stream = draws.stream(who, JourneyPurpose.lapse, index: number)
    return stream.uniform() >= chance
  }

  /// π, drawn when first needed, shifted on the logit scale by −ζ·(S − Q₀).
  func lapse(_ customer: inout Customer, _ who: Individual, shiftedBy excess: Double) -> Double {
    if customer.lapse < 0 { customer.lapse = Float(setting.traits.lapse(draws, who)) }
    let chance = Double(customer.lapse)
    let shift = -setting.segment.purchases.lapseSensitivity * excess
    guard shift != 0 else { return chance }
    let odds = chance / (1 - chance) * Double.exp(shift)
    return odds.isFinite ? odds / (1 + odds) : 1
  }

  /// Enters an order in the ledger, and in what its customer is worth.
  private mutating func post(
    _ basket: Int64, _ customer: inout Customer, _ index: Int, number: Int, at time: Double,
    _ source: Int, _ today: Today, _ tally: inout Tally
  ) {
    let (day, segment) = (today.day, setting.index)
    let baskets = setting.segment.baskets
    let goods = wholeUnits(Double(basket) * baskets.costShare)
    tally.ledger.add(basket, to: .revenue, day: day, segment: segment, source: source)
    tally.ledger.add(-goods, to: .costOfGoods, day: day, segment: segment, source: source)
    tally.ledger.add(
      -baskets.costPerOrder, to: .operations, day: day, segment: segment, source: source)
    tally.events.add(
      1, to: number == 1 ? .firstOrder : .repeatOrder, day: day, segment: segment, source: source)
    if number == 1 {
      // Single precision must not round the order into the next day.
      customer.firstOrderTime = min(Float(time), Float(day + 1).nextDown)
      tally.cohorts.acquire(month: months[day])
      startFlows(index)
    }
    guard customer.isAcquired else { return }
    let first = Double(customer.firstOrderTime)
    if number == 2 {
      tally.events.add(1, to: .secondOrder, day: day, segment: segment, source: source)
      tally.retention.secondOrder(
        after: time - first, first: first, horizon: setting.horizon)
    }
    let net = basket - goods - baskets.costPerOrder
    pay(net, &customer, index, at: time, isOrder: true, &tally)
    customer.lastOrderDay = Int16(truncatingIfNeeded: day)
  }
}
