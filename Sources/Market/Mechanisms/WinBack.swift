import RealModule
import Statistics

/// Messages to those who have been silent for long (召回), perhaps with money off the order they return with.
///
/// Nobody sees who has lapsed: whoever is merely slow is written to as well, and may be paid for an order that would
/// have come anyway.
public struct WinBack: OfferTerms {
  public static let kind = "win-backs"
  /// Who came back is counted; orders of the days before they fell silent would be taken for those they made anyway.
  public static var isJudged: Bool { false }

  /// Off the order somebody returns with, minor units; 0 for a mere message, whose every reader takes part.
  public var reward: Int64
  /// L.
  public var silence: Silence
  /// How many open a message on reaching that silence.
  public var opened: Double
  /// h: days of further silence in which that chance halves; `nil` where it does not.
  public var halving: Double?
  /// Minor units a message.
  public var cost: Double
  /// Days from taking part on within which an order is the return that is rewarded.
  public var returnsWithin: Int
  /// Of those who take part and had lapsed, how many are customers again.
  public var comesBack: Double
  /// The chance to leave after the order of return; `nil` for that after a first order.
  public var lapse: Double?
  /// Messages to one person.
  public var times: Int
  /// Days from one message to the next to the same person, who is still silent.
  public var every: Int

  public init(
    reward: Int64 = 0, silence: Silence, opened: Double, halving: Double? = nil, cost: Double = 0,
    returnsWithin: Int = 30, comesBack: Double = 1, lapse: Double? = nil, times: Int = 1,
    every: Int = 30
  ) {
    self.reward = reward
    self.silence = silence
    self.opened = opened
    self.halving = halving
    self.cost = cost
    self.returnsWithin = returnsWithin
    self.comesBack = comesBack
    self.lapse = lapse
    self.times = times
    self.every = every
  }

  public func worth(to shopper: Shopper) -> Double { Coupon(.fixed(reward)).worth(to: shopper) }

  /// The chance to open a message after so many days more than the silence it waits for.
  func chanceToOpen(daysBeyond days: Double) -> Double {
    halving.map { opened * Double.exp2(-max(0, days) / $0) } ?? opened
  }
}

extension WinBack: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<WinBack>
    private let opening: Purpose
    private let comingBack: Purpose
    private var silences: Silences
    /// Messages to each so far, and the day of the last; empty before the first.
    private var sent: [(count: UInt16, day: UInt16)] = []
    /// Who will have been silent for long enough, if they do not order.
    private var book: DayBook
    private var due: [UInt16] = []
    private var messages: Messages

    init(_ terms: WinBack, of offer: Offer, slot: Int, for crowd: Crowd) {
      var held = offer
      held.validity = terms.returnsWithin
      // The order they return with ends it.
      participants = Participants(
        terms, of: held, slot: slot, for: crowd, isMoved: offer.movesPurchases, approached: true)
      opening = Purpose("offer.\(offer.name).open")
      comingBack = Purpose("offer.\(offer.name).come back")
      messages = Messages(costing: terms.cost, slot: slot)
      silences = Silences(terms.silence, for: crowd)
      book = DayBook(customers: crowd.customers.count, days: crowd.setting.days)
      for index in crowd.customers.indices { wait(index, crowd) }
    }

    /// Those who have been silent for long enough are written to; who takes part and had lapsed is back.
    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      participants.open(today, &crowd, &tally)
      book.take(today.day, into: &due)
      guard participants.offer.window.contains(today.day) else { return }
      let sent = due.reduce(Int64(0)) { count, index in
        count + (write(to: Int(index), today, &crowd, &tally) ? 1 : 0)
      }
      for index in participants.newTakers { bringBack(index, today, &crowd, &tally) }
      messages.send(sent, today, crowd, &tally)
    }

    /// One order is the return; what else somebody orders on its day is not.
    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      for order in crowd.day.ordersToSee(by: slot) {
        silences.see(order)
        wait(order.customer, crowd)
      }
      let reward = participants.terms.reward
      let claims = participants.claims(today, &crowd, &tally) { order, crowd in
        Claim(min(reward, crowd.leftToPay(on: order)), on: order)
      }
      return claims.indices
        .filter { $0 == 0 || claims[$0].customer != claims[$0 - 1].customer }
        .map { claims[$0] }
    }

    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      guard case .paid(let amount) = verdict, let order = claim.order else { return }
      crowd.reward(amount, for: order, slot: slot, today, &tally)
      participants.redeem(claim.customer, today, &crowd, &tally)
      participants.finish(claim.customer, today, &crowd)
    }

    /// Enters the day on whose opening somebody will have been silent for long enough, and may be written to again.
    @inline(__always)
    private mutating func wait(_ index: Int, _ crowd: Crowd) {
      guard let silent = silences.day(of: index, crowd) else {
        return book.enter(index, on: crowd.setting.days)
      }
      var day = max(participants.offer.window.lowerBound, silent)
      if !sent.isEmpty, sent[index].count > 0 {
        day =
          Int(sent[index].count) < participants.terms.times
          ? max(day, Int(sent[index].day) + participants.terms.every) : crowd.setting.days
      }
      book.enter(index, on: day)
    }

    /// - Returns: Whether a message goes out; who waits for an order, or still holds the offer, is left alone.
    private mutating func write(
      to index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) -> Bool {
      let (terms, customer) = (participants.terms, crowd.customers[index])
      guard customer.stage == .customer || customer.stage == .lapsed else {
        book.enter(index, on: today.day + 1)
        return false
      }
      guard let silent = silences.end(of: index, crowd),
        participants.mayApproach(index, today, &crowd)
      else {
        if !participants.isWithdrawn { book.enter(index, on: today.day + terms.every) }
        return false
      }
      if sent.isEmpty { sent = Array(repeating: (0, 0), count: crowd.customers.count) }
      if sent[index].count == 0 {
        tally.count(1, .eligible, of: slot, day: today.day, segment: crowd.setting.index)
      }
      sent[index] = (sent[index].count + 1, UInt16(truncatingIfNeeded: today.day))
      wait(index, crowd)
      let chance =
        terms.chanceToOpen(daysBeyond: Double(today.day) - silent)
        * crowd.fatigue.left(index, on: today.day)
      crowd.fatigue.tire(index, on: today.day)
      var stream = crowd.draws.stream(
        crowd.individual(index), opening, index: Int(sent[index].count))
      guard stream.uniform() < chance else { return true }
      tally.count(1, .opened, of: slot, day: today.day, segment: crowd.setting.index)
      let isMereMessage = terms.reward == 0 && (participants.offer.worth ?? 0) == 0
      participants.approach(index, decides: !isMereMessage, today, &crowd, &tally)
      return true
    }

    private func bringBack(
      _ index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      // Whoever is only slow need not be brought back.
      guard crowd.hasLeft(index, today) else { return }
      let isBack = comesBack(index, today, crowd)
      if isBack { crowd.revive(index, lapsing: participants.terms.lapse, today) }
      tally.count(
        1, isBack ? .revived : .stayedAway, of: slot, day: today.day, segment: crowd.setting.index)
    }

    @inline(__always)
    private func comesBack(_ index: Int, _ today: Today, _ crowd: Crowd) -> Bool {
      let chance = participants.terms.comesBack
      guard chance < 1 else { return true }
      var stream = crowd.draws.stream(crowd.individual(index), comingBack, index: today.day)
      return stream.uniform() < chance
    }
  }
}
