/// Who stops at an order: what it makes of their offers is known once the day's claims are settled, and the rest of
/// their day is lived by that.
///
/// So the end of a lift, or its beginning, changes the intensity at the order's own time. Only those stop whose next
/// order may change how often they buy.
struct Stops: Sendable {
  /// By customer, when they stopped, in days since the start; negative of all others, empty before the first.
  private var times: [Double] = []
  private var stopped: [Int] = []
  /// Who lives through the rest of the day, at most once each.
  private(set) var goingOn: [Int] = []
  /// What begins tomorrow for those who are still in today.
  private var later: [LaterFactor] = []

  struct LaterFactor: Sendable {
    let factor: Float
    let slot: Int
    let customer: Int
  }

  var isNobody: Bool { stopped.isEmpty }

  /// When somebody stopped at their last order of today; `nil` of those who live through a day as it comes.
  func time(of customer: Int) -> Double? {
    guard !stopped.isEmpty, times[customer] >= 0 else { return nil }
    return times[customer]
  }

  mutating func note(_ customer: Int, at time: Double, among people: Int) {
    if times.isEmpty { times = Array(repeating: -1, count: people) }
    if times[customer] < 0 { stopped.append(customer) }
    times[customer] = time
  }

  mutating func goesOn(_ customer: Int) { goingOn.append(customer) }

  mutating func takeGoingOn() -> [Int] {
    defer { goingOn.removeAll(keepingCapacity: true) }
    return goingOn
  }

  mutating func begin(_ later: LaterFactor) { self.later.append(later) }

  /// The day is over for all.
  ///
  /// - Returns: What begins with tomorrow.
  mutating func end() -> [LaterFactor] {
    for customer in stopped { times[customer] = -1 }
    stopped.removeAll(keepingCapacity: true)
    goingOn.removeAll(keepingCapacity: true)
    guard !later.isEmpty else { return [] }
    defer { later.removeAll() }
    return later
  }
}

extension Crowd {
  /// Who waits for others orders at most once a day.
  private func isUnfinished(_ index: Int, _ today: Today) -> Bool {
    customers[index].stage == .customer
      && customers[index].target <= setting.purchaseClock.known[today.day + 1]
      && offers.slotToWaitFor(index) == nil
  }

  /// Those who stopped at an order live through the rest of the day, up to the next at which they stop.
  ///
  /// - Returns: Whether anybody had something due in it.
  mutating func finishDays(_ today: Today, _ tally: inout Tally) -> Bool {
    guard stops.goingOn.contains(where: { isUnfinished($0, today) }) else { return false }
    day.beginAnew()
    for index in stops.takeGoingOn() where isUnfinished(index, today) {
      var customer = customers[index]
      live(&customer, index, view(of: today, index), &tally)
      customers[index] = customer
    }
    return true
  }

  /// Nobody stops any longer: what was put off until tomorrow is done.
  mutating func endStops(_ today: Today) {
    guard !stops.isNobody else { return }
    for later in stops.end() {
      setFactor(later.factor, slot: later.slot, later.customer, from: today.day + 1)
    }
  }
}
