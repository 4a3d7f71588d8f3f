import Statistics

/// An automatic offer on first orders while it is open: who hears of us has it from that moment on, and decides after a
/// trial of the same day as on any later one.
struct OfferAtHand<Terms: OfferTerms>: OfferRules {
  let offer: Offer
  let terms: Terms
  let slot: Int
  let keptOut: Purpose
  /// Whether an order of whoever has it waits for its verdict.
  let holdsOrders: Bool
  /// Whether whoever has it gives feedback after each order.
  let raisesFeedback: Bool
}

extension OfferAtHand: AtHand {
  func hand(to index: Int, on day: Int, _ crowd: inout Crowd) {
    guard offer.window.contains(day), !isHeldOut(index, crowd) else { return }
    crowd.arms?.meet(slot, index, from: day)
    guard isOffered(to: index, crowd) else { return }
    let worth = worth(to: index, &crowd)
    guard !isNothing(worth: worth, &crowd) else { return }
    let gain =
      crowd.reference.gain(of: worth, index, on: day) - elsewhere(for: index, on: day, &crowd)
    if Terms.rewardsOrders {
      crowd.offers.setGain(max(0, Float(gain)), slot: slot, customer: index)
    }
    if raisesFeedback { crowd.offers.feedbacks.set(true, slot: slot, customer: index) }
    if holdsOrders { crowd.offers.setWaiting(true, slot: slot, customer: index) }
  }
}

extension Participants {
  /// Whether it is had by whoever hears of us, without anything of theirs.
  private var isForNewcomers: Bool {
    (Terms.rewardsOrders || raisesFeedback) && offer.isAutomatic && announcer == nil
      && !offer.isForSome && offer.covers(orderNumber: 1) && offer.isFor(ordersSoFar: 0)
  }

  /// The window opens: from here on newcomers have it at once.
  func openToNewcomers(_ crowd: inout Crowd) {
    guard isForNewcomers, isOffered, !isWithdrawn, !crowd.isHunting else { return }
    crowd.atHand.append(
      OfferAtHand(
        offer: offer, terms: terms, slot: slot, keptOut: keptOut, holdsOrders: holdsOrders,
        raisesFeedback: raisesFeedback))
  }

  /// From here on newcomers no longer have it at once.
  func closeToNewcomers(_ crowd: inout Crowd) { crowd.atHand.removeAll { $0.slot == slot } }

  /// In the evening those are taken in who had it today and for whom it is over: an order has carried them past it before
  /// they were seen at an opening, or they heard of us on its last day.
  mutating func takeInPassed(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    guard offer.isAutomatic, isOffered, !offer.isForSome, offer.window.contains(today.day) else {
      return
    }
    for order in crowd.day.newOrders
    where offer.covers(orderNumber: order.number)
      && !offer.isFor(ordersSoFar: Int(crowd.customers[order.customer].orders))
    {
      takeIn(order.customer, today, &crowd, &tally)
    }
    guard isForNewcomers, today.day + 1 == offer.window.upperBound else { return }
    for index in crowd.day.newlyAware { takeIn(index, today, &crowd, &tally) }
  }

  private mutating func takeIn(
    _ index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    guard lives[index].stage == .outside, !isHeldOut(index, crowd), isOffered(to: index, crowd),
      !isNothing(worth: worth(to: index, &crowd), &crowd)
    else { return }
    countTaken(1, source: Int(crowd.customers[index].source), today, &crowd, &tally)
    lives[index].meet(.outgrown)
    keepOut(index, &crowd)
  }

  /// So many who came by one source have come to what everybody simply gets, and have it.
  private func countTaken(
    _ people: Int64, source: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    for event in [OfferCount.eligible, .noticed, .taken] {
      crowd.count(people, event, of: slot, source: source, today, &tally)
    }
  }

  /// The window opens of an offer that everybody gets and nobody is looked at for: those are counted who have it now.
  func openUnseen(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    guard today.day == offer.window.lowerBound, isOffered, !isWithdrawn else { return }
    var people = [Int64](repeating: 0, count: crowd.setting.sources.count)
    for customer in crowd.customers where mayNotice(customer) { people[Int(customer.source)] += 1 }
    for (source, count) in people.enumerated() where count > 0 {
      countTaken(count, source: source, today, &crowd, &tally)
    }
  }

  /// Those are counted whom a day's orders have brought to it, from tomorrow on.
  @inline(__always)
  func countUnseen(_ order: Order, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    guard lives.isEmpty, !offer.isFor(ordersSoFar: order.number - 1),
      offer.isFor(ordersSoFar: order.number), today.day + 1 < offer.window.upperBound, isOffered
    else { return }
    countTaken(1, source: order.source, today, &crowd, &tally)
  }

  /// What a newcomer has had at hand is no longer there.
  @inline(__always)
  func keepOut(_ index: Int, _ crowd: inout Crowd) {
    guard isForNewcomers else { return }
    crowd.offers.setGain(0, slot: slot, customer: index)
    if raisesFeedback { crowd.offers.feedbacks.set(false, slot: slot, customer: index) }
    if holdsOrders { crowd.offers.setWaiting(false, slot: slot, customer: index) }
  }
}
