import Documents
internal import Statistics

/// What hardly anybody comes near in the time there is: thresholds, tiers, groups, numbers of friends.
extension Proportions {
  /// Fewer than one in so many are next to none.
  static let fewest = 200.0
  /// What a customer pays on average times this is paid by hardly anybody.
  static let outOfReach = 20.0

  /// Those of some segments who are people and no hunters, as a plan serves them.
  func served(_ segments: [Int], under plan: Plan) -> [(index: Int, segment: Segment)] {
    segments.map { ($0, scenario.market.segments[$0].served(by: plan.operations, index: $0)) }
      .filter { $0.1.hunters == nil }
  }

  /// The share of a segment's orders that come to an amount in minor units or more.
  ///
  /// A basket z is Gamma(p) around a customer's mean, which is inverse Gamma(q, γ): z/(z + γ) is Beta(p, q).
  func shareOfOrders(from amount: Double, _ index: Int, under plan: Plan) -> Double {
    let baskets = scenario.market.segments[index].baskets
    let scale = baskets.gamma * (1 + plan.operations.prices.change) * max(1, baskets.firstFactor)
    guard amount > 0, scale > 0 else { return 1 }
    return .regularizedBetaComplement(amount / (amount + scale), baskets.p, baskets.q)
  }

  /// Minor units that a customer who stays pays on average in so many days, of the segment that pays most.
  func mostPaid(in days: Int, by segments: [Int], under plan: Plan) -> Double {
    served(segments, under: plan).map { index, segment in
      meanBasket(index, under: plan) * (1 + segment.purchases.dailyOrders * Double(days))
    }.max() ?? 0
  }

  /// Orders a day that an offer could be redeemed on, were everybody it is for a customer who has it in hand.
  func mostOrders(of offer: Offer, under plan: Plan) -> Double {
    served(offer.segments, under: plan).reduce(0) { sum, one in
      let (index, segment) = one
      let people = Double(segment.size) + Double(segment.base.count)
      guard offer.orders == .repeats || offer.orders == .every else {
        return sum + people / Double(max(1, offer.window.count))
      }
      let lift = offer.lift(over: meanBasket(index, under: plan), shape: segment.baskets.p)
      return sum + people * segment.purchases.dailyOrders * max(1, lift)
    }
  }

  /// A number of events that is reached or passed in fewer than one of so many cases where so many come on average.
  func isOutOfReach(_ count: Int, mean: Double) -> Bool {
    .regularizedGammaP(Double(count), mean) < 1 / Self.fewest
  }
}

extension PurchaseHabits {
  /// Orders a day of a customer, on average.
  var dailyOrders: Double { shape / rate }
}
