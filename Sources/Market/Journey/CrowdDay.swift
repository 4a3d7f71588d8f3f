import Statistics

extension Crowd {
  /// Lets everybody who has something due today live through it; nobody else is touched.
  mutating func play(_ today: Today, tally: inout Tally) {
    while let index = book.take(today.day) {
      var customer = customers[index]
      let who = individual(index)
      if customer.stage.isProspect {
        seek(&customer, index, who, today, &tally)
      }
      while customer.stage == .customer,
        customer.target <= setting.purchaseClock.known[today.day + 1]
      {
        let time = setting.purchaseClock.time(of: customer.target, on: today.day)
        order(&customer, index, who, at: time, today, &tally)
      }
      customers[index] = customer
      book.enter(index, on: nextDay(customer, index, from: today.day + 1, today))
    }
  }

  /// The first day from `day` on, on which somebody may have something due.
  func nextDay(_ customer: Customer, _ index: Int, from day: Int, _ today: Today) -> Int {
    switch customer.stage {
    case .lapsed: return setting.horizon
    case .customer: return setting.purchaseClock.firstDay(reaching: customer.target, from: day)
    case .unaware, .aware, .pausing:
      var due = setting.horizon
      for clock in contactTargets.indices {
        let target = Double(contactTargets[clock][index])
        let common = setting.contacts[clock].clock
        due = min(due, today.contactClocks[common].firstDay(reaching: target, from: day))
      }
      if customer.stage == .aware {
        due = min(due, today.trials.firstDay(reaching: customer.target, from: day))
      } else if customer.stage == .pausing {
        due = min(due, max(day, Int(customer.pausedUntil)))
      }
      return due
    }
  }

  /// Moves somebody's entry in the book after their target or stage changed outside their own day.
  mutating func reschedule(_ index: Int, from day: Int, _ today: Today) {
    book.enter(index, on: nextDay(customers[index], index, from: day, today))
  }
}
