import RealModule
import Statistics

extension Crowd {
  /// Gives a new customer a number under which cash flows are kept.
  mutating func startFlows(_ index: Int) {
    if acquiredNumber.isEmpty { acquiredNumber = Array(repeating: 0, count: customers.count) }
    acquiredNumber[index] = UInt16(truncatingIfNeeded: acquired.count)
    acquired.append(UInt16(truncatingIfNeeded: index))
  }

  /// Adds to what an acquired customer has brought since the acquisition.
  mutating func pay(
    _ amount: Int64, _ customer: inout Customer, _ index: Int, at time: Double, isOrder: Bool,
    _ tally: inout Tally
  ) {
    let firstDay = Int(customer.firstOrderTime)
    let age = Int(time) - firstDay
    customer.contribution +=
      Double(amount)
      * Double.exp(-setting.discountRate * (time - Double(customer.firstOrderTime)))
    flows.append(
      Flow(
        customer: UInt32(acquiredNumber[index]), age: UInt16(truncatingIfNeeded: age),
        amount: Float(amount)))
    let ageInMonths = age / Cohorts.daysPerMonth
    let lastAge = Int(customer.lastOrderDay) - firstDay
    let isFirstAtAge =
      isOrder && (customer.lastOrderDay < 0 || lastAge / Cohorts.daysPerMonth != ageInMonths)
    tally.cohorts.pay(
      amount, month: months[firstDay], age: ageInMonths, isFirstAtAge: isFirstAtAge)
  }

  /// Expected discounted contribution after today of everybody alive, at multiplier 1 and this quality.
  mutating func residual(quality: Double) -> Double {
    guard setting.residualDays != 0 else { return 0 }
    var sum = 0.0
    for index in customers.indices where customers[index].stage == .customer {
      var customer = customers[index]
      sum += residual(&customer, index, quality: quality)
      customers[index] = customer
    }
    return sum
  }

  func residual(_ customer: inout Customer, _ index: Int, quality: Double) -> Double {
    let who = individual(index)
    let chance = lapse(&customer, who, shiftedBy: quality - setting.product.quality)
    let margin = setting.marginPerOrder(meanBasket: meanBasket(&customer, index, who))
    return margin * setting.residualOrders(rate: customer.rate, lapse: chance)
  }

  /// What everybody came to, at the end of the horizon.
  mutating func settle(quality: Double, into tally: inout Tally) {
    let final = residual(quality: quality)
    tally.residuals.append(
      CrowdResidual(segment: setting.index, initial: initialResidual, final: final))
    let known = UInt32(truncatingIfNeeded: tally.acquired.count)
    tally.flows += flows.map {
      Flow(customer: $0.customer + known, age: $0.age, amount: $0.amount)
    }
    for place in acquired {
      let index = Int(place)
      var customer = customers[index]
      let first = Double(customer.firstOrderTime)
      tally.retention.observe(first: first, horizon: setting.horizon)
      let later =
        customer.stage == .customer && setting.residualDays != 0
        ? residual(&customer, index, quality: quality)
          * Double.exp(-setting.discountRate * (Double(setting.horizon) - first)) : 0
      tally.acquired.append(
        AcquiredCustomer(
          realised: customer.contribution, residual: later,
          segment: UInt8(truncatingIfNeeded: setting.index), source: customer.source,
          month: UInt16(truncatingIfNeeded: months[Int(first)])))
    }
  }

  /// Lets go of everything about people who have been settled.
  mutating func dismiss() {
    customers = []
    contactTargets = []
    contactCounts = []
    acquired = []
    acquiredNumber = []
    flows = []
    book = DayBook(customers: 0, days: 0)
    offers = OfferColumns(slots: 0, people: 0)
    reference = RewardReference(habit: RewardHabit(), slots: 0, people: 0)
  }
}
