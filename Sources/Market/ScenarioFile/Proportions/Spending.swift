import Documents

extension Proportions {
  /// Beyond these days after the horizon orders are too far away to pay for what is spent within it.
  private static let longestReturn = 730.0

  /// Warns of plans that spend more than the market could bring if everybody bought all the time.
  func warnOfSpending(_ reading: inout Reading) {
    let baseline = scenario.plans.first.map(spending) ?? 0
    for (index, plan) in scenario.plans.enumerated() {
      let spending = spending(plan)
      let revenue = greatestRevenue(under: plan)
      guard spending > revenue, index == 0 || spending != baseline else { continue }
      let people = people(in: scenario.market.segments.indices)
      reading.refuse(
        element(index),
        reason: "This plan spends \(money(spending)) within the horizon. All orders together could"
          + " bring \(money(revenue)) at the most, even if each of the \(plain(people)) people"
          + " bought from day 1 on and nobody ever left.",
        rule: "Check the amounts and their periods.", severity: .warning)
    }
  }

  /// Minor units that are paid whether or not anybody buys, without rising prices.
  private func spending(_ plan: Plan) -> Double {
    let horizon = scenario.horizon
    var spending = 0.0
    for channel in plan.channels where channel.isUsed {
      spending += channel.terms.spending(in: channel.days.count)
    }
    spending += plan.offers.reduce(0) { $0 + Double($1.fixedCost) }
    spending += plan.operations.fixedCosts.reduce(0) { $0 + $1.perDay * Double(horizon) }
    if let iteration = (plan.operations.product ?? scenario.market.product).iteration {
      spending += Double(iteration.cost) * Double(horizon / iteration.every)
    }
    return spending * standsFor
  }

  /// An upper bound of what all orders could bring, in minor units: everybody buys from day 1 to the
  /// last day that counts, nobody leaves, and every offer lifts purchases all the time.
  private func greatestRevenue(under plan: Plan) -> Double {
    let after = min(scenario.market.residualDays ?? Self.longestReturn, Self.longestReturn)
    let days = Double(scenario.horizon) + after
    return scenario.market.segments.indices.reduce(0) { revenue, index in
      let segment = scenario.market.segments[index]
      let basket = meanBasket(index, under: plan)
      let lifts = plan.offers.filter { $0.segments.contains(index) }.map {
        $0.lift(over: basket, shape: segment.baskets.p)
      }
      let orders =
        1 + segment.purchases.dailyOrders * days
        * max(1, 1 + plan.operations.prices.purchases) * (lifts.max() ?? 1)
      return revenue + people(in: [index]) * orders * basket * max(1, segment.baskets.firstFactor)
    }
  }
}

extension Offer {
  /// What one in hand multiplies purchases by at the most, with a mean basket in minor units.
  func lift(over basket: Double, shape: Double) -> Double {
    switch effect {
    case .multipliers(let factors): max(1, factors.max() ?? 1)
    case .lift(let lift):
      1 + lift * terms.worth(to: Shopper(meanBasket: basket, basketShape: shape)) / basket
    }
  }
}
