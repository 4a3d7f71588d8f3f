import Statistics

/// One channel under one plan: what a day of it brings, and whom it has reached.
struct ChannelMarket: Sendable {
  private(set) var channel: Channel
  /// N_c, people simulated in its audience.
  private(set) var audience: Int
  /// Those of them who have not bought before day 0: only their contacts are followed one by one.
  private var prospects: Int
  /// Prospects it has reached so far.
  var reached = 0
  private let draws: Draws
  private var running: any RunningChannel

  init(_ channel: Channel, audience: Int, prospects: Int, _ draws: Draws) {
    self.channel = channel
    self.audience = audience
    self.prospects = prospects
    self.draws = draws
    running = channel.running(draws)
  }

  init(_ channel: Channel, _ segments: [Segment], _ draws: Draws) {
    self.init(
      channel, audience: channel.people(in: segments), prospects: channel.prospects(in: segments),
      draws)
  }

  /// From here on it is as the baseline's goes on, or nothing more is done for it; whom it has reached it has reached,
  /// and what was done lives on.
  mutating func turn(to later: Channel, _ segments: [Segment]) {
    guard later.isUsed else {
      channel.days = 0..<0
      return
    }
    channel = later
    if !running.turn(to: later.terms) { running = later.running(draws) }
    audience = later.people(in: segments)
    prospects = later.prospects(in: segments)
  }

  /// What a day brings and costs, at prices that something outside multiplies, with so many customers who are engaged.
  ///
  /// Its contacts a head of its audience are added to what each segment gets.
  mutating func open(
    _ day: Int, prices: Double, engaged: Double, among perHead: inout [Double]
  ) -> ChannelDay {
    let share = prospects > 0 ? Double(reached) / Double(prospects) : 0
    let morning = ChannelMorning(
      day: day, days: channel.days, audience: audience, reached: share, engaged: engaged,
      prices: prices)
    var opened = running.open(morning)
    guard audience > 0 else { return opened }
    opened.intensity = channel.reach * opened.contacts / Double(audience)
    for segment in channel.audience { perHead[segment] += opened.contacts / Double(audience) }
    return opened
  }
}

extension Channel {
  fileprivate func people(in segments: [Segment]) -> Int {
    audience.reduce(0) { $0 + segments[$1].people }
  }

  fileprivate func prospects(in segments: [Segment]) -> Int {
    audience.reduce(0) { $0 + segments[$1].prospects }
  }
}

/// Posts unrounded amounts day by day in whole minor units, carrying the remainder.
struct Carry: Sendable {
  private var owed = 0.0
  private var posted: Int64 = 0

  mutating func post(_ amount: Double) -> Int64 {
    owed += amount
    // What a sum of decimal numbers lacks of a whole one is rounding: sixty days at 0.4 are 24.
    let slack = 1e-9 + owed.magnitude * 1e-12
    let whole = wholeUnits((owed + slack).rounded(.down)) - posted
    posted += whole
    return whole
  }
}
