import Statistics

/// An offer's life in the people of one crowd: who is eligible, notices, takes part, redeems, and for whom it
/// is over.
///
/// Every offer has one, whatever its terms; a mechanism adds what it pays.
struct Participants<Terms: OfferTerms>: OfferRules, Sendable {
  let offer: Offer
  let terms: Terms
  let slot: Int
  let attention: Attention
  let response: Response
  let noticing: Purpose
  let keptOut: Purpose
  /// Empty where nobody has to be looked at.
  var lives: [OfferLife]
  /// By customer: what they gain by it apart from what others offer, by the reference reward before they saw it.
  var gain: [Float]
  /// The end of the slack after a redemption; empty where there is none.
  var slackUntil: [UInt16] = []
  /// By customer; empty before the first.
  var redemptions: [UInt16] = []
  /// By customer: those within the horizon, once it has ended; empty where there were none.
  var redemptionsWithin: [UInt16] = []
  var book: DayBook
  var due: [UInt16] = []
  var isWithdrawn: Bool
  /// By customer, whether they have paid in full shortly before the offer opens; empty where nobody has.
  var paidInFull: [Bool] = []
  /// Who has decided today to take part.
  var newTakers: [Int] = []
  /// The first day on which nobody can hold it any more.
  let end: Int
  /// Whether the orders of those who hold it wait for its verdict.
  let holdsOrders: Bool
  /// Whether those who hold it give feedback after each order.
  let raisesFeedback: Bool
  /// Whether an order of somebody who holds it may change what it makes of their purchases, or of their feedback.
  private let hangsOnOrders: Bool
  /// Whether it is had with the order that makes somebody eligible, and moves purchases from then on.
  private let isHandedOver: Bool
  /// The offer whose members it is for, such as an audience; `nil` where it is for others too.
  let group: Int?
  /// Who has not ordered for long; `nil` where it is for others too.
  var silences: Silences?
  /// Who will be silent for long enough, if they do not order.
  var silent: DayBook
  /// What tells people of it; `nil` where they notice it on their own.
  let announcer: Announcer?
  /// Whether people come to it by themselves.
  var isOffered: Bool

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
    hangsOnOrders =
      !crowd.isHunting
      && (isMoved || ((offer.movesPurchases || raisesFeedback) && offer.endsByOrders))
    isHandedOver =
      !crowd.isHunting && Terms.rewardsOrders && offer.isAutomatic && announcer == nil
      && offer.silence == nil
      && (isMoved || offer.movesPurchases)
    group = offer.members == nil ? nil : crowd.setting.groups[slot]
    silences = offer.silence.map { Silences($0, for: crowd) }
    silent = DayBook(customers: offer.silence == nil ? 0 : people, days: days)
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
    for index in lives.indices { awaitSilence(of: index, crowd) }
  }

  /// Takes in whoever is eligible as the window opens, and lives through what is due today.
  mutating func open(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    newTakers.removeAll(keepingCapacity: true)
    guard !lives.isEmpty else { return openUnseen(today, &crowd, &tally) }
    guard today.day >= offer.window.lowerBound else { return }
    if today.day == offer.window.lowerBound, isOffered {
      letDown(today, &crowd, &tally)
      openToNewcomers(&crowd)
      for index in lives.indices
      where mayNotice(crowd.customers[index]) && isMeant(for: index, on: today.day, crowd) {
        becomeEligible(index, from: today.day, &crowd, &tally)
      }
      if isHandedOver {
        for index in lives.indices where lives[index].stage == .outside {
          crowd.offers.ties.set(true, slot: slot, customer: index)
        }
      }
    }
    if offer.isForSome { welcome(today, &crowd, &tally) }
    if announcer != nil { hear(from: today.day, crowd) }
    book.take(today.day, into: &due)
    for customer in due {
      let index = Int(customer)
      if lives[index].stage == .waiting { notice(index, today, &crowd, &tally) }
      lives[index].meet(.dayBegins(today.day))
      refresh(index, from: today.day, &crowd)
    }
    if crowd.isHunting, Terms.huntedBy == .order {
      for index in newTakers { crowd.hunt(index, terms.smallestOrder, today, &tally) }
    }
  }

  /// Takes in who became eligible in the course of a day, and lets go of those whom an order carried past it.
  mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) {
    // Who is there before the window is taken in as it opens.
    guard !lives.isEmpty, today.day >= offer.window.lowerBound else { return }
    // Nobody holds it any more, and nobody comes to it.
    if today.day >= end, !writesAnew(crowd) { return }
    let orders = crowd.day.ordersToSee(by: slot)
    hearOrders(crowd)
    if !isWithdrawn {
      takeInPassed(today, &crowd, &tally)
      for order in orders { pass(order, today, &crowd) }
    }
    // Also who has come to it only now, by what told them of us.
    defer { if announcer != nil { hear(from: today.day + 1, crowd) } }
    guard isOffered else { return }
    for order in orders
    where lives[order.customer].stage == .outside && offer.isFor(ordersSoFar: order.number)
      && isMeant(for: order.customer, on: today.day + 1, crowd)
    {
      let had = isHandedOver && isHonoured(on: today.day) ? today.day : nil
      becomeEligible(order.customer, from: today.day + 1, hadOn: had, &crowd, &tally)
      if had != nil { handOver(order.customer, today, &crowd, &tally) }
    }
    for index in crowd.day.newlyAware { welcome(index, from: today.day + 1, &crowd, &tally) }
    welcomeMembers(from: today.day + 1, &crowd, &tally)
  }

  /// Whether A is written down once more for whom an offer is over already: where it is not followed from day to day, its
  /// last digits hang on that.
  @inline(__always)
  func writesAnew(_ crowd: Crowd) -> Bool { crowd.reference.isUsed && !crowd.slowing.isUsed }

  /// Brings the crowd's columns in line with somebody's stage, and sets the next day to look again.
  ///
  /// For who has stopped at an order of the day before, purchases change at that order.
  mutating func refresh(_ index: Int, from opening: Int, _ crowd: inout Crowd) {
    let stop = crowd.stops.time(of: index)
    let day = stop == nil ? opening : opening - 1
    // After all that is played nothing is bought.
    guard day < crowd.setting.days else { return }
    if day >= offer.window.upperBound { lives[index].meet(.dayBegins(day)) }
    let life = lives[index]
    var next = crowd.setting.days
    var factor = 1.0
    var gained = 0.0
    switch life.stage {
    case .waiting: next = Int(life.day)
    case .declined: next = Int(life.day)
    case .live:
      gained = gain(of: index, on: day, &crowd)
      factor = offer.factor(on: day, gain: gained, meanBasket: crowd.meanBasket(of: index))
      next = min(
        Int(life.day), offer.nextChange(after: day) ?? Int(life.day),
        nextChangeOfGain(after: day, crowd) ?? Int(life.day))
    case .outside, .over: break
    }
    if !slackUntil.isEmpty, day < Int(slackUntil[index]) {
      factor *= 1 - offer.pullForward.drop
      next = min(next, Int(slackUntil[index]))
    }
    if life.stage == .over { crowd.see(0, slot: slot, index, from: opening) }
    if holdsOrders {
      crowd.offers.setWaiting(life.stage == .live, slot: slot, customer: index)
    }
    if raisesFeedback {
      crowd.offers.feedbacks.set(life.stage == .live, slot: slot, customer: index)
    }
    let isInHand = life.stage == .live && Terms.rewardsOrders
    if Terms.rewardsOrders, offer.covers(orderNumber: 1) {
      crowd.offers.setGain(
        isInHand ? max(0, Float(gained)) : 0, slot: slot, customer: index)
    }
    crowd.hold(isInHand, slot: slot, index, from: opening)
    if hangsOnOrders || isHandedOver {
      crowd.offers.ties.set(
        life.stage == .live && hangsOnOrders, slot: slot, customer: index)
    }
    crowd.setFactor(Float(factor), slot: slot, index, from: day, at: stop)
    book.enter(index, on: next)
  }
}
