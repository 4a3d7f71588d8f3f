import RealModule
import Statistics

/// An audience of our own (私域): who has tried or bought may join, and is sent messages until they leave.
public struct Audience: OfferTerms {
  public static let kind = "audiences"

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

  /// Nobody weighs whether to take part.
  public func worth(to shopper: Shopper) -> Double { 0 }

  /// F after a message: what is left of it since the last, and 1; without recovery everybody is as at first.
  func fatigue(_ before: Double, after days: Int) -> Double {
    recovery > 0 ? before * Double.exp2(-Double(days) / recovery) + 1 : 1
  }
}

extension Audience: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<Audience>
    private let beginning: Purpose
    private let joiningAtTrial: Purpose
    private let joiningAtOrder: Purpose
    private let opening: Purpose
    private let leaving: Purpose
    /// Empty before the first member.
    private var members: [Member?] = []
    private var raised: TemporaryFactor
    private var carry = Carry()

    private struct Member: Sendable {
      /// After the last message.
      var fatigue = 0.0
      var messaged = 0
    }

    init(_ terms: Audience, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd, isIdle: true)
      beginning = Purpose("audience.\(offer.name).begin")
      joiningAtTrial = Purpose("audience.\(offer.name).join at trial")
      joiningAtOrder = Purpose("audience.\(offer.name).join at order")
      opening = Purpose("audience.\(offer.name).open")
      leaving = Purpose("audience.\(offer.name).leave")
      raised = TemporaryFactor(terms.factor, days: terms.days, slot: slot, for: crowd)
    }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      let (offer, terms) = (participants.offer, participants.terms)
      raised.open(today, &crowd)
      if today.day == offer.window.lowerBound, terms.membersAtStart > 0 {
        begin(today, &crowd)
      }
      guard !members.isEmpty, offer.window.contains(today.day),
        (today.day - offer.window.lowerBound) % terms.every == 0
      else { return }
      var sent: Int64 = 0
      for index in members.indices where members[index] != nil {
        sent += 1
        message(index, today, &crowd, &tally)
      }
      let cost = carry.post(Double(sent) * terms.cost)
      crowd.spend(cost, on: .messaging, slot: slot, today, &tally)
      tally.count(sent, .sent, of: slot, day: today.day, segment: crowd.setting.index)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let (offer, terms) = (participants.offer, participants.terms)
      guard offer.window.contains(today.day) else { return [] }
      if terms.joinsAtTrial > 0 {
        for index in crowd.day.trials {
          join(
            index, terms.joinsAtTrial, joiningAtTrial, draw: Int(crowd.customers[index].trials),
            today, &crowd, &tally)
        }
      }
      for order in crowd.day.ordersToSee {
        join(
          order.customer, terms.joinsAtOrder, joiningAtOrder, draw: order.number, today, &crowd,
          &tally)
      }
      return []
    }

    /// Those of today's customers who are in it already.
    private mutating func begin(_ today: Today, _ crowd: inout Crowd) {
      for index in crowd.customers.indices where crowd.customers[index].stage == .customer {
        var stream = crowd.draws.stream(crowd.individual(index), beginning)
        guard stream.uniform() < participants.terms.membersAtStart else { continue }
        _ = admit(index, from: today.day, today, &crowd)
      }
    }

    /// Somebody is in it from a day on, if it is their arm's; in an experiment about it they are in any arm.
    private mutating func admit(
      _ index: Int, from day: Int, _ today: Today, _ crowd: inout Crowd
    ) -> Bool {
      crowd.arms?.meet(slot, index, from: day)
      guard crowd.arms?.offers(slot, to: index) ?? true else { return false }
      if members.isEmpty { members = Array(repeating: nil, count: crowd.customers.count) }
      members[index] = Member(messaged: today.day)
      return true
    }

    private mutating func join(
      _ index: Int, _ chance: Double, _ purpose: Purpose, draw: Int, _ today: Today,
      _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      guard chance > 0, members.isEmpty || members[index] == nil else { return }
      var stream = crowd.draws.stream(crowd.individual(index), purpose, index: draw)
      guard stream.uniform() < chance, admit(index, from: today.day + 1, today, &crowd) else {
        return
      }
      tally.count(1, .joined, of: slot, day: today.day, segment: crowd.setting.index)
    }

    private mutating func message(
      _ index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      guard var member = members[index] else { return }
      let (terms, segment) = (participants.terms, crowd.setting.index)
      let who = crowd.individual(index)
      let days = today.day - member.messaged
      let after = terms.fatigue(member.fatigue, after: days)
      var stream = crowd.draws.stream(who, opening, index: today.day)
      if stream.uniform() < terms.opened * Double.exp(-terms.tiring * (after - 1)) {
        tally.count(1, .opened, of: slot, day: today.day, segment: segment)
        crowd.remind(index, today)
        crowd.day.announcements.append(Announcement(by: .offer(slot), to: index))
        raised.begin(index, on: today.day, &crowd)
      }
      (member.fatigue, member.messaged) = (after, today.day)
      members[index] = member
      guard terms.leaving > 0 else { return }
      var leave = crowd.draws.stream(who, leaving, index: today.day)
      guard leave.uniform() < terms.leaving * after else { return }
      members[index] = nil
      tally.count(1, .left, of: slot, day: today.day, segment: segment)
    }
  }
}
