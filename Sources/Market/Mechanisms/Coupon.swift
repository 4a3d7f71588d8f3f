/// Money off certain orders: an amount, or a share of the basket.
public struct Coupon: OfferTerms {
  public static let kind = "coupons"

  public var value: Value

  public enum Value: Sendable, Equatable {
    /// Minor units off, never more than the basket.
    case fixed(Int64)
    /// Share of the basket.
    case percent(Double)
  }

  public init(_ value: Value) { self.value = value }

  public func worth(to shopper: Shopper) -> Double {
    switch value {
    case .fixed(let amount): min(Double(amount), shopper.meanBasket)
    case .percent(let share): share * shopper.meanBasket
    }
  }

  public var shareOff: Double? {
    if case .percent(let share) = value { share } else { nil }
  }

  /// Minor units off a basket: never more than the basket.
  func reward(on basket: Int64) -> Int64 {
    switch value {
    case .fixed(let amount): min(amount, basket)
    case .percent(let share): min(basket, Int64((Double(basket) * share).rounded()))
    }
  }
}

extension Coupon: PlayedTerms {
  /// A coupon in one crowd: what its holders take off their orders.
  struct Played: Mechanism {
    var participants: Participants<Coupon>

    init(_ terms: Coupon, of offer: Offer, slot: Int, for crowd: Crowd) {
      let isOutright = crowd.arms == nil && offer.isOutright(for: crowd.setting.segment)
      participants = Participants(terms, of: offer, slot: slot, for: crowd, unseen: isOutright)
    }

    static func outright(_ offer: Offer, for segment: Segment, on day: Int) -> Double {
      guard offer.isOutright(for: segment), offer.window.contains(day),
        case .multipliers(let daily) = offer.effect
      else { return 1 }
      return daily[day - offer.window.lowerBound]
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let terms = participants.terms
      return participants.claims(today, &crowd, &tally) { order, crowd in
        Claim(terms.reward(on: crowd.leftToPay(on: order)), on: order)
      }
    }
  }
}
