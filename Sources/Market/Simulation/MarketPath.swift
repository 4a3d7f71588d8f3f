/// What the market as a whole went through under a plan, day by day: contacts, prices, costs, quality.
public struct MarketPath: Sendable, Equatable {
  /// By channel and day.
  public internal(set) var contacts: [[Double]]
  /// Minor units a contact, by channel and day; 0 on days without contacts.
  public internal(set) var prices: [[Double]]
  /// Minor units spent on contacts and channels' fixed costs, by channel and day.
  public internal(set) var spend: [[Int64]]
  /// Minor units of offers' fixed costs, by day.
  public internal(set) var messaging: [Int64]
  /// Minor units of product iterations, by day.
  public internal(set) var product: [Int64]
  public internal(set) var quality: [Double]

  /// Minor units of what is paid whatever happens, by day.
  public internal(set) var fixedCosts: [Int64]

  init(channels: Int, days: Int) {
    contacts = Array(repeating: Array(repeating: 0, count: days), count: channels)
    prices = contacts
    spend = Array(repeating: Array(repeating: 0, count: days), count: channels)
    messaging = Array(repeating: 0, count: days)
    fixedCosts = messaging
    product = messaging
    quality = Array(repeating: 0, count: days)
  }

  /// All that the market as a whole costs but for offers' fixed costs, by day, minor units.
  var costs: [Int64] {
    product.indices.map { day in
      spend.reduce(product[day] + fixedCosts[day]) { $0 + $1[day] }
    }
  }

  /// The same up to a day.
  func prefix(_ days: Int) -> Self {
    var path = self
    path.contacts = contacts.map { Array($0.prefix(days)) }
    path.prices = prices.map { Array($0.prefix(days)) }
    path.spend = spend.map { Array($0.prefix(days)) }
    path.messaging = Array(messaging.prefix(days))
    path.product = Array(product.prefix(days))
    path.fixedCosts = Array(fixedCosts.prefix(days))
    path.quality = Array(quality.prefix(days))
    return path
  }

  /// Enters what a day cost, under the segment that stands for the whole market.
  func enter(_ day: Int, into tally: inout Tally, sources: Sources) {
    func enter(_ amount: Int64, _ account: Account, _ source: Int) {
      tally.enter(
        -amount, to: account, day: day, segment: tally.ledger.segments - 1, source: source)
    }
    for channel in spend.indices { enter(spend[channel][day], .acquisition, channel) }
    enter(messaging[day], .messaging, sources.before)
    enter(product[day], .product, sources.before)
    enter(fixedCosts[day], .fixedCosts, sources.before)
  }
}
