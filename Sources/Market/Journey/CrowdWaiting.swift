import Statistics

extension Crowd {
  /// An order waits: its customer does nothing else until it is fulfilled or refunded.
  @inline(__always)
  func hold(
    _ order: Order, _ slot: Int, before ownFactor: Float, _ customer: inout Customer,
    _ today: Today
  ) -> HeldOrder {
    // Whose clock reached the order while another waited places it at the next opening.
    let opening = setting.purchaseClock.known[today.day]
    let lag = order.number == 1 ? 0 : max(0, opening - customer.target)
    customer.stage = .pending
    customer.target = .infinity
    return HeldOrder(order: order, slot: slot, ownFactor: ownFactor, lag: lag)
  }

  /// What an order waited for has come; where everybody's orders wait for something else, such as a seat, it waits on for
  /// that, from the moment that has come.
  ///
  /// - Returns: Whether it waits on.
  mutating func waitsOn(_ held: HeldOrder, at time: Double, promisedBy slot: Int) -> Bool {
    guard let next = offers.everybodys(after: slot) else { return false }
    var order = held.order
    order.time = time
    day.held.append(
      HeldOrder(
        order: order, slot: next, ownFactor: held.ownFactor, lag: held.lag, promisedBy: slot))
    return true
  }

  /// What an order waited for has come, in the course of today: from here on it is like any other.
  ///
  /// Who waits for others orders at most once a day: what their clock reaches before the day ends is ordered at the next
  /// opening, and the clock goes on from where it reached it, so that no order is lost.
  mutating func fulfil(
    _ held: HeldOrder, at time: Double, _ today: Today, _ tally: inout Tally
  ) -> Order {
    let index = held.order.customer
    var order = held.order
    order.time = time
    order.place = day.orders.count
    var customer = customers[index]
    customer.stage = .customer
    let who = individual(index)
    fulfil(
      order, &customer, who, nextAfter: rules.thresholdAfter(order.number, who), today, &tally)
    if customer.stage == .customer { customer.target -= held.lag }
    customers[index] = customer
    reschedule(index, from: today.day + 1, view(of: today, index))
    day.add(late: HeldOrder(order: order, slot: held.slot, ownFactor: held.ownFactor))
    if let promised = held.promisedBy {
      day.add(
        promised: HeldOrder(order: order, slot: promised, ownFactor: held.ownFactor))
    }
    return order
  }

  /// What an order waited for has not come: a prospect pauses, a customer's clock starts anew.
  mutating func refund(_ held: HeldOrder, at time: Double, _ today: Today) {
    let index = held.order.customer
    let seen = view(of: today, index)
    var customer = customers[index]
    if held.order.number == 1 {
      customer.ownFactor = held.ownFactor
      pause(&customer, today)
    } else {
      customer.stage = .customer
      var stream = draws.stream(
        individual(index), JourneyPurpose.purchaseAfterRefund, index: today.day)
      waitForOrder(&customer, index, stream.exponential(), at: time, today)
    }
    customers[index] = customer
    reschedule(index, from: today.day + 1, seen)
  }

  /// A customer orders at the opening of a later day, whatever their clock says.
  mutating func letOrder(_ index: Int, on day: Int, _ today: Today) {
    guard customers[index].stage == .customer, day < setting.days else { return }
    customers[index].target = setting.purchaseClock.known[day].nextUp
    if slowing.isUsed { slowing.wait(index, from: setting.purchaseClock.known[day]) }
    reschedule(index, from: today.day + 1, view(of: today, index))
  }

  /// A loss of goodwill: s is taken off what the last experience was, after which nobody leaves.
  ///
  /// Nobody is glad to be let down, however well they were served before: who tells of it tells no good. The rate falls
  /// by it from `day` on (today where it happens at the opening, tomorrow unless given), and the next order's lapse sees it.
  mutating func disappoint(
    _ index: Int, by loss: Double, from day: Int? = nil, _ today: Today, _ tally: inout Tally
  ) {
    guard loss > 0 else { return }
    var customer = customers[index]
    let who = individual(index)
    giveFeedback(
      -loss, who, purpose: JourneyPurpose.disappointmentFeedback, index: today.day,
      Int(customer.source), today, &tally)
    guard !customer.stage.isProspect else {
      customers[index] = customer
      return
    }
    let excess = rules.actedOn(-loss, who) - rules.actedOn(0, who)
    let before = customer.ownFactor
    rules.sour(&customer, by: excess)
    customers[index] = customer
    grudges.add(excess, index, among: customers.count)
    // What is due before is ordered; what they still wait for takes longer.
    let day = day ?? today.day + 1
    if customer.ownFactor != before, customer.target > setting.purchaseClock.known[day] {
      goOn(index, at: Double(customer.ownFactor) / Double(before), from: day)
    }
  }
}

/// What people have been let down by since their last order, on the scale of satisfaction; empty until first needed.
struct Grudges: Sendable {
  private var held: [Float] = []

  mutating func add(_ loss: Double, _ customer: Int, among people: Int) {
    if held.isEmpty { held = Array(repeating: 0, count: people) }
    held[customer] += Float(loss)
  }

  /// What somebody's next order sees of it, once.
  mutating func take(_ customer: Int) -> Double {
    guard !held.isEmpty else { return 0 }
    defer { held[customer] = 0 }
    return Double(held[customer])
  }
}
