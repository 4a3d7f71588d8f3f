/// Whom an offer is for, beside segments and orders: members of a group of ours, and the silent.
extension Participants {
  /// Whether somebody is among them at the opening of a day.
  ///
  /// It is asked when they may first notice the offer, as they notice it, and where it is had without taking it; what
  /// somebody has taken stays in their hands.
  @inline(__always)
  func isMeant(for index: Int, on day: Int, _ crowd: Crowd) -> Bool {
    if offer.members != nil {
      guard let group, crowd.offers.members.isSo(index, slot: group) else { return false }
    }
    if let silences, !silences.isSilent(index, on: day, crowd) { return false }
    return true
  }

  /// At an opening: those come to it who have now been silent for long enough, or are members already.
  mutating func welcome(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    guard isOffered else { return }
    silent.take(today.day, into: &due)
    for index in due { welcome(Int(index), from: today.day, &crowd, &tally) }
    welcomeMembers(from: today.day, &crowd, &tally)
  }

  /// Those come to it who have joined the group it is for.
  mutating func welcomeMembers(from day: Int, _ crowd: inout Crowd, _ tally: inout Tally) {
    guard let group else { return }
    for one in crowd.day.joined where one.slot == group {
      welcome(one.customer, from: day, &crowd, &tally)
    }
  }

  /// Orders end a silence.
  @inline(__always)
  mutating func hearOrders(_ crowd: Crowd) {
    guard silences != nil else { return }
    for order in crowd.day.ordersToSee(by: slot) {
      silences?.see(order)
      awaitSilence(of: order.customer, crowd)
    }
  }

  /// Enters the day on which somebody will have been silent for long enough.
  @inline(__always)
  mutating func awaitSilence(of index: Int, _ crowd: Crowd) {
    guard let silences, lives[index].stage == .outside else { return }
    silent.enter(index, on: silences.day(of: index, crowd) ?? crowd.setting.days)
  }

  /// Somebody comes to it who has not yet, where they may.
  mutating func welcome(
    _ index: Int, from day: Int, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    guard lives[index].stage == .outside, mayNotice(crowd.customers[index]),
      isMeant(for: index, on: day, crowd)
    else { return }
    becomeEligible(index, from: day, &crowd, &tally)
  }
}
