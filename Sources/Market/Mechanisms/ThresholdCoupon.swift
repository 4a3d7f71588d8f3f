import RealModule
import Statistics

/// Money off orders of a certain size (满减): who is a little below it may add to the basket to reach it.
public struct ThresholdCoupon: OfferTerms {
  public static let kind = "threshold coupons"

  /// X: the basket from which on it is given, minor units.
  public var threshold: Int64
  /// Y: what it takes off, minor units, at most the threshold.
  public var off: Int64
  /// How far below the threshold baskets are topped up, minor units.
  public var reach: Int64
  /// An order of b below the threshold is topped up to it with probability min(1, pull·Y/(X − b)).
  public var pull: Double
  /// What was added that goes back; `nil` where all is kept.
  public var returns: Returns?

  public init(
    threshold: Int64, off: Int64, reach: Int64, pull: Double = 0.15, returns: Returns? = nil
  ) {
    self.threshold = threshold
    self.off = off
    self.reach = reach
    self.pull = pull
    self.returns = returns
  }

  public var smallestOrder: Int64 { threshold }

  /// The mean of what somebody's own orders gain: Y from the threshold on, and below it what is left of Y where half
  /// of what is added to the basket was not wanted.
  public func worth(to shopper: Shopper) -> Double {
    guard shopper.meanBasket > 0 else { return 0 }
    let (x, y) = (Double(threshold), Double(off))
    // Where all orders are alike, such as hunters', there is nothing to take a mean of.
    guard shopper.basketShape < Self.alike else { return gain(of: shopper.meanBasket) }
    let law = Gamma(
      uncheckedShape: shopper.basketShape, rate: shopper.basketShape / shopper.meanBasket)
    // Baskets that hardly vary lie in a small part of the reach.
    let (middle, wide) = (
      shopper.meanBasket, 8 * shopper.meanBasket / shopper.basketShape.squareRoot()
    )
    let (low, high) = (max(0, x - Double(reach), middle - wide), min(x, middle + wide))
    guard low < high else { return y * law.upperTail(x) }
    let below = Self.rule.integral(from: low, to: high) { basket in
      law.density(basket) * gain(of: basket)
    }
    return y * law.upperTail(x) + below
  }

  /// What an order gains: Y from the threshold on, and below it as often as it is topped up what is then left of Y.
  private func gain(of basket: Double) -> Double {
    let missing = max(0, Double(threshold) - basket)
    return chance(of: basket) * max(0, Double(off) - missing / 2)
  }

  /// A shape of baskets from which on they differ by less than one in ten thousand.
  private static let alike = 1e8

  private static let rule = GaussLegendre(count: 24)

  /// How likely an order below the threshold is topped up.
  func chance(of basket: Double) -> Double {
    let missing = Double(threshold) - basket
    guard missing > 0 else { return 1 }
    return missing > Double(reach) ? 0 : min(1, pull * Double(off) / missing)
  }
}

extension ThresholdCoupon: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<ThresholdCoupon>
    private let toppingUp: Purpose
    private let sendingBack: Purpose

    init(_ terms: ThresholdCoupon, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd)
      toppingUp = Purpose("offer.\(offer.name).top-up")
      sendingBack = Purpose("offer.\(offer.name).top-up sent back")
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let (terms, purpose, sendingBack) = (participants.terms, toppingUp, sendingBack)
      return participants.claims(today, &crowd, &tally) { order, crowd in
        let missing = max(0, terms.threshold - order.basket)
        var goingBack: Double?
        if missing > 0 {
          var stream = crowd.draws.stream(
            crowd.individual(order.customer), purpose, index: order.number)
          guard stream.uniform() < terms.chance(of: Double(order.basket)) else { return nil }
          if let returns = terms.returns {
            var stream = crowd.draws.stream(
              crowd.individual(order.customer), sendingBack, index: order.number)
            goingBack = returns.delay(&stream).map { order.time + $0 }
          }
        }
        return Claim(
          min(terms.off, crowd.leftToPay(on: order) + missing), on: order, raisedBy: missing,
          goingBack: goingBack)
      }
    }
  }
}
