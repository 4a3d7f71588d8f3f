/// A way of reaching people: whom and when, and what it does and costs by its kind's terms.
public struct Channel: Sendable, Equatable {
  public var name: String
  /// θ_c, the chance that a contact is taken in.
  public var reach: Double
  /// Indices of the segments it reaches.
  public var audience: [Int]
  /// Days on which something is done for it.
  public var days: Range<Int>
  /// Whether no end was stated: then a baseline's channel goes on after the horizon.
  public var isOpenEnded: Bool
  /// What taking part in an offer is easier by for somebody whom a contact has reached within a week, such as by a
  /// known brand's word.
  public var easing = Easing()
  /// By name of a role: what a contact adds for some days to the log-odds of its yes.
  public var easesRoles: [String: Double] = [:]
  /// For how many days, that of the contact included.
  public var easesRolesFor = daysOfEasing
  /// For how many days a contact makes things easier, unless said otherwise.
  public static let daysOfEasing = 7
  private var held: HeldChannelTerms

  /// What it does, and what that costs.
  public var terms: any ChannelTerms {
    get { held.terms }
    set { held = HeldChannelTerms(terms: newValue) }
  }

  /// The contacts that are bought for it; `nil` where its kind buys none.
  public var bought: BoughtContacts? {
    get { terms.bought }
    set {
      guard let newValue else { return }
      terms = terms.buying(newValue)
    }
  }

  /// Whether anything is ever done for it.
  var isUsed: Bool { terms.isUsed && !days.isEmpty && !audience.isEmpty }

  public init(
    name: String, terms: any ChannelTerms, reach: Double = 1, audience: [Int], days: Range<Int>,
    isOpenEnded: Bool = false
  ) {
    self.name = name
    held = HeldChannelTerms(terms: terms)
    self.reach = reach
    self.audience = audience
    self.days = days
    self.isOpenEnded = isOpenEnded
  }

  /// A channel whose contacts are bought.
  public init(
    name: String, kind: BoughtContacts.Medium, reach: Double, audience: [Int],
    buying: BoughtContacts.Buying, days: Range<Int>,
    isOpenEnded: Bool = false, price: Double, inflation: Double = 0, scarcity: Double = 0,
    fixedCostPerDay: Double = 0,
    contentCost: Int64 = 0, contentEvery: Int = 30
  ) {
    self.init(
      name: name,
      terms: BoughtContacts(
        kind, buying, price: price, inflation: inflation, scarcity: scarcity,
        fixedCostPerDay: fixedCostPerDay, contentCost: contentCost, contentEvery: contentEvery),
      reach: reach, audience: audience, days: days, isOpenEnded: isOpenEnded)
  }
}
