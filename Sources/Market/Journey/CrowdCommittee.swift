import Statistics

/// How companies decide: the roles of their committee in turn, each in a meeting of its own.
///
/// Who is deciding has tried us and is no customer; contacts still reach them, and nothing but the next meeting
/// goes on for them.
extension Crowd {
  /// A trial is over: the first role is asked.
  func ask(
    _ customer: inout Customer, _ who: Individual, _ committee: CommitteeSetting, at time: Double,
    _ today: Today, _ tally: inout Tally
  ) {
    customer.stage = .deciding
    turn(to: 0, of: committee, &customer, who, at: time, today, &tally)
  }

  /// The meeting in which a role says yes or no, at the time that was waited for.
  ///
  /// After a no the company pauses as after a trial; after the last yes it places its first order at once.
  mutating func decide(
    _ customer: inout Customer, _ index: Int, _ who: Individual, _ today: Today,
    _ tally: inout Tally
  ) {
    let (time, role) = (customer.target, customer.decidingRole)
    // A plan's roles are no longer asked once the baseline goes on without them.
    guard let committee = setting.committee, role < committee.roles.count else {
      buyFirst(&customer, index, who, at: time, today, &tally)
      return
    }
    count(.met, role, today, &tally)
    payToWin(committee.roles[role].meeting, index, source: Int(customer.source), today, &tally)
    let chance = committee.chance(of: role, published: today.cases) { place, days in
      persuasions.indices.contains(place)
        && persuasions[place].source(for: index, on: today.day, within: days) != nil
    }
    var stream = draws.stream(who, committee.roles[role].answer, index: customer.lastTrial)
    guard stream.uniform() < chance else {
      pause(&customer, today)
      return
    }
    count(.approved, role, today, &tally)
    if role + 1 < committee.roles.count {
      turn(to: role + 1, of: committee, &customer, who, at: time, today, &tally)
    } else {
      buyFirst(&customer, index, who, at: time, today, &tally)
    }
  }

  /// A contact of a channel that eases roles is felt by somebody's committee from now on.
  mutating func persuade(
    _ committee: CommitteeSetting, _ source: Int, _ index: Int, on day: Int
  ) {
    guard let place = committee.place(of: source) else { return }
    while persuasions.count < committee.channels { persuasions.append(Endorsements()) }
    persuasions[place].note(source, to: index, on: day, among: customers.count)
  }

  /// A new client may agree to be told of: others see it from the next morning on.
  mutating func publish(
    _ committee: CommitteeSetting, _ order: Order, _ today: Today, _ tally: inout Tally
  ) {
    guard committee.cases.agree > 0 else { return }
    var stream = draws.stream(individual(order.customer), CommitteeSetting.agreement)
    guard stream.uniform() < committee.cases.agree else { return }
    tally.publishCase(day: today.day, segment: setting.index)
    payToWin(committee.cases.cost, order.customer, source: order.source, today, &tally)
  }

  private func turn(
    to role: Int, of committee: CommitteeSetting, _ customer: inout Customer, _ who: Individual,
    at time: Double, _ today: Today, _ tally: inout Tally
  ) {
    customer.decidingRole = role
    var stream = draws.stream(who, committee.roles[role].delay, index: customer.lastTrial)
    customer.target = time + committee.roles[role].takes * stream.exponential()
    count(.asked, role, today, &tally)
  }

  /// Spends on winning somebody: part of what a customer costs.
  private mutating func payToWin(
    _ amount: Int64, _ index: Int, source: Int, _ today: Today, _ tally: inout Tally
  ) {
    guard amount != 0 else { return }
    tally.enter(
      -amount, to: .acquisition, day: today.day, segment: setting.index, source: source)
    day.payments.append(Payment(customer: index, amount: -amount))
  }

  private func count(
    _ what: CommitteeCount, _ role: Int, _ today: Today, _ tally: inout Tally
  ) {
    tally.count(what, of: role, day: today.day, segment: setting.index)
  }
}

extension Customer {
  /// The place of the role that decides next, where somebody is deciding; it stands where a pause would.
  fileprivate(set) var decidingRole: Int {
    get { Int(pausedUntil) }
    set { pausedUntil = UInt16(truncatingIfNeeded: newValue) }
  }

  /// Which trial was the last, from 0.
  fileprivate var lastTrial: Int { Int(trials &- 1) }
}
