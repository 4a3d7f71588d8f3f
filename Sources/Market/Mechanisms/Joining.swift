import Statistics

/// Who of a crowd is in something that people join at a trial or an order, such as a private group.
struct Joining: Sendable {
  private let offer: Offer
  private let slot: Int
  private let chances: Chances
  private let beginning: Purpose
  private let atTrial: Purpose
  private let atOrder: Purpose

  struct Chances: Sendable {
    /// Of those who are customers as the window opens.
    var atStart = 0.0
    var atTrial = 0.0
    var atOrder: Double
  }

  /// Nobody is in it; draws are named after the `kind` of offer.
  init(_ chances: Chances, _ kind: String, of offer: Offer, slot: Int) {
    self.chances = chances
    self.offer = offer
    self.slot = slot
    beginning = Purpose("\(kind).\(offer.name).begin")
    atTrial = Purpose("\(kind).\(offer.name).join at trial")
    atOrder = Purpose("\(kind).\(offer.name).join at order")
  }

  func leave(_ index: Int, _ crowd: inout Crowd) {
    crowd.offers.members.set(false, slot: slot, customer: index)
  }

  /// Those of today's customers who are in it already as the window opens; nobody on any other day.
  func begin(_ today: Today, _ crowd: inout Crowd) -> [Int] {
    guard today.day == offer.window.lowerBound, chances.atStart > 0 else { return [] }
    return crowd.customers.indices.filter { index in
      guard crowd.customers[index].stage == .customer else { return false }
      var stream = crowd.draws.stream(crowd.individual(index), beginning)
      return stream.uniform() < chances.atStart && admit(index, from: today.day, &crowd)
    }
  }

  /// Who joined in the course of a day.
  func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Int] {
    guard offer.window.contains(today.day) else { return [] }
    var newcomers: [Int] = []
    if chances.atTrial > 0 {
      for index in crowd.day.trials
      where joins(
        index, chances.atTrial, atTrial, draw: Int(crowd.customers[index].trials), today, &crowd)
      {
        newcomers.append(index)
      }
    }
    for order in crowd.day.ordersToSee(by: slot)
    where joins(order.customer, chances.atOrder, atOrder, draw: order.number, today, &crowd) {
      newcomers.append(order.customer)
    }
    tally.count(
      Int64(newcomers.count), .joined, of: slot, day: today.day, segment: crowd.setting.index)
    return newcomers
  }

  private func joins(
    _ index: Int, _ chance: Double, _ purpose: Purpose, draw: Int, _ today: Today,
    _ crowd: inout Crowd
  ) -> Bool {
    guard chance > 0, !crowd.offers.members.isSo(index, slot: slot) else { return false }
    var stream = crowd.draws.stream(crowd.individual(index), purpose, index: draw)
    return stream.uniform() < chance && admit(index, from: today.day + 1, &crowd)
  }

  /// Somebody is in it from a day on, if it is their arm's; in an experiment about it they are in any arm.
  private func admit(_ index: Int, from day: Int, _ crowd: inout Crowd) -> Bool {
    crowd.arms?.meet(slot, index, from: day)
    guard crowd.arms?.offers(slot, to: index) ?? true else { return false }
    crowd.offers.members.set(true, slot: slot, customer: index)
    crowd.day.joined.append(Joined(slot: slot, customer: index))
    return true
  }
}
