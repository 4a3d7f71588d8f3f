/// Something given with certain orders (赠品), such as a toy: it costs us one thing and is worth another to who gets it.
///
/// What it is worth is the offer's. It takes nothing off the order: other offers find as much left to pay as before.
public struct Gift: OfferTerms {
  public static let kind = "gifts"

  /// Minor units a gift.
  public var cost: Int64

  public init(cost: Int64) { self.cost = cost }

  public static var statesWorth: Bool { true }
  public static var lowersPrice: Bool { false }
  public static var isTakenOff: Bool { false }

  /// Of a gift that does not say it, what it costs.
  public func worth(to shopper: Shopper) -> Double { Double(cost) }
}

extension Gift: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<Gift>

    init(_ terms: Gift, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let terms = participants.terms
      return participants.claims(today, &crowd, &tally) { order, _ in Claim(terms.cost, on: order) }
    }
  }
}
