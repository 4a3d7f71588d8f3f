import Statistics

extension Crowd {
  /// Sets everybody up for day 0.
  init(
    setting: SegmentSetting, draws: Draws, family: UInt32, indices: Range<Int>, firstPerson: Int,
    people: Int, months: [Int], base: ArraySlice<TodaysCustomer>, slots: Int, today: Today
  ) {
    self.setting = setting
    self.draws = draws
    self.family = family
    firstIndex = indices.lowerBound
    self.firstPerson = firstPerson
    self.people = people
    self.months = months
    self.base = base
    customers = Array(repeating: Customer(), count: indices.count)
    book = DayBook(customers: indices.count, days: setting.days)
    contactTargets = []
    contactCounts = []
    let habit = setting.segment.habit
    offers = OfferColumns(slots: slots, people: indices.count)
    reference = RewardReference(habit: habit, slots: slots, people: indices.count)
    slowing = Slowing(
      setting.segment, slots: slots, people: indices.count, days: setting.days)
    if !base.isEmpty {
      beginAsTodaysCustomers()
    } else if setting.segment.begins == .customers {
      beginAsCustomers()
    } else {
      beginAsProspects(today)
    }
    beginSlowed()
  }

  private mutating func beginAsCustomers() {
    let traits = setting.traits
    for index in customers.indices {
      let who = individual(index)
      var customer = Customer()
      customer.stage = .customer
      customer.source = UInt8(truncatingIfNeeded: setting.sources.before)
      customer.orders = 1
      customer.rate = Float(traits.rate(draws, who))
      rules.beginStay(&customer, at: 0)
      if rules.staysAfterFirst(&customer, who, excess: 0) {
        customer.target = waiting(customer, who)
        book.enter(index, on: setting.purchaseClock.firstDay(reaching: customer.target, from: 0))
      } else {
        customer.stage = .lapsed
      }
      customers[index] = customer
    }
  }

  private mutating func beginAsTodaysCustomers() {
    let habits = setting.segment.purchases
    for index in customers.indices {
      let who = individual(index)
      let known = base[base.startIndex + index]
      let state = Posterior(customer: known, habits: habits).draw(draws, who)
      var customer = Customer()
      customer.stage = state.alive ? .customer : .lapsed
      customer.source = UInt8(truncatingIfNeeded: setting.sources.before)
      customer.orders = UInt32(truncatingIfNeeded: known.repeats + 1)
      customer.rate = Float(state.rate)
      rules.beginStay(&customer, at: 0)
      customer.lapse = Float(state.lapse)
      customer.basketRate = Float(
        Posterior.basketRate(known, setting.segment.baskets, draws, who))
      if state.alive {
        customer.target = waiting(customer, who)
        book.enter(index, on: setting.purchaseClock.firstDay(reaching: customer.target, from: 0))
      }
      customers[index] = customer
    }
  }

  private mutating func beginAsProspects(_ today: Today) {
    let draws = draws
    let people = customers.indices.map { individual($0) }
    contactTargets = setting.contacts.map { contact in
      people.map { contact.next(after: 0, count: 0, draws, $0) }
    }
    contactCounts = Array(
      repeating: Array(repeating: 0, count: people.count), count: contactTargets.count)
    if case .prospects(let share) = setting.segment.begins, share > 0 {
      for (index, who) in people.enumerated() {
        var stream = draws.stream(who, TraitPurpose.aware)
        guard stream.uniform() < share else { continue }
        var customer = customers[index]
        becomeAware(&customer, index, who, source: setting.sources.before, reading: 0)
        customers[index] = customer
      }
    }
    for index in people.indices {
      let due = nextDay(customers[index], index, from: 0, today)
      book.enter(index, on: due)
    }
  }

  /// Where on the purchase clock a customer who begins at its zero orders next.
  private func waiting(_ customer: Customer, _ who: Individual) -> Double {
    var stream = draws.stream(who, JourneyPurpose.purchase, index: Int(customer.orders))
    return stream.exponential() / Double(customer.rate)
  }
}
