/// What offers of one kind give, and for what: a kind has its own.
public protocol OfferTerms: Sendable, Equatable {
  /// The key under which a scenario file describes such offers, such as `coupons`.
  static var kind: String { get }

  /// What taking part is worth to somebody, minor units of an order.
  func worth(to shopper: Shopper) -> Double

  /// The share of a basket it takes off, where that is what it does.
  var shareOff: Double? { get }
}

extension OfferTerms {
  public var shareOff: Double? { nil }

  /// Whether two offers have the same terms.
  fileprivate func isSame(as other: any OfferTerms) -> Bool { (other as? Self) == self }
}

/// What of somebody's orders an offer is weighed by.
public struct Shopper: Sendable, Equatable {
  /// Minor units.
  public var meanBasket: Double
  /// p: baskets are Gamma(p) around their mean.
  public var basketShape: Double

  public init(meanBasket: Double, basketShape: Double) {
    self.meanBasket = meanBasket
    self.basketShape = basketShape
  }
}

/// Terms of whichever kind, which are compared as what they are.
struct HeldTerms: Sendable, Equatable {
  let terms: any OfferTerms

  static func == (one: Self, other: Self) -> Bool { one.terms.isSame(as: other.terms) }
}
