import Statistics

/// Purchases that are slowed from day to day.
extension Crowd {
  /// Brings somebody's clock to the opening of a day, before anything changes about them from that day on.
  ///
  /// Prospects wait for no order: of them only what they have of engagement moves on. Who is gone stays as they were.
  mutating func catchUp(_ index: Int, to day: Int) {
    // Most who are asked about have been gone through: their record is not fetched for nothing.
    guard slowing.isUsed, !slowing.isThrough(index, to: min(day, setting.days)) else { return }
    var customer = customers[index]
    catchUp(&customer, index, to: day)
    customers[index] = customer
  }

  mutating func catchUp(_ customer: inout Customer, _ index: Int, to day: Int) {
    let day = min(day, setting.days)
    guard !slowing.isThrough(index, to: day) else { return }
    let who = individual(index)
    switch customer.stage {
    case .lapsed: return
    case .unaware, .aware, .pausing, .deciding: slowing.pass(index, to: day, draws, who)
    case .customer, .pending:
      slowing.begin(index, by: day, draws, who)
      let since = Int(slowing.accounts[index].since)
      guard since < day else { return }
      var expected = expectation(&customer, index, on: since)
      customer.target += slowing.pass(
        index, to: day, clock: setting.purchaseClock.known, expected: &expected, draws, who)
      if let expected { reference.move(index, to: expected.value, on: day) }
    }
  }

  /// What a day's slowing multiplies a customer's purchases by.
  mutating func slowed(_ customer: inout Customer, _ index: Int, on day: Int) -> Double {
    guard slowing.isUsed else { return 1 }
    catchUp(&customer, index, to: day)
    return slowing.factor(index, expectation(&customer, index, on: day))
  }

  /// When within today somebody orders who has been looked up for it; `nil` where they turn out not to.
  mutating func slowedOrder(
    _ customer: inout Customer, _ index: Int, _ today: Today
  ) -> Double? {
    let day = today.day
    catchUp(&customer, index, to: day)
    let end = setting.purchaseClock.known[day + 1]
    guard customer.target <= end else { return nil }
    let factor = slowed(&customer, index, on: day)
    let start = max(setting.purchaseClock.known[day], slowing.accounts[index].settled)
    let left = customer.target - start
    // What an offer had wait since yesterday or before is ordered at the opening.
    if factor < 1, left > 0 {
      let target = start + left / max(factor, .leastNormalMagnitude)
      guard target <= end else {
        catchUp(&customer, index, to: day + 1)
        return nil
      }
      customer.target = target
    }
    return setting.purchaseClock.time(of: customer.target, on: day)
  }

  /// What somebody expects of offers who holds none; `nil` where it slows nothing.
  private mutating func expectation(
    _ customer: inout Customer, _ index: Int, on day: Int
  ) -> Expectation? {
    guard slowing.waits(index), reference.isMoved(index) else { return nil }
    if customer.basketRate < 0 { _ = rules.basketRate(&customer, individual(index)) }
    let basket = setting.meanBasket(atRate: Double(customer.basketRate))
    return Expectation(
      course: reference.course(index, on: day), slows: setting.waiting / basket)
  }

  /// Sets where somebody orders next: at a threshold, Exponential(1), from a time of today on.
  @inline(__always)
  mutating func waitForOrder(
    _ customer: inout Customer, _ index: Int, _ threshold: Double, at time: Double, _ today: Today
  ) {
    rules(on: today).waitForOrder(&customer, threshold, at: time, today)
    guard slowing.isUsed else { return }
    slowing.wait(index, from: setting.purchaseClock.reading(at: time, on: today.day))
  }

  /// From this day on somebody sees an offer of this worth; 0 for no longer.
  mutating func see(_ worth: Double, slot: Int, _ index: Int, from day: Int) {
    guard reference.isUsed else { return }
    if slowing.isUsed {
      // Else A is written down once more, which its last digits hang on.
      guard reference.isNew(worth, slot: slot, index) else { return }
      if !customers[index].stage.isProspect { catchUp(index, to: day) }
    }
    reference.see(worth, slot: slot, index, from: day)
  }

  /// From this day on somebody holds an offer, or no longer.
  mutating func hold(_ holdsOffer: Bool, slot: Int, _ index: Int, from day: Int) {
    guard slowing.isChanged(holdsOffer, slot: slot, index) else { return }
    if !customers[index].stage.isProspect { catchUp(index, to: day) }
    slowing.setHeld(holdsOffer, slot: slot, index)
  }
}
