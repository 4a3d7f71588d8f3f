import Statistics

extension Crowd {
  /// Sets everybody up for day 0.
  init(
    setting: SegmentSetting, draws: Draws, family: UInt32, indices: Range<Int>, firstPerson: Int,
    people: Int, months: [Int], base: ArraySlice<TodaysCustomer>, slots: Int, today: Today,
    sharing beginnings: inout Beginnings
  ) {
    self.setting = setting
    self.draws = draws
    self.family = family
    firstIndex = indices.lowerBound
    self.firstPerson = firstPerson
    self.people = people
    self.months = months
    self.base = base
    customers = []
    book = DayBook(customers: indices.count, days: setting.days)
    let habit = setting.segment.habit
    offers = OfferColumns(slots: slots, people: indices.count)
    reference = RewardReference(
      habit: habit, slots: slots, people: indices.count, days: setting.days)
    slowing = Slowing(
      setting.segment, slots: slots, people: indices.count, days: setting.days)
    let kind = Beginnings.Kind(setting)
    if let known = beginnings.crowd(kind) {
      customers = known.customers
      day.newlyAware = known.aware
    } else {
      customers = Array(repeating: Customer(), count: indices.count)
      begin(today)
      beginnings.keep(customers, aware: day.newlyAware, kind)
    }
    if base.isEmpty, setting.segment.begins != .customers {
      awaitContacts(&beginnings, today)
    }
    for index in customers.indices {
      book.enter(index, on: nextDay(customers[index], index, from: 0, today))
    }
    beginSlowed()
  }

  private mutating func begin(_ today: Today) {
    if !base.isEmpty {
      beginAsTodaysCustomers()
    } else if case .prospects(let share) = setting.segment.begins {
      if share > 0 { beginAware(share, today) }
    } else {
      beginAsCustomers()
    }
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
      }
      customers[index] = customer
    }
  }

  /// A share of prospects knows us from the start.
  private mutating func beginAware(_ share: Double, _ today: Today) {
    for index in customers.indices {
      let who = individual(index)
      var stream = draws.stream(who, TraitPurpose.aware)
      guard stream.uniform() < share else { continue }
      var customer = customers[index]
      becomeAware(&customer, index, who, source: setting.sources.before, reading: 0, today)
      customers[index] = customer
    }
  }

  /// Prospects wait for their first contact of every kind.
  private mutating func awaitContacts(_ beginnings: inout Beginnings, _ today: Today) {
    let draws = draws
    let people = customers.indices.map { individual($0) }
    contacts = ContactColumns(
      setting.contacts.map { contact in
        beginnings.firstContacts(contact.purpose) {
          people.map { contact.next(after: 0, count: 0, draws, $0) }
        }
      })
    for index in customers.indices { findContacts(index, today) }
  }

  /// Where on the purchase clock a customer who begins at its zero orders next.
  private func waiting(_ customer: Customer, _ who: Individual) -> Double {
    var stream = draws.stream(who, JourneyPurpose.purchase, index: Int(customer.orders))
    return stream.exponential() / Double(customer.rate)
  }
}
