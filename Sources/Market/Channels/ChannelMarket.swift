import RealModule

/// One channel under one plan: what a contact costs today, and how many are bought.
struct ChannelMarket: Sendable {
  let channel: Channel
  /// N_c, people simulated in its audience.
  let audience: Int
  /// Those of them who have not bought before day 0: only their contacts are followed one by one.
  let prospects: Int
  /// Prospects it has reached so far.
  var reached = 0

  init(channel: Channel, audience: Int, prospects: Int) {
    self.channel = channel
    self.audience = audience
    self.prospects = prospects
  }

  init(_ channel: Channel, _ segments: [Segment]) {
    self.init(
      channel: channel,
      audience: channel.audience.reduce(0) { $0 + segments[$1].people },
      prospects: channel.audience.reduce(0) { $0 + segments[$1].prospects })
  }

  func isOpen(_ day: Int) -> Bool { channel.days.contains(day) && channel.buying.perDay > 0 }

  /// base·(1 + inflation)^{d/365}·(1 + scarcity·share of the audience already reached).
  func price(on day: Int, reached share: Double) -> Double {
    channel.price * Double.pow(1 + channel.inflation, Double(day) / 365)
      * (1 + channel.scarcity * share)
  }

  struct Purchase: Sendable {
    var contacts = 0.0
    var price = 0.0
    /// Minor units, not rounded.
    var spend = 0.0
  }

  /// What is bought on a day at the present scarcity.
  func buy(on day: Int) -> Purchase {
    buy(on: day, reached: prospects > 0 ? Double(reached) / Double(prospects) : 0)
  }

  /// The most that could be bought on a day: before anybody was reached.
  func mostContacts(on day: Int) -> Double { buy(on: day, reached: 0).contacts }

  /// The most that a day can add to everybody's clock.
  func mostIntensity(on day: Int) -> Double { intensity(of: mostContacts(on: day)) }

  private func buy(on day: Int, reached share: Double) -> Purchase {
    guard isOpen(day), audience > 0 else { return Purchase() }
    let price = price(on: day, reached: share)
    switch channel.buying {
    case .budget(let spend):
      return Purchase(contacts: price > 0 ? spend / price : 0, price: price, spend: spend)
    case .contacts(let contacts):
      return Purchase(contacts: contacts, price: price, spend: contacts * price)
    }
  }

  /// Fixed costs of a day and the content due on it, minor units.
  func fixedCost(on day: Int) -> Double {
    guard isOpen(day) else { return 0 }
    let isContentDay = (day - channel.days.lowerBound) % max(1, channel.contentEvery) == 0
    return channel.fixedCostPerDay + (isContentDay ? Double(channel.contentCost) : 0)
  }

  /// θ_c·C/N_c, what a day's contacts add to everybody's clock.
  func intensity(of contacts: Double) -> Double {
    audience > 0 ? channel.reach * contacts / Double(audience) : 0
  }
}

/// Posts unrounded amounts day by day in whole minor units, carrying the remainder.
struct Carry: Sendable {
  private var owed = 0.0
  private var posted: Int64 = 0

  mutating func post(_ amount: Double) -> Int64 {
    owed += amount
    let whole = wholeUnits(owed.rounded(.down)) - posted
    posted += whole
    return whole
  }
}
