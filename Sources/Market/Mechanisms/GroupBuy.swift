import Statistics

/// Money off for those who order as a group (拼团): an order waits until enough others have come, or is refunded.
public struct GroupBuy: OfferTerms {
  public static let kind = "group buys"

  /// What an order of a full group is reduced by.
  public var value: Coupon.Value
  /// n: orders that make a group.
  public var size: Int
  /// w: days an order waits at most.
  public var within: Double
  /// s: what an order that waited in vain takes off its customer's satisfaction.
  public var disappointment: Double

  public init(_ value: Coupon.Value, size: Int, within: Double, disappointment: Double = 0) {
    self.value = value
    self.size = size
    self.within = within
    self.disappointment = disappointment
  }

  public func worth(to shopper: Shopper) -> Double { Coupon(value).worth(to: shopper) }
  public var shareOff: Double? { Coupon(value).shareOff }
}

extension GroupBuy: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<GroupBuy>
    /// When those come whom a simulated order stands for.
    private let meeting: Purpose

    init(_ terms: GroupBuy, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd, holdsOrders: true)
      meeting = Purpose("offer.\(offer.name).others")
    }

    static func couplings(_ terms: GroupBuy, of offer: Offer) -> Set<Coupling> { [.groups] }

    static func clearing(_ terms: GroupBuy, of offer: Offer) -> (any Clearing)? {
      Groups(size: terms.size, within: terms.within, budget: offer.budget)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let claims = crowd.day.held(for: slot).map { claim($0, today, crowd) }
      participants.close(today, &crowd, &tally)
      return claims
    }

    /// What an order would be reduced by, with those it stands for.
    @inline(__always)
    private func claim(_ held: HeldOrder, _ today: Today, _ crowd: Crowd) -> Claim {
      let others = min(DrawStream.most, Int(crowd.setting.standsFor) - 1)
      var alike: [Double] = []
      if others > 0 {
        var stream = crowd.draws.stream(
          crowd.individual(held.order.customer), meeting, index: today.day)
        alike = (0..<others).map { _ in stream.uniform() }
      }
      return Claim(
        held, reducedBy: Coupon(participants.terms.value).reward(on: held.order.basket),
        alike: alike)
    }

    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      // It waited for a seat too, and has got it.
      if let order = claim.order { return pay(on: order, today, &crowd, &tally) }
      guard let held = claim.held else { return }
      switch verdict {
      case .fulfilled(let time):
        guard !crowd.waitsOn(held, at: time, promisedBy: slot) else { return }
        pay(on: crowd.fulfil(held, at: time, today, &tally), today, &crowd, &tally)
      case .refunded(let time):
        tally.count(1, .refunded, of: slot, day: today.day, segment: crowd.setting.index)
        crowd.disappoint(claim.customer, by: participants.terms.disappointment, today, &tally)
        crowd.refund(held, at: time, today)
      case .paid, .refused, .turnedDown: break
      }
    }

    private mutating func pay(
      on order: Order, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      let coupon = Coupon(participants.terms.value)
      crowd.reward(
        coupon.reward(on: crowd.leftToPay(on: order)), for: order, slot: slot, today, &tally)
      participants.redeem(order.customer, today, &crowd, &tally)
      participants.pass(order, today, &crowd)
    }
  }
}

/// Groups that fill in the order of time over the whole market; each order has a deadline of its own.
///
/// Where a simulated order stands for several, the others come at other times and fill groups too: over so many days
/// that some twenty simulated orders fall into them, else those of one order would find each other.
struct Groups: Clearing {
  let size: Int
  let within: Double
  /// Minor units that are left; `nil` for no limit.
  private var left: Int64?
  /// In the order of their times, fewer than make a group.
  private var waiting: [Arrival] = []
  private(set) var isOver = false
  /// Times of those for whom orders stood, still to come.
  private var others: [Double] = []
  private var first: Int?
  private var seen = 0

  private struct Arrival: Sendable {
    let time: Double
    /// What is judged; `nil` of those whom another stands for.
    let claim: MarketClaim?
  }

  init(size: Int, within: Double, budget: Int64? = nil) {
    self.size = size
    self.within = within
    left = budget
  }

  mutating func judge(_ claims: [MarketClaim], on day: Int, _ verdicts: inout Verdicts) {
    var arrivals = claims.map { Arrival(time: $0.claim.time, claim: $0) }
    arrivals += arrive(by: day, with: claims).map { Arrival(time: $0, claim: nil) }
    // Claims come in the order of their times; equal times keep their order.
    let order = arrivals.indices.sorted { (arrivals[$0].time, $0) < (arrivals[$1].time, $1) }
    for place in order {
      expire(before: arrivals[place].time, &verdicts)
      waiting.append(arrivals[place])
      guard waiting.count == size || isOver else { continue }
      settle(at: arrivals[place].time, &verdicts)
    }
    expire(before: Double(day + 1), &verdicts)
  }

  /// Those for whom orders stand who come today.
  private mutating func arrive(by day: Int, with claims: [MarketClaim]) -> [Double] {
    guard !claims.isEmpty || !others.isEmpty else { return [] }
    if first == nil { first = day }
    seen += claims.count
    let daily = Double(seen) / Double(day + 1 - (first ?? day))
    let spread = min(60, max(1, 20 / daily))
    for made in claims {
      others += made.claim.alike.map { Double(day) + $0 * spread }
    }
    let come = others.filter { $0 < Double(day + 1) }
    others.removeAll { $0 < Double(day + 1) }
    return come
  }

  /// A group is full: it is fulfilled unless what it saves no longer fits the budget, which ends the offer.
  private mutating func settle(at time: Double, _ verdicts: inout Verdicts) {
    let claims = waiting.compactMap(\.claim)
    waiting.removeAll()
    let saved = claims.reduce(0) { $0 + $1.claim.amount }
    isOver = isOver || left.map { $0 < saved } ?? false
    if !isOver { left = left.map { $0 - saved } }
    for claim in claims {
      verdicts.give(isOver ? .refunded(at: time) : .fulfilled(at: time), to: claim)
    }
  }

  /// Those whose time is up.
  private mutating func expire(before time: Double, _ verdicts: inout Verdicts) {
    let late = waiting.prefix { $0.time + within < time }
    waiting.removeFirst(late.count)
    for one in late {
      if let claim = one.claim { verdicts.give(.refunded(at: one.time + within), to: claim) }
    }
  }
}
