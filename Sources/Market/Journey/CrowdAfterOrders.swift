import Statistics

/// What comes after an order: rewards that are held back are paid, and what goes back is paid back.
extension Crowd {
  /// Whether anything is to be done in the evening.
  private var hasAfterOrders: Bool {
    !afterOrders.isEmpty || !day.raises.isEmpty
      || (setting.segment.baskets.returns != nil && !day.orders.isEmpty)
  }

  /// When a whole order goes back, in days since the start; `nil` where it is kept.
  @inline(__always)
  func returnTime(of order: Order) -> Double? {
    guard let returns = setting.segment.baskets.returns else { return nil }
    var stream = draws.stream(
      individual(order.customer), JourneyPurpose.orderReturn, index: order.number)
    return returns.delay(&stream).map { order.time + $0 }
  }

  /// Sees to it that a reward on one of today's orders is paid when it is due, and goes back with what it was given for.
  ///
  /// - Returns: Whether it is paid at once.
  mutating func arrange(_ amount: Int64, for order: Order, slot: Int) -> Bool {
    let payout = setting.payouts[slot]
    let back = timeGoingBack(order, slot)
    noteLost(amount, order, slot)
    if let holding = payout.holding {
      if let back, payout.isWithheld(orderedAt: order.time, goingBackAt: back) {
        afterOrders.add(AfterOrder(order: order, time: back, what: .withheld(slot: slot)))
        return false
      }
      afterOrders.add(
        AfterOrder(
          order: order, time: order.time + holding.days, what: .paid(amount, slot: slot)))
    }
    if payout.takesBack, let back {
      afterOrders.add(AfterOrder(order: order, time: back, what: .takenBack(amount, slot: slot)))
    }
    return payout.holding == nil
  }

  /// Notes what of a reward is lost with what has just been added to the order for the offer.
  @inline(__always)
  private mutating func noteLost(_ amount: Int64, _ order: Order, _ slot: Int) {
    let payout = setting.payouts[slot]
    guard let last = day.raises.indices.last, let back = day.raises[last].goesBack,
      day.raises[last].place == order.place, day.raises[last].slot == slot, payout.isTakenOff,
      payout.isLost(orderedAt: order.time, goingBackAt: back)
    else { return }
    day.raises[last].lost += amount
  }

  /// In the evening: which of today's orders will go back is noted, and money that is due today moves.
  mutating func settleAfterOrders(_ today: Today, _ tally: inout Tally) {
    guard hasAfterOrders else { return }
    noteReturns()
    for due in afterOrders.take(today.day) { settle(due, today, &tally) }
  }

  /// When an order goes back, or before it what has just been added to it for the offer.
  @inline(__always)
  private func timeGoingBack(_ order: Order, _ slot: Int) -> Double? {
    let added = day.raises.last.flatMap {
      $0.place == order.place && $0.slot == slot ? $0.goesBack : nil
    }
    guard let whole = returnTime(of: order) else { return added }
    return added.map { min($0, whole) } ?? whole
  }

  /// What was booked for an order goes back once: what was added to it before or with the rest.
  private mutating func noteReturns() {
    if setting.segment.baskets.returns != nil {
      let added = Dictionary(grouping: day.raises, by: \.place)
      for order in day.ordersKept {
        guard let time = returnTime(of: order) else { continue }
        let raises = added[order.place] ?? []
        let kept = raises.filter { $0.goesBack.map { $0 >= time } ?? true }
        func sum(_ raises: [Raise]) -> Int64 { raises.reduce(0) { $0 + $1.amount } }
        // As they were booked: each part of the basket was rounded by itself.
        let ordered = order.basket - sum(raises)
        let goods = kept.reduce(setting.costOfGoods(ordered)) {
          $0 + setting.costOfGoods($1.amount)
        }
        afterOrders.add(
          AfterOrder(
            order: order, time: time, what: .back(ordered + sum(kept), goods: goods, slot: nil)))
      }
    }
    for raise in day.raises {
      let order = day.orders[raise.place]
      guard let time = raise.goesBack, time < returnTime(of: order) ?? .infinity else { continue }
      afterOrders.add(
        AfterOrder(
          order: order, time: time,
          what: .back(raise.amount, goods: setting.costOfGoods(raise.amount), slot: raise.slot)))
    }
  }

  private mutating func settle(_ due: AfterOrder, _ today: Today, _ tally: inout Tally) {
    func count(_ count: OfferCount, of slot: Int) {
      tally.count(1, count, of: slot, day: today.day, segment: setting.index)
    }
    switch due.what {
    case .back(let basket, let goods, let slot):
      var customer = customers[due.order.customer]
      enter(
        Posting(-basket, to: .refunds), Posting(goods, to: .costOfGoods), for: due.order,
        at: due.time, &customer, today, &tally)
      customers[due.order.customer] = customer
      if let slot { count(.sentBack, of: slot) }
    case .paid(let amount, let slot):
      pay(amount, for: due.order, at: due.time, slot: slot, today, &tally)
    case .takenBack(let amount, let slot):
      pay(-amount, for: due.order, at: due.time, slot: slot, today, &tally)
    case .withheld(let slot): count(.withheld, of: slot)
    }
  }
}

/// What is still to come when all days are played.
extension Crowd {
  /// Its money as it is worth at the end of the horizon.
  func worth(of due: AfterOrder) -> Double {
    Double(due.amount) * setting.discount(atDay: due.time)
  }

  /// By customer, what of it is the cost of winning them and so none of their worth.
  var costOfWinningToCome: [Int: Double] {
    afterOrders.all.reduce(into: [:]) { sums, due in
      if due.isCostOfWinning { sums[due.order.customer, default: 0] += worth(of: due) }
    }
  }
}

/// Something that comes after an order.
struct AfterOrder: Sendable {
  let order: Order
  /// In days since the start.
  let time: Double
  let what: What

  enum What: Sendable {
    /// Part of the basket, with what its goods cost, all of it or what was added for an offer.
    case back(Int64, goods: Int64, slot: Int?)
    case paid(Int64, slot: Int)
    case takenBack(Int64, slot: Int)
    /// The order has gone back before its reward was due.
    case withheld(slot: Int)
  }

  /// What it adds to our money, minor units.
  var amount: Int64 {
    switch what {
    case .back(let basket, let goods, _): goods - basket
    case .paid(let amount, _): -amount
    case .takenBack(let amount, _): amount
    case .withheld: 0
    }
  }

  /// Rewards on first orders are.
  var isCostOfWinning: Bool {
    if case .back = what { false } else { order.number == 1 }
  }
}

/// What is to come after the orders of a crowd, by day; empty until first needed.
struct AfterOrders: Sendable {
  private var days: [Int: [AfterOrder]] = [:]

  var isEmpty: Bool { days.isEmpty }

  /// By day, each in the order in which it was noted.
  var all: [AfterOrder] { days.sorted { $0.key < $1.key }.flatMap(\.value) }

  mutating func add(_ due: AfterOrder) { days[Int(due.time), default: []].append(due) }

  /// Takes out what is due on a day, in the order of time.
  mutating func take(_ day: Int) -> [AfterOrder] {
    guard let due = days.removeValue(forKey: day) else { return [] }
    return due.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }
}
