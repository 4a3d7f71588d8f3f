import Statistics

/// What bonus hunters do, who come for rewards alone.
extension Crowd {
  @inline(__always)
  var isHunting: Bool { setting.segment.hunters != nil }

  /// Whose traits and whims somebody's decisions follow: those of the person behind an account.
  @inline(__always)
  func decider(_ index: Int) -> Individual {
    guard let hunters = setting.segment.hunters else { return individual(index) }
    return Individual(
      family: family,
      index: UInt32(truncatingIfNeeded: hunters.person(behind: firstIndex + index)))
  }

  /// An account places the smallest order that an offer gives something on, at the opening of a day.
  mutating func hunt(
    _ index: Int, _ smallest: Int64, _ today: Today, _ tally: inout Tally
  ) {
    guard customers[index].stage.isProspect, let hunters = setting.segment.hunters else { return }
    if hunted.isEmpty { hunted = Array(repeating: 0, count: customers.count) }
    hunted[index] = max(hunters.order, smallest)
    var customer = customers[index]
    let (who, before) = (individual(index), customer.ownFactor)
    customer.stage = .customer
    rules.beginStay(&customer, at: Double(today.day))
    order(&customer, index, who, at: Double(today.day), today, &tally, before: before)
    customers[index] = customer
    reschedule(index, from: today.day, view(of: today, index))
  }

  /// An order whose reward is refused goes back at once, with what its goods and serving it cost: it counts as none.
  ///
  /// It goes back once, and not where another reward has been taken off it.
  mutating func cancel(_ order: Order, _ today: Today, _ tally: inout Tally) {
    guard day.money[order.place].rewarded == 0, day.cancelled.insert(order.place).inserted else {
      return
    }
    let basket = leftToPay(on: order)
    var customer = customers[order.customer]
    enter(
      Posting(-basket, to: .refunds), Posting(setting.costOfGoods(basket), to: .costOfGoods),
      Posting(setting.segment.baskets.costPerOrder, to: .operations), for: order, &customer, today,
      &tally)
    customers[order.customer] = customer
    tally.count(
      -1, order.number == 1 ? .firstOrder : .repeatOrder, day: today.day, segment: setting.index,
      source: order.source)
  }

  /// What an account orders for; `nil` of customers.
  @inline(__always)
  func huntedOrder(_ index: Int) -> Int64? { hunted.isEmpty ? nil : hunted[index] }
}
