import RealModule
import Statistics

extension Crowd {
  /// Adds to what an acquired customer has brought since the acquisition.
  mutating func pay(
    _ amount: Int64, _ customer: inout Customer, _ index: Int, at time: Double, isOrder: Bool,
    _ today: Today, _ tally: inout Tally
  ) {
    customer.contribution +=
      Double(amount) * today.setting.discount(over: time - Double(customer.firstOrderTime))
    guard Int(time) < today.setting.horizon else { return }
    let firstDay = Int(customer.firstOrderTime)
    let age = Int(time) - firstDay
    worth.add(amount, of: index, age: age)
    let ageInMonths = age / Cohorts.daysPerMonth
    let lastAge = Int(customer.lastOrderDay) - firstDay
    let isFirstAtAge =
      isOrder && (customer.lastOrderDay < 0 || lastAge / Cohorts.daysPerMonth != ageInMonths)
    tally.cohorts.pay(
      amount, month: months[firstDay], age: ageInMonths, isFirstAtAge: isFirstAtAge)
  }

  /// Expected contribution beyond all that is played, by person, discounted to the end of the horizon.
  ///
  /// At multiplier 1 and this quality. What orders that were played still bring or cost is in it, however late.
  mutating func tails(quality: Double) -> [Double] {
    var values = Array(repeating: 0.0, count: customers.count)
    for due in afterOrders.all { values[due.order.customer] += worth(of: due) }
    guard setting.tailDays != 0 else { return values }
    let discount = setting.discount(atDay: Double(setting.days))
    for index in customers.indices where customers[index].stage == .customer {
      var customer = customers[index]
      let who = individual(index)
      let rules = self.rules(for: index)
      if rules.isStillHere(&customer, who, at: Double(setting.days)) {
        let chance = rules.lapse(&customer, who, shiftedBy: quality - setting.startQuality)
        let margin = setting.marginPerOrder(
          meanBasket: rules.meanBasket(&customer, who), source: Int(customer.source))
        values[index] +=
          discount * margin * setting.ordersToCome(rate: Double(customer.rate), lapse: chance)
      } else {
        customer.stage = .lapsed
      }
      customers[index] = customer
    }
    return values
  }

  /// Counts those who have ordered lately, as the horizon ends.
  func countRetained(_ tally: inout Tally) {
    guard !isHunting else { return }
    let last = setting.horizon - 1
    for customer in customers
    where customer.lastOrderDay >= 0 && last - Int(customer.lastOrderDay) < Self.lately {
      tally.count(
        1, .retained, day: last, segment: setting.index, source: Int(customer.source))
    }
  }

  /// Days within which a customer who has ordered counts as retained.
  private static let lately = 60

  /// What everybody came to, at the end of all that is played.
  mutating func settle(tails: [Double], into tally: inout Tally) {
    tally.tails.append(
      CrowdTail(segment: setting.index, value: tails.reduce(0, +)))
    let known = UInt32(truncatingIfNeeded: tally.acquired.count)
    tally.flows += worth.flows.map {
      Flow(customer: $0.customer + known, age: $0.age, amount: $0.amount)
    }
    let winning = costOfWinningToCome
    for (number, place) in worth.acquired.enumerated() {
      let customer = customers[Int(place)]
      let first = Double(customer.firstOrderTime)
      tally.retention.observe(first: first, horizon: setting.horizon)
      let beyond =
        (tails[Int(place)] - winning[Int(place), default: 0])
        * Double.exp(-setting.discountRate * (Double(setting.horizon) - first))
      tally.acquired.append(
        AcquiredCustomer(
          realised: worth.realised[number],
          residual: customer.contribution - worth.realised[number] + beyond,
          segment: UInt8(truncatingIfNeeded: setting.index), source: customer.source,
          month: UInt16(truncatingIfNeeded: months[Int(first)])))
    }
  }

  /// Lets go of everything about people who have been settled.
  mutating func dismiss() {
    customers = []
    contacts = ContactColumns([])
    worth = AcquiredWorth()
    book = DayBook(customers: 0, days: 0)
    comebacks = Comebacks()
    offers = OfferColumns(slots: 0, people: 0)
    reference = RewardReference(habit: RewardHabit(), slots: 0, people: 0, days: 0)
    afterOrders = AfterOrders()
    participationCosts = ParticipationCosts()
    slowing = Slowing()
  }
}
