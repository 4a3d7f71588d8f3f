import Statistics

/// A platform that brings orders: its contacts are bought, and it takes a share of the orders it brings.
public struct DeliveryPlatform: ChannelTerms {
  public var contacts: BoughtContacts
  public var taken: Commission

  public init(_ contacts: BoughtContacts, taking commission: Commission) {
    self.contacts = contacts
    taken = commission
  }

  public var kind: String { "delivery platform" }
  public var isUsed: Bool { contacts.isUsed }
  public var growsScarce: Bool { contacts.growsScarce }
  public var bought: BoughtContacts? { contacts }
  public var commission: Commission? { taken }

  public func buying(_ contacts: BoughtContacts) -> any ChannelTerms {
    DeliveryPlatform(contacts, taking: taken)
  }

  public func mostContacts(among people: Double, in days: Int) -> Double {
    contacts.mostContacts(among: people, in: days)
  }

  public func spending(in days: Int) -> Double { contacts.spending(in: days) }

  public func greatestSpending(in days: Int) -> Double { contacts.greatestSpending(in: days) }

  /// More contacts at the same commission.
  public func scaled(by factor: Double) -> any ChannelTerms { buying(contacts.times(factor)) }
}

extension DeliveryPlatform: PlayedChannelTerms {
  struct Played: ChannelPlay {
    init(_ name: String, _ draws: Draws) {}

    mutating func open(_ morning: ChannelMorning, _ terms: DeliveryPlatform) -> ChannelDay {
      terms.contacts.day(morning)
    }
  }
}
