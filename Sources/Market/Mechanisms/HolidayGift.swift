/// A gift to everybody who has bought, on certain days (节日礼物): nobody has to order for it.
///
/// People come to expect rewards by it as by any other: the reference reward A learns what it is worth. Nobody sees who
/// has left for good, so that they are given one too.
public struct HolidayGift: OfferTerms {
  public static let kind = "holiday gifts"
  public static var isRedeemed: Bool { false }

  /// Minor units a gift.
  public var cost: Int64
  public var dates: Dates
  /// What goodwill multiplies purchases by, for some days from the gift's on.
  public var factor: Double
  public var days: Int

  /// When gifts are given.
  public enum Dates: Sendable, Equatable {
    /// Days of the game, the first being 0.
    case on([Int])
    /// So many days from one to the next, the first on the first day of the window.
    case every(Int)

    func contain(_ day: Int, window: Range<Int>) -> Bool {
      guard window.contains(day) else { return false }
      return switch self {
      case .on(let days): days.contains(day)
      case .every(let days): (day - window.lowerBound) % days == 0
      }
    }
  }

  public init(cost: Int64, dates: Dates, factor: Double = 1, days: Int = 0) {
    self.cost = cost
    self.dates = dates
    self.factor = factor
    self.days = days
  }

  public static var rewardsOrders: Bool { false }
  public static var statesWorth: Bool { true }

  /// Of a gift that does not say it, what it costs.
  public func worth(to shopper: Shopper) -> Double { Double(cost) }
}

extension HolidayGift: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<HolidayGift>
    private var raised: TemporaryFactor
    /// Who was given one yesterday, and sees it no longer.
    private var given: [Int] = []

    init(_ terms: HolidayGift, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd, isIdle: true)
      raised = TemporaryFactor(terms.factor, days: terms.days, slot: slot, for: crowd)
    }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      raised.open(today, &crowd)
      for index in given { crowd.see(0, slot: slot, index, from: today.day) }
      given.removeAll(keepingCapacity: true)
      let (offer, terms) = (participants.offer, participants.terms)
      guard terms.dates.contain(today.day, window: offer.window) else { return }
      for index in crowd.customers.indices where crowd.customers[index].orders > 0 {
        guard participants.isMeant(for: index, on: today.day, crowd),
          !participants.isHeldOut(index, crowd)
        else { continue }
        crowd.arms?.meet(slot, index, from: today.day)
        guard crowd.arms?.offers(slot, to: index) ?? true else { continue }
        give(to: index, today, &crowd, &tally)
      }
    }

    private mutating func give(
      to index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      crowd.reward(participants.terms.cost, to: index, slot: slot, today, &tally)
      raised.begin(index, on: today.day, &crowd)
      guard crowd.reference.isUsed else { return }
      let worth = participants.worth(to: index, &crowd)
      crowd.see(worth, slot: slot, index, from: today.day)
      given.append(index)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      participants.hearOrders(crowd)
      return []
    }
  }
}
