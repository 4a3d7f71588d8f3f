import Statistics

/// A coupon in one block: who notices, who takes part, who redeems.
struct Coupon: Mechanism {
  let offer: CouponOffer
  let slot: Int
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
  private var isExhausted = false

  static func all(in plan: Plan, for block: Block) -> [any Mechanism] {
    plan.coupons.enumerated()
      .filter { $0.element.segments.contains(block.setting.index) }
      .map { Coupon($0.element, slot: $0.offset, block: block) }
  }

  static func outright(in plan: Plan, segment: Int, day: Int) -> Double {
    plan.coupons.reduce(1) { product, offer in
      guard offer.isOutright, offer.segments.contains(segment), offer.window.contains(day),
        case .multipliers(let daily) = offer.effect
      else { return product }
      return product * daily[day - offer.window.lowerBound]
    }
  }

  private init(_ offer: CouponOffer, slot: Int, block: Block) {
    self.offer = offer
    self.slot = slot
    if case .decided(let first, let fading, let noise) = offer.participation {
      attention = Attention(first: first, fading: fading, days: offer.window.count)
      response = Response(noise: noise, purpose: Purpose("offer.\(offer.name).response"))
    } else {
      attention = Attention(first: 0, fading: 1, days: 1)
      response = Response(noise: 0, purpose: Purpose("offer.\(offer.name).response"))
    }
    noticing = Purpose("offer.\(offer.name).notice")
    keptOut = Purpose("offer.\(offer.name).holdout")
    let people = offer.isOutright ? 0 : block.customers.count
    state = Array(repeating: .outside, count: people)
    gain = Array(repeating: 0, count: people)
    liveUntil = Array(repeating: 0, count: people)
    book = DayBook(customers: people, days: block.setting.horizon)
  }

  mutating func open(_ today: Today, _ block: inout Block, _ tally: inout Tally) {
    guard !offer.isOutright, today.day >= offer.window.lowerBound else { return }
    if today.day == offer.window.lowerBound {
      for index in state.indices where mayNotice(block.customers[index]) {
        becomeEligible(index, from: today.day, block)
      }
    }
    while let index = book.take(today.day) {
      if state[index] == .waiting { notice(index, today, &block, &tally) }
      if state[index] == .live, today.day >= Int(liveUntil[index]) { state[index] = .over }
      refresh(index, from: today.day, &block)
    }
  }

  mutating func close(_ today: Today, _ block: inout Block) -> [Claim] {
    guard offer.window.contains(today.day), !isExhausted else { return [] }
    var claims: [Claim] = []
    var claimedNow = 0
    for (place, order) in block.orders.enumerated() {
      if place == 0 || block.orders[place - 1].customer != order.customer { claimedNow = 0 }
      guard offer.covers(orderNumber: order.number),
        offer.isOutright || state[order.customer] == .live, usesLeft(order, claimedNow)
      else { continue }
      claims.append(Claim(order: order, amount: offer.reward(on: order.basket)))
      claimedNow += 1
    }
    guard !offer.isOutright else { return claims }
    for order in block.orders where !offer.isFor(ordersSoFar: order.number) {
      state[order.customer] = .over
      refresh(order.customer, from: today.day + 1, &block)
    }
    for order in block.orders
    where state[order.customer] == .outside && offer.isFor(ordersSoFar: order.number) {
      becomeEligible(order.customer, from: today.day + 1, block)
    }
    for index in block.newlyAware
    where state[index] == .outside && mayNotice(block.customers[index]) {
      becomeEligible(index, from: today.day + 1, block)
    }
    return claims
  }

  mutating func grant(_ claim: Claim, _ today: Today, _ block: inout Block, _ tally: inout Tally) {
    let order = claim.order
    let index = order.customer
    if redemptions.isEmpty { redemptions = Array(repeating: 0, count: block.customers.count) }
    redemptions[index] &+= 1
    block.reward(claim.amount, for: order, today, &tally)
    guard !offer.isOutright else { return }
    if let uses = offer.uses, Int(redemptions[index]) >= uses { state[index] = .over }
    if offer.pullForward.drop > 0 {
      if slackUntil.isEmpty { slackUntil = Array(repeating: 0, count: state.count) }
      slackUntil[index] = UInt16(
        truncatingIfNeeded: min(
          Int(UInt16.max), today.day + 1 + offer.pullForward.days))
    }
    refresh(index, from: today.day + 1, &block)
  }

  mutating func exhaust(_ today: Today, _ block: inout Block) {
    isExhausted = true
    for index in state.indices where state[index] != .over && state[index] != .outside {
      state[index] = .over
      refresh(index, from: today.day + 1, &block)
    }
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
  private mutating func becomeEligible(_ index: Int, from day: Int, _ block: Block) {
    state[index] = .over
    let first = max(day, offer.window.lowerBound)
    guard first < offer.window.upperBound, !isExhausted, !isKeptOut(index, block) else { return }
    var noticed = first
    if case .decided = offer.participation {
      var stream = block.draws.stream(block.individual(index), noticing)
      guard let wait = attention.day(stream.uniform()) else { return }
      noticed = first + wait - 1
    }
    guard noticed < offer.window.upperBound else { return }
    state[index] = .waiting
    book.enter(index, on: noticed)
  }

  private func isKeptOut(_ index: Int, _ block: Block) -> Bool {
    guard offer.holdout > 0 else { return false }
    var stream = block.draws.stream(block.individual(index), keptOut)
    return stream.uniform() < offer.holdout
  }

  /// The gain is judged by the reference reward before the offer is seen, and decided on once.
  private mutating func notice(
    _ index: Int, _ today: Today, _ block: inout Block, _ tally: inout Tally
  ) {
    let who = block.individual(index)
    let worth = offer.worth(meanBasket: block.meanBasket(of: index))
    let perceived = block.reference.gain(of: worth, index, on: today.day)
    block.reference.see(worth, slot: slot, index, from: today.day)
    block.count(.noticed, index, today, &tally)
    let takes =
      if case .automatic = offer.participation {
        true
      } else {
        response.takesPart(
          gain: perceived, traits: block.setting.traits, block.draws, who)
      }
    state[index] = takes ? .live : .declined
    guard takes else { return }
    block.count(.tookPart, index, today, &tally)
    gain[index] = Float(perceived)
    let validity = offer.validity ?? offer.window.count
    liveUntil[index] = UInt16(
      truncatingIfNeeded: min(offer.window.upperBound, today.day + validity))
  }

  /// Brings the block's columns in line with somebody's state, and sets the next day to look again.
  private mutating func refresh(_ index: Int, from day: Int, _ block: inout Block) {
    let isLive = state[index] == .live
    var next = block.setting.horizon
    var factor = 1.0
    if isLive, offer.window.contains(day) {
      factor = offer.factor(
        on: day, gain: Double(gain[index]), meanBasket: block.meanBasket(of: index))
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
    if state[index] == .over { block.reference.see(0, slot: slot, index, from: day) }
    if offer.covers(orderNumber: 1) {
      let isOpen = state[index] == .live
      block.offers.setGain(isOpen ? max(0, gain[index]) : 0, slot: slot, customer: index)
    }
    block.setFactor(Float(factor), slot: slot, index, from: day)
    book.enter(index, on: next)
  }
}
