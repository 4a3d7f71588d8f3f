import RealModule

extension Offer.Orders {
  /// Whether an order with this number (1 = first ever) is one of them.
  func cover(_ number: Int) -> Bool {
    switch self {
    case .first: number == 1
    case .second: number == 2
    case .repeats: number >= 2
    case .every: true
    }
  }
}

extension Offer {
  /// Whether an order with this number (1 = first ever) can redeem it.
  func covers(orderNumber number: Int) -> Bool { orders.cover(number) }

  /// Whether somebody with so many orders behind them may still want it.
  func isFor(ordersSoFar orders: Int) -> Bool {
    switch self.orders {
    case .first: orders == 0
    case .second: orders == 1
    case .repeats: orders >= 1
    case .every: true
    }
  }

  /// Whether it is for some of those only who may make an order it is for: members, or the silent.
  var isForSome: Bool { members != nil || silence != nil }

  var isAutomatic: Bool {
    if case .automatic = participation { true } else { false }
  }

  /// Nothing off and nothing else promised: such an offer is as good as none.
  func isNothing(worth: Double) -> Bool {
    if case .multipliers = effect { false } else { worth <= 0 }
  }

  /// Whether a whole segment's purchase intensity moves at once and nobody has to be looked at.
  func isOutright(for segment: Segment) -> Bool {
    guard case .multipliers = effect, isAutomatic, !segment.habit.isUsed else { return false }
    return orders == .repeats && !isForSome && holdout == 0 && uses == nil && validity == nil
      && budget == nil
      && pullForward.drop == 0 && regret == nil
  }

  /// Whether it makes anything of the purchase intensity of whoever holds it, or has redeemed it.
  var movesPurchases: Bool {
    guard pullForward.drop == 0 else { return true }
    return switch effect {
    case .lift(let lift): lift != 0
    case .multipliers(let daily): daily.contains { $0 != 1 }
    }
  }

  /// Whether an order may end what it makes of it.
  var endsByOrders: Bool {
    uses != nil || pullForward.drop > 0 || orders == .first || orders == .second
  }

  /// The multiplier of the purchase intensity while it is live in somebody's hand; past a list of days its last.
  func factor(on day: Int, gain: Double, meanBasket: Double) -> Double {
    switch effect {
    case .lift(let lift): meanBasket > 0 ? 1 + lift * max(0, gain) / meanBasket : 1
    case .multipliers(let daily): daily[min(day - window.lowerBound, daily.count - 1)]
    }
  }

  /// The next day after `day` on which the multiplier differs; `nil` for none.
  func nextChange(after day: Int) -> Int? {
    guard case .multipliers(let daily) = effect, window.contains(day) else { return nil }
    let place = day - window.lowerBound
    return daily[(place + 1)...].firstIndex { $0 != daily[place] }
      .map { $0 + window.lowerBound }
  }
}
