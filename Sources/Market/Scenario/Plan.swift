/// What we would do: contacts bought, offers made, and how people are served.
///
/// Every plan of a scenario lists the same channels.
public struct Plan: Sendable, Equatable {
  /// Offers of one plan that are told apart, each by a twin of the plan without it.
  public static let mostOffers = 100

  public var name: String
  public var channels: [Channel]
  public var offers: [Offer]
  public var operations: Operations

  public init(
    name: String, channels: [Channel] = [], offers: [Offer] = [],
    operations: Operations = Operations()
  ) {
    self.name = name
    self.channels = channels
    self.offers = offers
    self.operations = operations
  }

  /// Whether two plans differ in nothing but their names.
  func doesTheSame(as other: Plan) -> Bool {
    var other = other
    other.name = name
    return other == self
  }
}

/// A way of reaching people, and what a contact costs.
public struct Channel: Sendable, Equatable {
  public var name: String
  public var kind: Kind
  /// θ_c, the chance that a contact is taken in.
  public var reach: Double
  /// Indices of the segments it reaches.
  public var audience: [Int]
  public var buying: Buying
  /// Days on which contacts are bought.
  public var days: Range<Int>
  /// Whether no end was stated: then a baseline's channel goes on after the horizon.
  public var isOpenEnded: Bool
  /// Minor units per contact on day 0; never rounded.
  public var price: Double
  /// Yearly rise of the price.
  public var inflation: Double
  /// The price is multiplied by 1 + scarcity·(share of the audience already reached).
  public var scarcity: Double
  /// Minor units per day on which contacts are bought.
  public var fixedCostPerDay: Double
  /// Minor units per piece of content, one on the first day and then every `contentEvery` days.
  public var contentCost: Int64
  public var contentEvery: Int
  /// What taking part in an offer is easier by for somebody whom a contact has reached within a week, such as by a
  /// known brand's word.
  public var easing = Easing()
  /// By name of a role: what a contact adds for a week to the log-odds of its yes.
  public var easesRoles: [String: Double] = [:]

  public enum Kind: String, Sendable, CaseIterable { case paid, offline }

  public enum Buying: Sendable, Equatable {
    /// Minor units spent per day.
    case budget(Double)
    /// Contacts bought per day.
    case contacts(Double)

    /// What is planned per day: minor units, or contacts.
    var perDay: Double {
      switch self {
      case .budget(let perDay), .contacts(let perDay): perDay
      }
    }
  }

  /// Whether any contacts are bought at all.
  var isUsed: Bool { buying.perDay > 0 && !days.isEmpty && !audience.isEmpty }

  public init(
    name: String, kind: Kind, reach: Double, audience: [Int], buying: Buying, days: Range<Int>,
    isOpenEnded: Bool = false, price: Double, inflation: Double = 0, scarcity: Double = 0,
    fixedCostPerDay: Double = 0,
    contentCost: Int64 = 0, contentEvery: Int = 30
  ) {
    self.name = name
    self.kind = kind
    self.reach = reach
    self.audience = audience
    self.buying = buying
    self.days = days
    self.isOpenEnded = isOpenEnded
    self.price = price
    self.inflation = inflation
    self.scarcity = scarcity
    self.fixedCostPerDay = fixedCostPerDay
    self.contentCost = contentCost
    self.contentEvery = contentEvery
  }
}
