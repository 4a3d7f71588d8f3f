import RealModule

/// What outside events make of a day, besides purchases.
struct OutsideDay: Sendable, Equatable {
  var trials = 1.0
  var awareness = 1.0
  var baskets = 1.0
  var contactPrices = 1.0
  /// On the rate of leaving in time.
  var lapse = 1.0
  /// ln of the factors on odds: what is added to the log-odds.
  var firstPurchaseShift = 0.0
  var lapseShift = 0.0
  /// The best offer of others, weighed: a share of the mean basket, and minor units.
  var shareElsewhere = 0.0
  var amountElsewhere = 0.0

  static let usual = OutsideDay()

  /// What others offer is worth to somebody with this mean basket: the best of it.
  func worthElsewhere(meanBasket: Double) -> Double {
    max(shareElsewhere * meanBasket, amountElsewhere)
  }

  mutating func add(_ effects: OutsideEvent.Effects) {
    trials *= effects.trials
    awareness *= effects.awareness
    baskets *= effects.baskets
    contactPrices *= effects.contactPrices
    lapse *= effects.lapse
    firstPurchaseShift += Double.log(effects.firstPurchases)
    lapseShift += Double.log(effects.lapse)
    switch effects.elsewhere?.worth {
    case .share(let share):
      shareElsewhere = max(shareElsewhere, share * (effects.elsewhere?.weight ?? 1))
    case .amount(let amount):
      amountElsewhere = max(amountElsewhere, amount * (effects.elsewhere?.weight ?? 1))
    case nil: break
    }
  }
}

extension Season {
  /// What events make of each day besides purchases; empty where they move nothing else.
  func outside(days: Int) -> [OutsideDay] {
    let others = events.filter { $0.effects != OutsideEvent.Effects() }
    guard !others.isEmpty else { return [] }
    return (0..<days).map { day in
      var outside = OutsideDay()
      for event in others where event.days.contains(day) { outside.add(event.effects) }
      return outside
    }
  }
}
