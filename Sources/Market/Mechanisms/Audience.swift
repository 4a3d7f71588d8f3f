import Statistics

/// An audience of our own (私域): who has tried or bought may join, and is sent messages until they leave.
public struct Audience: OfferTerms {
  public static let kind = "audiences"
  public static var isRedeemed: Bool { false }

  /// Chances to join at a trial and at an order.
  public var joinsAtTrial: Double
  public var joinsAtOrder: Double
  /// Share of those who are customers as the window opens who are in it already.
  public var membersAtStart: Double
  /// Days from one message to the next, the first on the first day of the window.
  public var every: Int
  /// Minor units a message.
  public var cost: Double
  /// o: how many of those it is sent to open a message when they are not tired of them.
  public var opened: Double
  /// c: a message is opened with probability o·e^(−c·F), F the fatigue before it.
  public var tiring: Double
  /// h: days in which fatigue halves; every message adds 1, opened or not.
  public var recovery: Double
  /// u: after a message somebody leaves with probability min(1, u·F), F the fatigue after it.
  public var leaving: Double
  /// What an opened message multiplies purchases by, for some days from its day on.
  public var factor: Double
  public var days: Int

  public init(
    joinsAtTrial: Double = 0, joinsAtOrder: Double, every: Int, cost: Double = 0,
    opened: Double = 1, tiring: Double = 0, recovery: Double = 0, leaving: Double = 0,
    factor: Double = 1, days: Int = 0, membersAtStart: Double = 0
  ) {
    self.membersAtStart = membersAtStart
    self.joinsAtTrial = joinsAtTrial
    self.joinsAtOrder = joinsAtOrder
    self.every = every
    self.cost = cost
    self.opened = opened
    self.tiring = tiring
    self.recovery = recovery
    self.leaving = leaving
    self.factor = factor
    self.days = days
  }

  public static var announces: Bool { true }
  public static var hasMembers: Bool { true }

  /// Nobody weighs whether to take part.
  public func worth(to shopper: Shopper) -> Double { 0 }

  /// How its members tire of messages, its own and others'.
  var fatigue: MessageFatigue.Rule { MessageFatigue.Rule(tiring: tiring, recovery: recovery) }
}

extension Audience: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<Audience>
    private let joining: Joining
    private let opening: Purpose
    private let leaving: Purpose
    private var raised: TemporaryFactor
    private var messages: Messages

    init(_ terms: Audience, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd, isIdle: true)
      joining = Joining(
        Joining.Chances(
          atStart: terms.membersAtStart, atTrial: terms.joinsAtTrial, atOrder: terms.joinsAtOrder),
        "audience", of: offer, slot: slot)
      opening = Purpose("audience.\(offer.name).open")
      leaving = Purpose("audience.\(offer.name).leave")
      messages = Messages(costing: terms.cost, slot: slot)
      raised = TemporaryFactor(terms.factor, days: terms.days, slot: slot, for: crowd)
    }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      let (offer, terms) = (participants.offer, participants.terms)
      raised.open(today, &crowd)
      admit(joining.begin(today, &crowd), today, &crowd)
      guard offer.window.contains(today.day),
        (today.day - offer.window.lowerBound) % terms.every == 0
      else { return }
      let members = crowd.fatigue.members(of: slot)
      guard !members.isEmpty else { return }
      for index in members { message(index, today, &crowd, &tally) }
      messages.send(Int64(members.count), today, crowd, &tally)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      admit(joining.close(today, &crowd, &tally), today, &crowd)
      return []
    }

    private func admit(_ newcomers: [Int], _ today: Today, _ crowd: inout Crowd) {
      for index in newcomers {
        crowd.fatigue.join(
          slot, participants.terms.fatigue, index, on: today.day, among: crowd.customers.count)
      }
    }

    private mutating func message(
      _ index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      let (terms, segment) = (participants.terms, crowd.setting.index)
      let who = crowd.individual(index)
      let after = crowd.fatigue.fatigue(slot, index, after: today.day)
      var stream = crowd.draws.stream(who, opening, index: today.day)
      if stream.uniform() < terms.opened * terms.fatigue.left(after: after) {
        tally.count(1, .opened, of: slot, day: today.day, segment: segment)
        crowd.remind(index, from: today.day, today)
        crowd.day.announcements.append(Announcement(by: .offer(slot), to: index))
        raised.begin(index, on: today.day, &crowd)
      }
      crowd.fatigue.tire(index, on: today.day)
      guard terms.leaving > 0 else { return }
      var leave = crowd.draws.stream(who, leaving, index: today.day)
      guard leave.uniform() < terms.leaving * after else { return }
      crowd.fatigue.leave(slot, index)
      joining.leave(index, &crowd)
      tally.count(1, .left, of: slot, day: today.day, segment: segment)
    }
  }
}
