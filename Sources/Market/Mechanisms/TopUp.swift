import RealModule
import Statistics

/// What is given from a basket of a certain size on: who is a little below it may add to the basket to reach it.
public struct TopUp: Sendable, Equatable {
  /// X: the basket from which on it is given, minor units.
  public var threshold: Int64
  /// How far below the threshold baskets are topped up, minor units.
  public var reach: Int64
  /// An order of b below the threshold is topped up to it with probability min(1, pull·Y/(X − b)).
  public var pull: Double
  /// What was added that goes back; `nil` where all is kept.
  public var returns: Returns?

  public init(threshold: Int64, reach: Int64, pull: Double = 0.15, returns: Returns? = nil) {
    self.threshold = threshold
    self.reach = reach
    self.pull = pull
    self.returns = returns
  }

  /// The mean of what somebody's own orders gain by something worth Y: Y from the threshold on, and below it what is left
  /// of Y where half of what is added to the basket was not wanted.
  func worth(of value: Double, to shopper: Shopper) -> Double {
    guard shopper.meanBasket > 0 else { return 0 }
    let x = Double(threshold)
    // Where all orders are alike, such as hunters', there is nothing to take a mean of.
    guard shopper.basketShape < Self.alike else { return gain(of: value, on: shopper.meanBasket) }
    let law = Gamma(
      uncheckedShape: shopper.basketShape, rate: shopper.basketShape / shopper.meanBasket)
    // Baskets that hardly vary lie in a small part of the reach.
    let (middle, wide) = (
      shopper.meanBasket, 8 * shopper.meanBasket / shopper.basketShape.squareRoot()
    )
    let (low, high) = (max(0, x - Double(reach), middle - wide), min(x, middle + wide))
    guard low < high else { return value * law.upperTail(x) }
    let density = law.density()
    let below = Self.rule.integral(from: low, to: high) { basket in
      density(basket) * gain(of: value, on: basket)
    }
    return value * law.upperTail(x) + below
  }

  /// What an order gains: Y from the threshold on, and below it as often as it is topped up what is then left of Y.
  private func gain(of value: Double, on basket: Double) -> Double {
    let missing = max(0, Double(threshold) - basket)
    return chance(of: basket, for: value) * max(0, value - missing / 2)
  }

  /// A shape of baskets from which on they differ by less than one in ten thousand.
  private static let alike = 1e8

  private static let rule = GaussLegendre(count: 24)

  /// How likely an order below the threshold is topped up.
  func chance(of basket: Double, for value: Double) -> Double {
    let missing = Double(threshold) - basket
    guard missing > 0 else { return 1 }
    return missing > Double(reach) ? 0 : min(1, pull * value / missing)
  }
}

/// Orders that are topped up for one offer.
struct ToppingUp: Sendable {
  private let terms: TopUp
  /// Y, minor units.
  private let value: Double
  private let adding: Purpose
  private let sendingBack: Purpose

  init(_ terms: TopUp, for value: Double, of offer: Offer) {
    self.terms = terms
    self.value = value
    adding = Purpose("offer.\(offer.name).top-up")
    sendingBack = Purpose("offer.\(offer.name).top-up sent back")
  }

  /// The claim of an order that reaches the threshold, or is topped up to it: `reward` says what is paid where so much has
  /// been added; where it is something given, it is given even if it costs nothing.
  func claim(
    on order: Order, isGiven: Bool = false, _ crowd: inout Crowd,
    reward: (_ missing: Int64, inout Crowd) -> Int64
  ) -> Claim? {
    let missing = max(0, terms.threshold - order.basket)
    var goingBack: Double?
    if missing > 0 {
      var stream = crowd.draws.stream(
        crowd.individual(order.customer), adding, index: order.number)
      guard stream.uniform() < terms.chance(of: Double(order.basket), for: value) else {
        return nil
      }
      if let returns = terms.returns {
        var stream = crowd.draws.stream(
          crowd.individual(order.customer), sendingBack, index: order.number)
        goingBack = returns.delay(&stream).map { order.time + $0 }
      }
    }
    return Claim(
      reward(missing, &crowd), on: order, raisedBy: missing, goingBack: goingBack, isBlank: isGiven)
  }
}
