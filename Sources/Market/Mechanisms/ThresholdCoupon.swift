/// Money off orders of a certain size (满减): who is a little below it may add to the basket to reach it.
public struct ThresholdCoupon: OfferTerms {
  public static let kind = "threshold coupons"

  /// Y: what it takes off, minor units, at most the threshold.
  public var off: Int64
  public var topUp: TopUp

  public init(
    threshold: Int64, off: Int64, reach: Int64, pull: Double = 0.15, returns: Returns? = nil
  ) {
    self.off = off
    topUp = TopUp(threshold: threshold, reach: reach, pull: pull, returns: returns)
  }

  public init(_ topUp: TopUp, off: Int64) { (self.topUp, self.off) = (topUp, off) }

  public var smallestOrder: Int64 { topUp.threshold }

  public func worth(to shopper: Shopper) -> Double { topUp.worth(of: Double(off), to: shopper) }
}

extension ThresholdCoupon: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<ThresholdCoupon>
    private let toppingUp: ToppingUp

    init(_ terms: ThresholdCoupon, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd)
      toppingUp = ToppingUp(terms.topUp, for: Double(terms.off), of: offer)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let (off, toppingUp) = (participants.terms.off, toppingUp)
      return participants.claims(today, &crowd, &tally) { order, crowd in
        toppingUp.claim(on: order, &crowd) { missing, crowd in
          min(off, crowd.leftToPay(on: order) + missing)
        }
      }
    }
  }
}
