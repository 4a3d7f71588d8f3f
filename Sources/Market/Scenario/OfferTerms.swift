/// What offers of one kind give, and for what: a kind has its own.
public protocol OfferTerms: Sendable, Equatable {
  /// The key under which a scenario file describes such offers, such as `coupons`.
  static var kind: String { get }

  /// Names of the ways by which such an offer brings people to us, beside channels and word of mouth.
  static var sources: [String] { get }

  /// Orders that redemptions stand for, of those the offer is for: what would have come anyway is judged by them.
  static func judged(by orders: Offer.Orders) -> Offer.Orders

  /// Whether these are others' orders, of which several may bring about one redemption or none.
  static var isJudgedByOthers: Bool { get }

  /// Whether its messages can tell people of other offers.
  static var announces: Bool { get }

  /// Whether people join it, so that other offers may be for its members.
  static var hasMembers: Bool { get }

  /// Whether it serves all people of a market alike, whatever they are offered, such as what can be served a day: nobody
  /// has it alone.
  static var servesEverybody: Bool { get }

  /// Whether what it is worth hangs on how many people somebody reaches.
  static var weighsInfluence: Bool { get }

  /// Whether what it is worth comes with an order of its holder: then nobody waits for an offer who holds it, and it
  /// weighs in the decision about a first order.
  static var rewardsOrders: Bool { get }

  /// Whether what it pays on a first order belongs to the cost of winning that customer.
  static var winsFirstOrders: Bool { get }

  /// Whether it is money off an order: then what others offer is held against it.
  static var lowersPrice: Bool { get }

  /// Whether what it pays is taken off the order: then other offers find less left to pay.
  static var isTakenOff: Bool { get }

  /// What bonus hunters do for it; `nil` where it is nothing to them.
  static var huntedBy: Hunters.Deed? { get }

  /// Whether it is redeemed on orders.
  static var isRedeemed: Bool { get }

  /// Whether a twin of the plan without it tells which of the orders it is redeemed on would have come anyway.
  static var isJudged: Bool { get }

  /// Whether its offers have to say what it is worth, since nothing is taken off that would.
  static var statesWorth: Bool { get }

  /// What taking part is worth to somebody, minor units of an order.
  func worth(to shopper: Shopper) -> Double

  /// Whether who simply gets it has something of it beside that, such as a tier: then it is something even where that is
  /// worth nothing.
  var givesBesides: Bool { get }

  /// The share of a basket it takes off, where that is what it does.
  var shareOff: Double? { get }

  /// The smallest order that it gives anything on, minor units.
  var smallestOrder: Int64 { get }

  /// The chance that a trial it brings about leads to a first order, in place of that of any trial; `nil` for none.
  var convinces: Double? { get }
}

extension OfferTerms {
  public static var sources: [String] { [] }
  public static var announces: Bool { false }
  public static var hasMembers: Bool { false }
  public static var servesEverybody: Bool { false }
  public static func judged(by orders: Offer.Orders) -> Offer.Orders { orders }
  public static var isJudgedByOthers: Bool { false }
  public static var weighsInfluence: Bool { false }
  public static var rewardsOrders: Bool { true }
  public static var winsFirstOrders: Bool { true }
  public static var lowersPrice: Bool { rewardsOrders }
  public static var isTakenOff: Bool { true }
  public static var huntedBy: Hunters.Deed? { rewardsOrders ? .order : nil }
  public static var isRedeemed: Bool { true }
  public static var isJudged: Bool { isRedeemed }
  public static var statesWorth: Bool { false }
  public var shareOff: Double? { nil }
  public var givesBesides: Bool { false }
  public var smallestOrder: Int64 { 0 }
  public var convinces: Double? { nil }

  /// Whether two offers have the same terms.
  fileprivate func isSame(as other: any OfferTerms) -> Bool { (other as? Self) == self }
}

/// What of somebody's orders an offer is weighed by.
public struct Shopper: Sendable, Equatable {
  /// Minor units.
  public var meanBasket: Double
  /// p: baskets are Gamma(p) around their mean.
  public var basketShape: Double
  /// People they tell of something, on average; 0 where the terms do not weigh it.
  public var influence: Double

  public init(meanBasket: Double, basketShape: Double, influence: Double = 0) {
    self.meanBasket = meanBasket
    self.basketShape = basketShape
    self.influence = influence
  }

  /// Who orders a hair above an amount, minor units, time and again.
  static func ordering(_ amount: Int64) -> Self {
    Self(meanBasket: Double(amount) + 0.5, basketShape: 1e12)
  }
}

/// Terms of whichever kind, which are compared as what they are.
struct HeldTerms: Sendable, Equatable {
  let terms: any OfferTerms

  static func == (one: Self, other: Self) -> Bool { one.terms.isSame(as: other.terms) }
}
