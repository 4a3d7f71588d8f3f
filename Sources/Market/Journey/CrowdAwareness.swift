import Statistics

extension Crowd {
  /// A prospect's day: contacts and trials in the order of their times, until none is left or they buy.
  mutating func seek(
    _ customer: inout Customer, _ index: Int, _ who: Individual, _ today: Today,
    _ tally: inout Tally
  ) {
    if customer.stage == .pausing, Int(customer.pausedUntil) <= today.day {
      customer.stage = .aware
      rules(on: today).waitForTrial(&customer, who, reading: today.trials.known[today.day])
    }
    while customer.stage.isProspect {
      var earliest = Double.infinity
      var event: Int?
      for clock in 0..<contacts.clocks where contacts.mayBring(clock, index, on: today.day) {
        let target = Double(contacts.target(clock, index))
        let common = today.setting.contacts[clock].clock
        guard target <= today.contactClocks[common].known[today.day + 1] else {
          findContact(index, clock, from: today.day + 1, today)
          continue
        }
        let time = today.contactClocks[common].time(of: target, on: today.day)
        if time < earliest { (earliest, event) = (time, clock) }
      }
      if customer.stage == .aware, customer.target <= today.trials.known[today.day + 1],
        today.trials.time(of: customer.target, on: today.day) <= earliest
      {
        tryOut(
          &customer, index, who, at: today.trials.time(of: customer.target, on: today.day), today,
          &tally)
      } else if customer.stage == .deciding, customer.target < Double(today.day + 1),
        customer.target <= earliest
      {
        decide(&customer, index, who, today, &tally)
      } else if let event {
        hearFrom(event, &customer, index, who, at: earliest, today, &tally)
      } else {
        return
      }
    }
  }

  /// Takes in a contact: it makes the unaware aware, and is remembered as the last before the first order.
  private mutating func hearFrom(
    _ clock: Int, _ customer: inout Customer, _ index: Int, _ who: Individual, at time: Double,
    _ today: Today, _ tally: inout Tally
  ) {
    let contact = today.setting.contacts[clock]
    let source = contact.source
    let target = contacts.target(clock, index)
    let count = contacts.count(clock, index)
    // Whoever has been reached so often needs no further contact to know us.
    contacts.wait(
      clock, index,
      for: count == .max ? .infinity : contact.next(after: target, count: Int(count), draws, who))
    findContact(index, clock, from: today.day, today)
    tally.count(
      1, .reached, day: today.day, segment: today.setting.index, source: source)
    if count == 1 { tally.newlyReached[source] += 1 }
    if source < today.setting.easings.count, today.setting.easings[source] != Easing() {
      endorsements.note(source, to: index, on: today.day, among: customers.count)
    }
    if let committee = today.setting.committee { persuade(committee, source, index, on: today.day) }
    if !today.setting.announcing.isEmpty, today.setting.announcing[source] {
      day.announcements.append(Announcement(by: .source(source), to: index))
    }
    if customer.stage == .unaware {
      becomeAware(
        &customer, index, who, source: source,
        reading: today.trials.reading(at: time, on: today.day), today)
      tally.count(1, .aware, day: today.day, segment: today.setting.index, source: source)
    } else {
      customer.source = UInt8(truncatingIfNeeded: source)
    }
    if !today.setting.leads.isEmpty {
      meet(&customer, index, who, contact: Int(count), of: source, at: time, today, &tally)
    }
  }

  mutating func becomeAware(
    _ customer: inout Customer, _ index: Int, _ who: Individual, source: Int, reading: Double,
    _ today: Today
  ) {
    customer.stage = .aware
    customer.source = UInt8(truncatingIfNeeded: source)
    rules(on: today).waitForTrial(&customer, who, reading: reading)
    day.newlyAware.append(index)
    for offer in atHand { offer.hand(to: index, on: today.day, &self) }
  }

  /// Somebody is told of us, at the opening of a day: it makes the unaware aware, and is what prospects remember.
  ///
  /// - Returns: Whether they had not bought yet.
  @discardableResult
  mutating func inform(
    _ index: Int, source: Int, _ day: Today, _ tally: inout Tally
  ) -> Bool {
    guard customers[index].stage.isProspect else { return false }
    let today = view(of: day, index)
    var customer = customers[index]
    tally.count(1, .told, day: today.day, segment: today.setting.index, source: source)
    if customer.stage == .unaware {
      becomeAware(
        &customer, index, individual(index), source: source,
        reading: today.trials.known[today.day], today)
      tally.count(1, .aware, day: today.day, segment: today.setting.index, source: source)
    } else {
      customer.source = UInt8(truncatingIfNeeded: source)
    }
    customers[index] = customer
    reschedule(index, from: today.day, today)
    return true
  }
}
