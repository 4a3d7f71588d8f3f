import RealModule
import Statistics

/// Contacts that are bought by the day, online (paid) or where people are (offline).
public struct BoughtContacts: ChannelTerms {
  public var medium: Medium
  public var buying: Buying
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

  public enum Medium: String, Sendable, CaseIterable { case paid, offline }

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

  public init(
    _ medium: Medium, _ buying: Buying, price: Double, inflation: Double = 0, scarcity: Double = 0,
    fixedCostPerDay: Double = 0, contentCost: Int64 = 0, contentEvery: Int = 30
  ) {
    self.medium = medium
    self.buying = buying
    self.price = price
    self.inflation = inflation
    self.scarcity = scarcity
    self.fixedCostPerDay = fixedCostPerDay
    self.contentCost = contentCost
    self.contentEvery = contentEvery
  }

  public var kind: String { medium.rawValue }
  public var isUsed: Bool { buying.perDay > 0 }
  public var growsScarce: Bool { scarcity != 0 }
  public var bought: BoughtContacts? { self }
  public func buying(_ contacts: BoughtContacts) -> any ChannelTerms { contacts }

  public func scaled(by factor: Double) -> any ChannelTerms { times(factor) }

  /// The same with a multiple of what is planned per day.
  func times(_ factor: Double) -> Self {
    var terms = self
    switch buying {
    case .budget(let amount): terms.buying = .budget(amount * factor)
    case .contacts(let amount): terms.buying = .contacts(amount * factor)
    }
    return terms
  }

  public func mostContacts(among people: Double, in days: Int) -> Double {
    switch buying {
    case .budget(let budget): price > 0 ? budget / price : 0
    case .contacts(let contacts): contacts
    }
  }

  public func spending(in days: Int) -> Double {
    let pieces = (days + contentEvery - 1) / contentEvery
    return (spending(atPrice: price) + fixedCostPerDay) * Double(days)
      + Double(contentCost) * Double(pieces)
  }

  public func greatestSpending(in days: Int) -> Double {
    let days = Double(days)
    let risen = price(on: days, reached: 1)
    let pieces = (days / Double(contentEvery)).rounded(.up)
    return (spending(atPrice: risen) + fixedCostPerDay) * days + Double(contentCost) * pieces
  }

  /// Minor units a day for contacts that cost so much.
  private func spending(atPrice price: Double) -> Double {
    switch buying {
    case .budget(let budget): budget
    case .contacts(let contacts): contacts * price
    }
  }

  /// base·(1 + inflation)^{d/365}·(1 + scarcity·share of the audience already reached).
  func price(on day: Double, reached share: Double) -> Double {
    price * Double.pow(1 + inflation, day / 365) * (1 + scarcity * share)
  }
}
