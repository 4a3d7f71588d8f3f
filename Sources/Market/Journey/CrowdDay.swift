import Statistics

extension Crowd {
  /// Lets everybody who has something due today live through it; nobody else is touched.
  ///
  /// Their records are fetched some at a time before any of them is played: in a market that does not fit
  /// the cache the waits for them overlap.
  mutating func play(_ today: Today, _ due: inout DueCustomers, _ tally: inout Tally) {
    book.take(today.day, into: &due.indices)
    for first in stride(from: 0, to: due.indices.count, by: DueCustomers.fetched) {
      let batch = first..<min(due.indices.count, first + DueCustomers.fetched)
      due.records.removeAll(keepingCapacity: true)
      for place in batch {
        due.records.append(customers[Int(due.indices[place])])
        due.besides &+= contacts.fetch(Int(due.indices[place]))
      }
      for place in batch {
        let index = Int(due.indices[place])
        if !today.ofArms.isEmpty, let arms {
          live(
            &due.records[place - first], index, today.ofArms[Int(arms.arm[index])], &tally)
        } else {
          live(&due.records[place - first], index, today, &tally)
        }
        customers[index] = due.records[place - first]
      }
    }
  }

  /// Somebody's day, or what is left of it: up to its end, or to an order that may change how often they buy.
  mutating func live(
    _ customer: inout Customer, _ index: Int, _ today: Today, _ tally: inout Tally
  ) {
    let who = individual(index)
    var isStopped = false
    if customer.stage.isProspect {
      seek(&customer, index, who, today, &tally)
      isStopped = customer.stage == .customer && offers.ties.isSo(index)
    }
    while !isStopped, customer.stage == .customer,
      customer.target <= today.setting.purchaseClock.known[today.day + 1]
    {
      var time = 0.0
      if slowing.isUsed {
        guard let slowed = slowedOrder(&customer, index, today) else { break }
        time = slowed
      } else {
        time = today.setting.purchaseClock.time(of: customer.target, on: today.day)
      }
      order(&customer, index, who, at: time, today, &tally)
      isStopped = customer.stage == .customer && offers.ties.isSo(index)
    }
    if isStopped { stops.goesOn(index) }
    book.enter(index, on: nextDay(customer, index, from: today.day + 1, today))
  }

  /// The first day from `day` on, on which somebody may have something due.
  @inline(__always)
  func nextDay(_ customer: Customer, _ index: Int, from day: Int, _ today: Today) -> Int {
    rules(on: today).nextDay(customer, index, contacts, from: day, today)
  }

  /// A day as somebody sees it.
  @inline(__always)
  func view(of today: Today, _ index: Int) -> Today {
    guard let arms, !today.ofArms.isEmpty else { return today }
    return today.ofArms[Int(arms.arm[index])]
  }

  /// Enters prospects in the book anew, now that it is known which arm's contacts are theirs.
  mutating func beginInArms(_ today: Today) {
    for index in customers.indices where customers[index].stage.isProspect {
      findContacts(index, view(of: today, index))
      findContacts(index, view(of: today, index))
      reschedule(index, from: 0, view(of: today, index))
    }
  }

  /// Moves somebody's entry in the book after their target or stage changed outside their own day.
  mutating func reschedule(_ index: Int, from day: Int, _ today: Today) {
    let customer = customers[index]
    book.enter(index, on: nextDay(customer, index, from: day, today))
  }
}
