import Statistics

/// What can be served: the first so many orders of a day, by their time of day; the others are turned away.
public struct Capacity: OfferTerms {
  public static let kind = "capacities"
  public static var isRedeemed: Bool { false }
  public static var servesEverybody: Bool { true }

  /// C: orders a day.
  public var orders: Int
  /// Of those turned away, who comes back for the same order.
  public var returning: Double
  /// After how many days.
  public var after: Int
  /// s: what being turned away takes off satisfaction.
  public var disappointment: Double

  public init(orders: Int, returning: Double = 0, after: Int = 1, disappointment: Double = 0) {
    self.orders = orders
    self.returning = returning
    self.after = after
    self.disappointment = disappointment
  }

  /// Nobody weighs it.
  public func worth(to shopper: Shopper) -> Double { 0 }
  public static var rewardsOrders: Bool { false }
}

extension Capacity: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<Capacity>
    private let returning: Purpose
    /// What is served, the plan's or after the horizon the baseline's; `nil` for everybody.
    private var served: Offer?
    /// Who comes back for a first order, by day.
    private var due: [Int: [Int]] = [:]

    init(_ terms: Capacity, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd, isIdle: true)
      served = offer.segments.contains(crowd.setting.index) ? offer : nil
      returning = Purpose("capacity.\(offer.name).return")
    }

    static var goesOn: Bool { true }

    static func couplings(_ terms: Capacity, of offer: Offer) -> Set<Coupling> { [.capacity] }

    static func clearing(_ terms: Capacity, of offer: Offer) -> (any Clearing)? {
      Seats(orders: terms.orders)
    }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      if served?.window.lowerBound == today.day { crowd.offers.letEverybodyWait(for: slot) }
      if let served, !served.isOpenEnded, today.day == served.window.upperBound {
        crowd.offers.letNobodyWait(for: slot)
      }
      for index in due.removeValue(forKey: today.day) ?? [] {
        // They had made up their mind.
        crowd.bringToTry(index, convincing: 1, today)
      }
    }

    /// Orders that waited for something else, such as others to order with, take a seat when that has come.
    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      guard let served, Self.isServed(served, on: today.day) else { return [] }
      var claims: [Claim] = []
      claims.reserveCapacity(crowd.day.newOrders.count + crowd.day.held.count)
      for order in crowd.day.newOrders { claims.append(Claim(0, on: order)) }
      for held in crowd.day.held where held.slot == slot {
        claims.append(Claim(held, reducedBy: 0))
      }
      return claims
    }

    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      guard let held = claim.held else { return }
      switch verdict {
      case .fulfilled(let time): _ = crowd.fulfil(held, at: time, today, &tally)
      case .refunded(let time): turnAway(held, at: time, today, &crowd, &tally)
      case .paid, .refused, .turnedDown: break
      }
    }

    /// Nobody has to be told that it ends.
    mutating func endOffering(_ day: Int, _ crowd: inout Crowd) {}

    mutating func goOn(as offer: Offer?, _ day: Int, _ crowd: inout Crowd) {
      served = offer
      if let offer, offer.segments.contains(crowd.setting.index), Self.isServed(offer, on: day) {
        crowd.offers.letEverybodyWait(for: slot)
      } else {
        crowd.offers.letNobodyWait(for: slot)
      }
    }

    private static func isServed(_ offer: Offer, on day: Int) -> Bool {
      day >= offer.window.lowerBound && (offer.isOpenEnded || day < offer.window.upperBound)
    }

    private mutating func turnAway(
      _ held: HeldOrder, at time: Double, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      let terms = served?.terms as? Capacity ?? participants.terms
      let index = held.order.customer
      tally.count(1, .turnedAway, of: slot, day: today.day, segment: crowd.setting.index)
      crowd.disappoint(index, by: terms.disappointment, today, &tally)
      crowd.refund(held, at: time, today)
      guard terms.returning > 0 else { return }
      var stream = crowd.draws.stream(crowd.individual(index), returning, index: today.day)
      guard stream.uniform() < terms.returning else { return }
      let day = today.day + terms.after
      if held.order.number == 1 {
        due[day, default: []].append(index)
      } else {
        crowd.letOrder(index, on: day, today)
      }
    }
  }
}

/// Serves the first orders of a day; those that are served already leave fewer seats.
struct Seats: Clearing {
  let orders: Int
  var isOver: Bool { false }

  mutating func judge(_ claims: [MarketClaim], on day: Int, _ verdicts: inout Verdicts) {
    for place in claims.indices where claims[place].claim.held != nil {
      let time = claims[place].claim.time
      verdicts.give(place < orders ? .fulfilled(at: time) : .refunded(at: time), at: place)
    }
  }
}
