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

  init(channels: Int, horizon: Int) {
    contacts = Array(repeating: Array(repeating: 0, count: horizon), count: channels)
    prices = contacts
    spend = Array(repeating: Array(repeating: 0, count: horizon), count: channels)
    messaging = Array(repeating: 0, count: horizon)
    product = messaging
    quality = Array(repeating: 0, count: horizon)
  }

  /// Enters the costs in a ledger, under the segment that stands for the whole market.
  func post(to ledger: inout Ledger, sources: Sources) {
    let everybody = ledger.segments - 1
    for day in messaging.indices {
      for channel in spend.indices {
        ledger.add(
          -spend[channel][day], to: .acquisition, day: day, segment: everybody, source: channel)
      }
      ledger.add(
        -messaging[day], to: .messaging, day: day, segment: everybody, source: sources.before)
      ledger.add(
        -product[day], to: .product, day: day, segment: everybody, source: sources.before)
    }
  }
}
