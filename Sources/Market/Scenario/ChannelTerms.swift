/// What channels of one kind do, and what that costs: a kind has its own.
public protocol ChannelTerms: Sendable, Equatable {
  /// The word under `kind` in a scenario file.
  var kind: String { get }

  /// Whether anything is done at all.
  var isUsed: Bool { get }

  /// Contacts on the greatest of so many days among so many people; on average where luck has a part in it.
  func mostContacts(among people: Double, in days: Int) -> Double

  /// Minor units that so many days of it cost, before any prices rise.
  func spending(in days: Int) -> Double

  /// The same with prices risen as far as they do in so many days.
  func greatestSpending(in days: Int) -> Double

  /// The same with a multiple of what is put into it, and of what it brings.
  func scaled(by factor: Double) -> any ChannelTerms

  /// Whether a contact grows dearer with those it has reached, so that one person's contact is another's price.
  var growsScarce: Bool { get }

  /// Whether what it brings is a matter of the market's luck, and so differs between replications.
  var isDrawn: Bool { get }

  /// Whether customers bring it about, so that one person's engagement is another's contact.
  var isMadeByCustomers: Bool { get }

  /// The contacts it buys; `nil` where it buys none.
  var bought: BoughtContacts? { get }

  /// The same where other contacts are bought.
  func buying(_ contacts: BoughtContacts) -> any ChannelTerms

  /// The share it takes of the orders it brings; `nil` for none.
  var commission: Commission? { get }

  /// The share of its contacts that are trials at once.
  var leads: Double { get }
}

extension ChannelTerms {
  public func greatestSpending(in days: Int) -> Double { spending(in: days) }
  public var growsScarce: Bool { false }
  public var isDrawn: Bool { false }
  public var isMadeByCustomers: Bool { false }
  public var bought: BoughtContacts? { nil }
  public func buying(_ contacts: BoughtContacts) -> any ChannelTerms { self }
  public var commission: Commission? { nil }
  public var leads: Double { 0 }

  /// Whether two channels have the same terms.
  fileprivate func isSame(as other: any ChannelTerms) -> Bool { (other as? Self) == self }
}

/// What a channel takes of the orders of those whose last contact before their first order it was.
public struct Commission: Sendable, Equatable {
  /// The share of an order.
  public var share: Double
  public var orders: Orders

  /// Orders it is taken of.
  public enum Orders: String, Sendable, CaseIterable { case first, every }

  public init(share: Double, orders: Orders) {
    self.share = share
    self.orders = orders
  }

  /// The share of an order with this number, 1 for a customer's first.
  func share(ofOrder number: Int) -> Double {
    orders == .every || number == 1 ? share : 0
  }
}

/// Terms of whichever kind, which are compared as what they are.
struct HeldChannelTerms: Sendable, Equatable {
  let terms: any ChannelTerms

  static func == (one: Self, other: Self) -> Bool { one.terms.isSame(as: other.terms) }
}
