import Statistics

/// A coupon in one crowd: who notices, who takes part, who redeems.
struct Coupon: Mechanism {
  let offer: CouponOffer
  let slot: Int
  private let isOutright: Bool
  private let attention: Attention
  private let response: Response
  private let noticing: Purpose
  private let keptOut: Purpose
  private var state: [CouponState]
  private var gain: [Float]
  private var liveUntil: [UInt16]
  /// The end of the slack after a redemption; empty where there is none.
  private var slackUntil: [UInt16] = []
  private(set) var redemptions: [UInt16] = []
  private var book: DayBook
  private var due: [UInt16] = []
  private var isExhausted = false

  static func all(in plan: Plan, for crowd: Crowd) -> [any Mechanism] {
    plan.coupons.enumerated()
      .filter { $0.element.segments.contains(crowd.setting.index) }
      .map { Coupon($0.element, slot: $0.offset, crowd: crowd) }
  }

  static func outright(in plan: Plan, for segment: Segment, index: Int, day: Int) -> Double {
    plan.coupons.reduce(1) { product, offer in
      guard offer.isOutright(for: segment), offer.segments.contains(index),
        offer.window.contains(day),
        case .multipliers(let daily) = offer.effect
      else { return product }
      return product * daily[day - offer.window.lowerBound]
    }
  }

  private init(_ offer: CouponOffer, slot: Int, crowd: Crowd) {
    self.offer = offer
    self.slot = slot
    isOutright = crowd.arms == nil && offer.isOutright(for: crowd.setting.segment)
    if case .decided(let first, let fading, let noise) = offer.participation {
      attention = Attention(first: first, fading: fading, days: offer.window.count)
      response = Response(noise: noise, purpose: Purpose("offer.\(offer.name).response"))
    } else {
      attention = Attention(first: 0, fading: 1, days: 1)
      response = Response(noise: 0, purpose: Purpose("offer.\(offer.name).response"))
    }
    noticing = Purpose("offer.\(offer.name).notice")
    keptOut = Purpose("offer.\(offer.name).holdout")
    let people = isOutright ? 0 : crowd.customers.count
    state = Array(repeating: .outside, count: people)
    gain = Array(repeating: 0, count: people)
    liveUntil = Array(repeating: 0, count: people)
    book = DayBook(customers: people, days: crowd.setting.horizon)
  }

  mutating func open(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    guard !isOutright, today.day >= offer.window.lowerBound else { return }
    if today.day == offer.window.lowerBound {
      for index in state.indices where mayNotice(crowd.customers[index]) {
        becomeEligible(index, from: today.day, &crowd)
      }
    }
    book.take(today.day, into: &due)
    for index in due.map({ Int($0) }) {
      if state[index] == .waiting { notice(index, today, &crowd, &tally) }
      if state[index] == .live, today.day >= Int(liveUntil[index]) { state[index] = .over }
      refresh(index, from: today.day, &crowd)
    }
  }

  mutating func close(_ today: Today, _ crowd: inout Crowd) -> [Claim] {
    guard offer.window.contains(today.day) else { return [] }
    meetToday(today.day, &crowd)
    guard !isExhausted else {
      // Who comes too late is in an experiment all the same: they would be without the others' claims.
      if crowd.arms != nil { welcome(today.day, &crowd) }
      return []
    }
    var claims: [Claim] = []
    var claimedNow = 0
    for (place, order) in crowd.orders.enumerated() {
      if place == 0 || crowd.orders[place - 1].customer != order.customer { claimedNow = 0 }
      guard offer.covers(orderNumber: order.number),
        honours(order, crowd), usesLeft(order, claimedNow)
      else { continue }
      let amount = offer.reward(on: order.basket)
      guard amount > 0 else { continue }
      claims.append(Claim(order: order, amount: amount))
      claimedNow += 1
    }
    guard !isOutright else { return claims }
    for order in crowd.orders where !offer.isFor(ordersSoFar: order.number) {
      state[order.customer] = .over
      refresh(order.customer, from: today.day + 1, &crowd)
    }
    welcome(today.day, &crowd)
    return claims
  }

  /// Takes in who became eligible in the course of a day.
  private mutating func welcome(_ today: Int, _ crowd: inout Crowd) {
    for order in crowd.orders
    where state[order.customer] == .outside && offer.isFor(ordersSoFar: order.number) {
      becomeEligible(order.customer, from: today + 1, &crowd)
    }
    for index in crowd.newlyAware
    where state[index] == .outside && mayNotice(crowd.customers[index]) {
      becomeEligible(index, from: today + 1, &crowd)
    }
  }

  /// An automatic offer is met on the very day of the first order it covers.
  private func meetToday(_ today: Int, _ crowd: inout Crowd) {
    guard crowd.arms != nil, offer.isAutomatic else { return }
    for order in crowd.orders
    where state[order.customer] == .outside && offer.covers(orderNumber: order.number)
      && !isHeldOut(order.customer, crowd)
    {
      crowd.arms?.meet(slot, order.customer, from: today)
    }
  }

  mutating func grant(_ claim: Claim, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    let order = claim.order
    let index = order.customer
    if redemptions.isEmpty { redemptions = Array(repeating: 0, count: crowd.customers.count) }
    redemptions[index] &+= 1
    crowd.reward(claim.amount, for: order, today, &tally)
    guard !isOutright else { return }
    if let uses = offer.uses, Int(redemptions[index]) >= uses { state[index] = .over }
    if offer.pullForward.drop > 0 {
      if slackUntil.isEmpty { slackUntil = Array(repeating: 0, count: state.count) }
      slackUntil[index] = UInt16(
        truncatingIfNeeded: min(
          Int(UInt16.max), today.day + 1 + offer.pullForward.days))
    }
    refresh(index, from: today.day + 1, &crowd)
  }

  mutating func exhaust(_ today: Today, _ crowd: inout Crowd) {
    isExhausted = true
    for index in state.indices where state[index] != .over && state[index] != .outside {
      state[index] = .over
      refresh(index, from: today.day + 1, &crowd)
    }
  }

  /// An automatic offer honours also orders of people who came to it only today.
  private func honours(_ order: Order, _ crowd: Crowd) -> Bool {
    if isOutright || state[order.customer] == .live { return true }
    let isNew = state[order.customer] == .outside || state[order.customer] == .waiting
    return offer.isAutomatic && isNew && isOffered(order.customer, crowd)
      && !isHeldOut(order.customer, crowd)
  }

  private func usesLeft(_ order: Order, _ claimedNow: Int) -> Bool {
    guard let uses = offer.uses else { return true }
    let before = redemptions.isEmpty ? 0 : Int(redemptions[order.customer])
    return before + claimedNow < uses
  }

  private func mayNotice(_ customer: Customer) -> Bool {
    customer.stage != .unaware && offer.isFor(ordersSoFar: Int(customer.orders))
  }

  /// From here on somebody may notice, on a day that their draw fixes.
  private mutating func becomeEligible(_ index: Int, from day: Int, _ crowd: inout Crowd) {
    state[index] = .over
    let first = max(day, offer.window.lowerBound)
    guard first < offer.window.upperBound, !isHeldOut(index, crowd) else { return }
    crowd.arms?.meet(slot, index, from: first)
    guard !isExhausted, isOffered(index, crowd) else { return }
    var noticed = first
    if case .decided = offer.participation {
      var stream = crowd.draws.stream(crowd.individual(index), noticing)
      guard let wait = attention.day(stream.uniform()) else { return }
      noticed = first + wait - 1
    }
    guard noticed < offer.window.upperBound else { return }
    state[index] = .waiting
    book.enter(index, on: noticed)
  }

  /// Whether it is an offer of somebody's arm.
  private func isOffered(_ index: Int, _ crowd: Crowd) -> Bool {
    crowd.arms?.offers(slot, to: index) ?? true
  }

  private func isHeldOut(_ index: Int, _ crowd: Crowd) -> Bool {
    guard offer.holdout > 0 else { return false }
    var stream = crowd.draws.stream(crowd.individual(index), keptOut)
    return stream.uniform() < offer.holdout
  }

  /// The gain is judged by the reference reward before the offer is seen, and decided on once.
  private mutating func notice(
    _ index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    let who = crowd.individual(index)
    let first = offer.orders == .first ? crowd.setting.segment.baskets.firstFactor : 1
    let worth = offer.worth(meanBasket: first * crowd.meanBasket(of: index))
    guard !offer.isNothing(worth: worth) else {
      state[index] = .over
      return
    }
    let perceived = crowd.reference.gain(of: worth, index, on: today.day)
    crowd.reference.see(worth, slot: slot, index, from: today.day)
    crowd.count(.noticed, index, today, &tally)
    let takes =
      if case .automatic = offer.participation {
        true
      } else {
        response.takesPart(
          gain: perceived, traits: crowd.setting.traits, crowd.draws, who)
      }
    state[index] = takes ? .live : .declined
    guard takes else { return }
    crowd.count(.tookPart, index, today, &tally)
    gain[index] = Float(perceived)
    let validity = offer.validity ?? offer.window.count
    liveUntil[index] = UInt16(
      truncatingIfNeeded: min(offer.window.upperBound, today.day + validity))
  }

  /// Brings the crowd's columns in line with somebody's state, and sets the next day to look again.
  private mutating func refresh(_ index: Int, from day: Int, _ crowd: inout Crowd) {
    let isLive = state[index] == .live
    var next = crowd.setting.horizon
    var factor = 1.0
    if isLive, offer.window.contains(day) {
      factor = offer.factor(
        on: day, gain: Double(gain[index]), meanBasket: crowd.meanBasket(of: index))
      next = min(Int(liveUntil[index]), offer.nextChange(after: day))
    } else if state[index] == .declined {
      next = offer.window.upperBound
    } else if isLive {
      state[index] = .over
    }
    if !slackUntil.isEmpty, day < Int(slackUntil[index]) {
      factor *= 1 - offer.pullForward.drop
      next = min(next, Int(slackUntil[index]))
    }
    if state[index] == .declined, day >= offer.window.upperBound { state[index] = .over }
    if state[index] == .over { crowd.reference.see(0, slot: slot, index, from: day) }
    if offer.covers(orderNumber: 1) {
      let isOpen = state[index] == .live
      crowd.offers.setGain(isOpen ? max(0, gain[index]) : 0, slot: slot, customer: index)
    }
    crowd.setFactor(Float(factor), slot: slot, index, from: day)
    book.enter(index, on: next)
  }
}
