import Documents
internal import RealModule

/// What no market comes near, and what could not be played to an end: refused when the scenario is read.
///
/// Bounds lie far beyond any proportion that is only warned of.
extension Proportions {
  /// Orders of one customer, on average over customers: in all days played, and on one of them.
  private static let (mostOrders, mostOrdersOfADay) = (50_000.0, 500.0)
  /// Contacts a day with one person.
  private static let mostContacts = 1_000.0
  /// Minor units that are expected to move in all replications of one plan together.
  private static let mostMoney = 1e18
  /// Minor units of one amount, which stay exact in 64-bit floating-point numbers.
  private static let mostAmount = 1e15
  /// Offers of all plans: each has a twin of its plan that is played beside it.
  private static let mostTwins = 1_000

  func refuseExtremes(_ reading: inout Reading) {
    refuseTwins(&reading)
    refuseAccounts(&reading)
    for (index, plan) in scenario.plans.enumerated() {
      for channel in plan.channels where channel.isUsed {
        refuseContacts(channel, index, &reading)
      }
      for segment in scenario.market.segments.indices {
        refuseOrders(segment, plan, index, &reading)
      }
    }
    // Sums of what is refused above mean nothing.
    guard reading.isFaultless else { return }
    for index in scenario.plans.indices { refuseMoney(index, &reading) }
  }

  private func refuseTwins(_ reading: inout Reading) {
    let offers = scenario.plans.reduce(0) { $0 + $1.offers.count }
    guard offers > Self.mostTwins else { return }
    reading.refuse(
      Element(
        place: root["plans"]?.place ?? root.place, path: "plans", content: .empty),
      reason:
        "All plans together have \(grouped(offers)) coupons: each of them is compared with its"
        + " plan without it.",
      rule: "Compare fewer plans, or fewer coupons, at once: at most \(grouped(Self.mostTwins))"
        + " coupons in all plans.")
  }

  private func refuseContacts(_ channel: Channel, _ plan: Int, _ reading: inout Reading) {
    let people = channel.audience.reduce(0.0) {
      $0 + Double(scenario.market.segments[$1].people)
    }
    guard people > 0 else { return }
    let contacts = channel.terms.mostContacts(among: people, in: channel.days.count)
    guard !(contacts <= Self.mostContacts * people) else { return }
    reading.refuse(
      element(plan, "channels", channel.name, "budget", "contacts", channel.terms.kind),
      reason: "With each of \(plain(people * standsFor)) people these are"
        + " \(plain((contacts / people).rounded())) contacts a day, more than can be taken in or"
        + " played.",
      rule: "Check the figure and its period, the price and the number of people: at most"
        + " \(plain(Self.mostContacts)) contacts a day and person.")
  }

  private func refuseOrders(
    _ segment: Int, _ plan: Plan, _ index: Int, _ reading: inout Reading
  ) {
    guard people(in: [segment]) > 0 else { return }
    let orders = orders(of: segment, under: plan)
    let isEveryDay = orders.ofADay > Self.mostOrdersOfADay
    guard !(orders.all <= Self.mostOrders) || isEveryDay else { return }
    let name = scenario.market.segments[segment].name
    let written = root["segments"]?[name]
    let when =
      isEveryDay
      ? "up to \(plain(orders.ofADay.rounded())) times a day"
      : "\(plain(orders.all.rounded())) times in \(counted(scenario.daysPlayed, "day"))"
    reading.refuse(
      written?["purchases"] ?? root["every segment"]?["purchases"] ?? written ?? root,
      reason: "Under the plan `\(plan.name)` a customer of `\(name)` would buy \(when) on average:"
        + " nobody does.",
      rule: "Check how often they buy and the period, the season and its events, prices, the lifts"
        + " and multipliers of coupons, and how good the product gets (`best`, `satisfaction effect`)."
    )
  }

  /// Orders of a customer who never leaves and always has the offer that lifts purchases most.
  private func orders(of index: Int, under plan: Plan) -> (all: Double, ofADay: Double) {
    // Hunters never order again.
    guard scenario.market.segments[index].hunters == nil else { return (0, 0) }
    let habits = scenario.market.segments[index].purchases
    let rate =
      habits.dailyOrders * max(0, 1 + plan.operations.prices.purchases)
      * mostSatisfaction(of: index, under: plan)
    let basket = meanBasket(index, under: plan)
    let shape = scenario.market.segments[index].baskets.p
    let offers = plan.offers.filter { $0.segments.contains(index) }
      .map { (window: $0.window, lift: $0.lift(over: basket, shape: shape)) }
    let days = scenario.daysPlayed
    let season = scenario.market.season.under(plan)
    // The days are gone through one by one only where that may matter.
    let level = Double(max(season.weekdays.count, 1) * max(season.months.count, 1))
    let events = season.events.reduce(1) { $0 * max(1, $1.factor) }
    let most = rate * level * events * max(1, offers.map(\.lift).max() ?? 1)
    guard !(most * Double(days) <= Self.mostOrders) || most > Self.mostOrdersOfADay else {
      return (most * Double(days), most)
    }
    let factors = season.factors(from: scenario.start, days: days)
    var (all, ofADay) = (0.0, 0.0)
    for day in 0..<days {
      let lift = offers.reduce(1) { $1.window.contains(day) ? max($0, $1.lift) : $0 }
      all += rate * factors[day] * lift
      ofADay = max(ofADay, rate * factors[day] * lift)
    }
    return (all, ofADay)
  }

  /// What satisfaction multiplies purchases by, on average over experiences with the best product there
  /// will be.
  private func mostSatisfaction(of index: Int, under plan: Plan) -> Double {
    let effect = scenario.market.segments[index].purchases.rateSensitivity
    let product = plan.operations.product ?? scenario.market.product
    let best = max(product.quality, product.iteration?.best ?? product.quality)
    let spread = effect * product.satisfactionSpread
    let most = max(0, effect) * max(0, best - scenario.market.product.quality) + spread * spread / 2
    // As far as it is ever taken.
    return Double.exp(min(20, most))
  }

  private func refuseMoney(_ index: Int, _ reading: inout Reading) {
    let plan = scenario.plans[index]
    let rule =
      "Write amounts in larger units, such as thousands or millions, or let each simulated customer"
      + " stand for several people (`stands for`)."
    let spending = greatestSpending(plan)
    guard spending <= Self.mostAmount else {
      reading.refuse(
        element(index),
        reason: "This plan could spend \(money(spending * standsFor)), more than is counted to the"
          + " last minor unit.", rule: rule)
      return
    }
    let replications = Double(
      reading.uncertain.met.isEmpty
        ? scenario.stopping.minimum : scenario.draws.minimum * scenario.draws.replicationsPerDraw)
    var all = spending * replications
    var largest = (segment: 0, money: 0.0)
    for segment in scenario.market.segments.indices {
      let moved = moneyMoved(segment, under: plan) * replications
      all += moved
      if !(moved <= largest.money) { largest = (segment, moved) }
    }
    let basket = meanBasket(largest.segment, under: plan)
    guard !(all <= Self.mostMoney) || !(basket <= Self.mostAmount) else { return }
    let name = scenario.market.segments[largest.segment].name
    let written = root["segments"]?[name]
    reading.refuse(
      written?["basket"] ?? root["every segment"]?["basket"] ?? written ?? root,
      reason:
        "Orders of \(money(basket)) by \(plain(people(in: [largest.segment]))) people: under the"
        + " plan `\(plan.name)` more money could move in \(plain(replications)) replications than is"
        + " counted to the last minor unit.",
      rule: rule)
  }

  /// Minor units that the orders of a segment's simulated people could move in one replication.
  private func moneyMoved(_ index: Int, under plan: Plan) -> Double {
    let baskets = scenario.market.segments[index].served(by: plan.operations, index: index).baskets
    let people = Double(scenario.market.segments[index].people)
    guard people > 0 else { return 0 }
    let perOrder =
      meanBasket(index, under: plan) * (2 + baskets.costShare) + Double(baskets.costPerOrder)
    return people * (1 + orders(of: index, under: plan).all) * perOrder
      + people * mostMeetings(of: index, under: plan)
  }

  /// Minor units that meetings with one company and its case could cost, were it asked whenever it may be.
  private func mostMeetings(of index: Int, under plan: Plan) -> Double {
    let segment = scenario.market.segments[index].served(by: plan.operations, index: index)
    guard let committee = segment.committee else { return 0 }
    let asked = 1 + scenario.daysPlayed / (1 + segment.trial.pause)
    return committee.roles.reduce(0) { $0 + Double($1.meeting) } * Double(asked)
      + Double(committee.cases.cost)
  }

  /// Minor units the simulated market could cost in all days played, prices risen as far as they do.
  private func greatestSpending(_ plan: Plan) -> Double {
    let days = Double(scenario.daysPlayed)
    var spending = 0.0
    for channel in plan.channels where channel.isUsed {
      spending += channel.terms.greatestSpending(in: scenario.daysPlayed)
    }
    spending += plan.offers.reduce(0) { $0 + Double($1.fixedCost) }
    spending += plan.operations.fixedCosts.reduce(0) { $0 + $1.perDay * days }
    if let iteration = (plan.operations.product ?? scenario.market.product).iteration {
      spending += Double(iteration.cost) * (days / Double(iteration.every)).rounded(.up)
    }
    return spending
  }
}
