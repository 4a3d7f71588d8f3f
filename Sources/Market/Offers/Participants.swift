import Statistics

/// An offer's life in the people of one crowd: who is eligible, notices, takes part, redeems, and for whom it
/// is over.
///
/// Every offer has one, whatever its terms; a mechanism adds what it pays.
struct Participants<Terms: OfferTerms>: Sendable {
  let offer: Offer
  let terms: Terms
  let slot: Int
  private let attention: Attention
  let response: Response
  private let noticing: Purpose
  private let keptOut: Purpose
  /// Empty where nobody has to be looked at.
  private var lives: [OfferLife]
  private var gain: [Float]
  /// The end of the slack after a redemption; empty where there is none.
  private var slackUntil: [UInt16] = []
  /// By customer; empty before the first.
  private var redemptions: [UInt16] = []
  /// By customer: those within the horizon, once it has ended; empty where there were none.
  private(set) var redemptionsWithin: [UInt16] = []
  private var book: DayBook
  private var due: [UInt16] = []
  private(set) var isWithdrawn: Bool
  /// By customer, whether they have paid in full shortly before the offer opens; empty where nobody has.
  var paidInFull: [Bool] = []
  /// Who has decided today to take part.
  private(set) var newTakers: [Int] = []
  /// The first day on which nobody can hold it any more.
  let end: Int
  /// Whether the orders of those who hold it wait for its verdict.
  private let holdsOrders: Bool
  /// Whether those who hold it give feedback after each order.
  private let raisesFeedback: Bool
  /// Whether an order of somebody who holds it may change what it makes of their purchases.
  private let hangsOnOrders: Bool
  /// Whether it is had with the order that makes somebody eligible, and moves purchases from then on.
  private let isHandedOver: Bool
  /// What tells people of it; `nil` where they notice it on their own.
  private let announcer: Announcer?
  /// Whether people come to it by themselves.
  private var isOffered: Bool

  /// Nobody has come to the offer yet; `unseen` everybody gets it and nobody is looked at, `approached` nobody comes to
  /// it unless it is put to them.
  ///
  /// What `isKept` stays in people's hands after an open end, even where they did not have to take it. What `isMoved` by
  /// orders makes something else of purchases after each.
  init(
    _ terms: Terms, of offer: Offer, slot: Int, for crowd: Crowd, unseen isUnseen: Bool = false,
    holdsOrders: Bool = false, raisesFeedback: Bool = false, isKept: Bool = false,
    isIdle: Bool = false, isMoved: Bool = false, approached isApproached: Bool = false
  ) {
    self.raisesFeedback = raisesFeedback
    isOffered = !isApproached
    let (people, days) = (isUnseen ? 0 : crowd.customers.count, crowd.setting.days)
    // Nobody comes to it of other segments, nor where there is no money for it.
    isWithdrawn =
      isIdle || !offer.segments.contains(crowd.setting.index) || offer.budget == 0
    let announcer = crowd.setting.announcers.isEmpty ? nil : crowd.setting.announcers[slot]
    self.announcer = announcer
    // Hunters order once.
    hangsOnOrders = !crowd.isHunting && (isMoved || (offer.movesPurchases && offer.endsByOrders))
    isHandedOver =
      !crowd.isHunting && Terms.rewardsOrders && offer.isAutomatic && announcer == nil
      && (isMoved || offer.movesPurchases)
    self.holdsOrders = holdsOrders
    self.offer = offer
    self.terms = terms
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
    lives = Array(repeating: OfferLife(), count: people)
    gain = Array(repeating: 0, count: people)
    book = DayBook(customers: people, days: days)
    // What nobody holds in hand ends with the window; a stated end is an end.
    let isTaken = !offer.isAutomatic || offer.validity != nil || isKept
    end = offer.isOpenEnded && isTaken && people > 0 ? days : offer.window.upperBound
  }

  /// Takes in whoever is eligible as the window opens, and lives through what is due today.
  mutating func open(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    newTakers.removeAll(keepingCapacity: true)
    guard !lives.isEmpty, today.day >= offer.window.lowerBound else { return }
    if today.day == offer.window.lowerBound, isOffered {
      letDown(today, &crowd, &tally)
      for index in lives.indices where mayNotice(crowd.customers[index]) {
        becomeEligible(index, from: today.day, &crowd, &tally)
      }
      if isHandedOver {
        for index in lives.indices where lives[index].stage == .outside {
          crowd.offers.ties.set(true, slot: slot, customer: index)
        }
      }
    }
    if announcer != nil { hear(from: today.day, crowd) }
    book.take(today.day, into: &due)
    for index in due.map({ Int($0) }) {
      if lives[index].stage == .waiting { notice(index, today, &crowd, &tally) }
      lives[index].meet(.dayBegins(today.day))
      refresh(index, from: today.day, &crowd)
    }
    if crowd.isHunting {
      for index in newTakers { crowd.hunt(index, terms.smallestOrder, today, &tally) }
    }
  }

  /// Takes in who became eligible in the course of a day, and lets go of those whom an order carried past it.
  mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    guard !lives.isEmpty else { return }
    if announcer != nil { hear(from: today.day + 1, crowd) }
    let orders = crowd.day.ordersToSee
    if !isWithdrawn {
      for order in orders { pass(order, today, &crowd) }
    }
    guard isOffered else { return }
    for order in orders
    where lives[order.customer].stage == .outside && offer.isFor(ordersSoFar: order.number) {
      becomeEligible(order.customer, from: today.day + 1, &crowd, &tally)
      if isHandedOver { handOver(order.customer, today, &crowd, &tally) }
    }
    for index in crowd.day.newlyAware
    where lives[index].stage == .outside && mayNotice(crowd.customers[index]) {
      becomeEligible(index, from: today.day + 1, &crowd, &tally)
    }
  }

  /// An order has carried somebody past the offer, if it has.
  mutating func pass(_ order: Order, _ today: Today, _ crowd: inout Crowd) {
    guard !lives.isEmpty, !offer.isFor(ordersSoFar: order.number) else { return }
    lives[order.customer].meet(.outgrown)
    refresh(order.customer, from: today.day + 1, &crowd)
  }

  /// An automatic offer is met on the very day of the first order it covers.
  func meetToday(_ today: Int, _ crowd: inout Crowd) {
    guard crowd.arms != nil, offer.isAutomatic else { return }
    for order in crowd.day.newOrders
    where lives[order.customer].stage == .outside && offer.covers(orderNumber: order.number)
      && !isHeldOut(order.customer, crowd)
    {
      crowd.arms?.meet(slot, order.customer, from: today)
    }
  }

  /// Whether somebody has it in hand.
  func holds(_ index: Int) -> Bool { !lives.isEmpty && lives[index].stage == .live }

  /// Whether an order can redeem it: an automatic offer honours also people who came to it only today.
  func honours(_ order: Order, _ crowd: Crowd) -> Bool {
    guard offer.covers(orderNumber: order.number) else { return false }
    guard !lives.isEmpty else { return true }
    switch lives[order.customer].stage {
    case .live: return true
    case .outside, .waiting:
      return offer.isAutomatic && isOffered && isOffered(to: order.customer, crowd)
        && !isHeldOut(order.customer, crowd)
    case .declined, .over: return false
    }
  }

  /// Whether somebody who has claimed so often today may do so again.
  func usesLeft(_ customer: Int, claimedToday: Int) -> Bool {
    guard let uses = offer.uses else { return true }
    let before = redemptions.isEmpty ? 0 : Int(redemptions[customer])
    return before + claimedToday < uses
  }

  /// Takes in a redemption.
  mutating func redeem(_ index: Int, _ today: Today, _ crowd: inout Crowd) {
    if redemptions.isEmpty { redemptions = Array(repeating: 0, count: crowd.customers.count) }
    redemptions[index] &+= 1
    guard !lives.isEmpty else { return }
    if let uses = offer.uses, Int(redemptions[index]) >= uses { lives[index].meet(.usedUp) }
    if offer.pullForward.drop > 0 {
      if slackUntil.isEmpty { slackUntil = Array(repeating: 0, count: lives.count) }
      slackUntil[index] = UInt16(
        truncatingIfNeeded: min(
          Int(UInt16.max), today.day + 1 + offer.pullForward.days))
    }
    refresh(index, from: today.day + 1, &crowd)
  }

  /// Whether it may be put to somebody today; if so they are in an experiment about it from here on.
  func mayApproach(_ index: Int, _ today: Today, _ crowd: inout Crowd) -> Bool {
    guard !isWithdrawn, lives[index].stage != .live, !isHeldOut(index, crowd) else { return false }
    crowd.arms?.meet(slot, index, from: today.day)
    return isOffered(to: index, crowd)
  }

  /// It is put to somebody at the opening of a day, after `open`, whatever became of it before: they notice it, and
  /// take part without more ado, or decide.
  mutating func approach(
    _ index: Int, decides: Bool, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    lives[index].meet(.approached)
    notice(index, decides: decides, today, &crowd, &tally)
    refresh(index, from: today.day, &crowd)
  }

  /// It is over for somebody from tomorrow on, such as once they have been given what it offers.
  mutating func finish(_ index: Int, _ today: Today, _ crowd: inout Crowd) {
    lives[index].meet(.usedUp)
    refresh(index, from: today.day + 1, &crowd)
  }

  /// Whether anybody's order of a day may redeem it.
  func isHonoured(on day: Int) -> Bool { day >= offer.window.lowerBound && day < end }

  /// From this day on nobody newly notices it; what was taken is honoured.
  mutating func endOffering(_ day: Int, _ crowd: inout Crowd) {
    isOffered = false
    redemptionsWithin = redemptions
    for index in lives.indices
    where lives[index].stage == .waiting || lives[index].stage == .declined {
      lives[index].meet(.withdrawn)
      refresh(index, from: day, &crowd)
    }
  }

  /// From tomorrow on the offer is over for everybody.
  mutating func withdraw(_ today: Today, _ crowd: inout Crowd) {
    isWithdrawn = true
    for index in lives.indices
    where lives[index].stage != .over && lives[index].stage != .outside {
      lives[index].meet(.withdrawn)
      refresh(index, from: today.day + 1, &crowd)
    }
  }

  private func mayNotice(_ customer: Customer) -> Bool {
    customer.stage != .unaware && offer.isFor(ordersSoFar: Int(customer.orders))
  }

  /// Whether it is nothing to bonus hunters, who order once at most.
  private func isNoPrey(_ crowd: Crowd) -> Bool {
    crowd.isHunting && !(Terms.rewardsOrders && offer.covers(orderNumber: 1))
  }

  /// From here on somebody may notice, on a day that their draw fixes.
  private mutating func becomeEligible(
    _ index: Int, from day: Int, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    let first = max(day, offer.window.lowerBound)
    let isTooLate = first >= offer.window.upperBound
    guard !isTooLate, !isNoPrey(crowd), !isHeldOut(index, crowd) else {
      lives[index].meet(.eligible(noticesOn: nil))
      return
    }
    crowd.arms?.meet(slot, index, from: first)
    guard !isWithdrawn, isOffered(to: index, crowd) else {
      lives[index].meet(.eligible(noticesOn: nil))
      return
    }
    tally.count(1, .eligible, of: slot, day: day, segment: crowd.setting.index)
    let noticed = dayOfNoticing(index, from: first, &crowd)
    lives[index].meet(.eligible(noticesOn: noticed))
    if let noticed { book.enter(index, on: noticed) }
  }

  /// What comes with an order by itself is in hand with it; else it is as if it were noticed tomorrow.
  private mutating func handOver(
    _ index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    guard lives[index].stage == .waiting else { return }
    notice(index, from: today.day + 1, today, &crowd, &tally)
    refresh(index, from: today.day + 1, &crowd)
  }

  private func dayOfNoticing(_ index: Int, from first: Int, _ crowd: inout Crowd) -> Int? {
    // Hunters hear of everything at once.
    if crowd.isHunting { return first }
    if announcer != nil { return Self.whenTold }
    guard case .decided(let chance, let fading, _) = offer.participation else { return first }
    var stream = crowd.draws.stream(crowd.individual(index), noticing)
    let uniform = stream.uniform()
    var attention = attention
    if let stretch = offer.stretch {
      // How long somebody holds on to it is theirs alone.
      attention = Attention(
        first: chance,
        fading: stretch.fading(from: fading, worth: worth(to: index, &crowd)),
        days: offer.window.count)
    }
    guard let wait = attention.day(uniform) else { return nil }
    let day = first + wait - 1
    return day < offer.window.upperBound ? day : nil
  }

  /// A day that is never played: who is told of an offer notices it then.
  private static var whenTold: Int { Int(UInt16.max) }

  /// Who has been told of the offer notices it on a day.
  private mutating func hear(from day: Int, _ crowd: Crowd) {
    guard let announcer, day < offer.window.upperBound else { return }
    for told in crowd.day.announcements where told.by == announcer {
      guard lives[told.to].stage == .waiting, Int(lives[told.to].day) > day else { continue }
      lives[told.to].meet(.told(on: day))
      book.enter(told.to, on: day)
    }
  }

  /// Whether it is an offer of somebody's arm.
  func isOffered(to index: Int, _ crowd: Crowd) -> Bool {
    crowd.arms?.offers(slot, to: index) ?? true
  }

  /// Whether somebody is left out, to compare with.
  func isHeldOut(_ index: Int, _ crowd: Crowd) -> Bool {
    guard offer.holdout > 0 else { return false }
    var stream = crowd.draws.stream(crowd.individual(index), keptOut)
    return stream.uniform() < offer.holdout
  }

  /// The gain is judged by the reference reward before the offer is seen, and decided on once.
  private mutating func notice(
    _ index: Int, decides: Bool = true, from day: Int? = nil, _ today: Today,
    _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    let day = day ?? today.day
    let worth = worth(to: index, &crowd)
    guard !decides || !offer.isNothing(worth: worth) else {
      lives[index].meet(.foundNothing)
      return
    }
    let perceived =
      crowd.reference.gain(of: worth, index, on: day) - elsewhere(for: index, today, &crowd)
    crowd.reference.see(worth, slot: slot, index, from: day)
    crowd.count(.noticed, of: slot, index, today, &tally)
    // What everybody simply gets a hunter has to find worth an account.
    let takes =
      offer.isAutomatic && !crowd.isHunting || !decides
      || response.takesPart(
        gain: perceived, traits: crowd.setting.traits,
        left: crowd.setting.segment.participation.left(by: easing(for: index, today, crowd)),
        crowd.draws, crowd.decider(index))
    guard takes else {
      lives[index].meet(.decided(takes: false, until: offer.window.upperBound))
      return
    }
    crowd.count(.taken, of: slot, index, today, &tally)
    newTakers.append(index)
    gain[index] = Float(perceived)
    let until = offer.validity.map { min(end, day + $0) } ?? end
    lives[index].meet(.decided(takes: true, until: until))
  }

  /// Brings the crowd's columns in line with somebody's stage, and sets the next day to look again.
  ///
  /// For who has stopped at an order of the day before, purchases change at that order.
  private mutating func refresh(_ index: Int, from opening: Int, _ crowd: inout Crowd) {
    let stop = crowd.stops.time(of: index)
    let day = stop == nil ? opening : opening - 1
    if day >= offer.window.upperBound { lives[index].meet(.dayBegins(day)) }
    let life = lives[index]
    var next = crowd.setting.days
    var factor = 1.0
    switch life.stage {
    case .waiting: next = Int(life.day)
    case .declined: next = Int(life.day)
    case .live:
      factor = offer.factor(
        on: day, gain: Double(gain[index]), meanBasket: crowd.meanBasket(of: index))
      next = min(Int(life.day), offer.nextChange(after: day) ?? Int(life.day))
    case .outside, .over: break
    }
    if !slackUntil.isEmpty, day < Int(slackUntil[index]) {
      factor *= 1 - offer.pullForward.drop
      next = min(next, Int(slackUntil[index]))
    }
    if life.stage == .over { crowd.reference.see(0, slot: slot, index, from: opening) }
    if holdsOrders {
      crowd.offers.setWaiting(life.stage == .live, slot: slot, customer: index)
    }
    if raisesFeedback {
      crowd.offers.feedbacks.set(life.stage == .live, slot: slot, customer: index)
    }
    let isInHand = life.stage == .live && Terms.rewardsOrders
    if Terms.rewardsOrders, offer.covers(orderNumber: 1) {
      crowd.offers.setGain(isInHand ? max(0, gain[index]) : 0, slot: slot, customer: index)
    }
    crowd.reconsider(index, holdsOffer: isInHand, slot: slot, from: opening)
    if hangsOnOrders || isHandedOver {
      crowd.offers.ties.set(
        life.stage == .live && hangsOnOrders, slot: slot, customer: index)
    }
    crowd.setFactor(Float(factor), slot: slot, index, from: day, at: stop)
    book.enter(index, on: next)
  }
}
