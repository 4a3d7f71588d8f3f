/// Something given with orders of a certain size (满赠): who is a little below it may add to the basket to reach it.
///
/// It takes nothing off the order: other offers find as much left to pay as before.
public struct ThresholdGift: OfferTerms {
  public static let kind = "threshold gifts"

  /// Minor units a gift.
  public var cost: Int64
  /// Y: what a gift is worth to who gets it, minor units.
  public var giftIsWorth: Double
  public var topUp: TopUp

  public init(_ topUp: TopUp, cost: Int64, worth: Double) {
    self.topUp = topUp
    self.cost = cost
    giftIsWorth = worth
  }

  public static var lowersPrice: Bool { false }
  public static var isTakenOff: Bool { false }
  public var smallestOrder: Int64 { topUp.threshold }

  public func worth(to shopper: Shopper) -> Double { topUp.worth(of: giftIsWorth, to: shopper) }
}

extension ThresholdGift: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<ThresholdGift>
    private let toppingUp: ToppingUp

    init(_ terms: ThresholdGift, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd)
      toppingUp = ToppingUp(terms.topUp, for: terms.giftIsWorth, of: offer)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let (cost, toppingUp) = (participants.terms.cost, toppingUp)
      return participants.claims(today, &crowd, &tally) { order, crowd in
        toppingUp.claim(on: order, isGiven: true, &crowd) { _, _ in cost }
      }
    }
  }
}
