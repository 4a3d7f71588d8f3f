import Statistics

/// What a channel starts a day from: the market as it stood this morning.
struct ChannelMorning: Sendable {
  let day: Int
  /// Days on which something is done for the channel.
  let days: Range<Int>
  /// N_c, people simulated in its audience.
  let audience: Int
  /// The share of the audience's prospects it has reached so far.
  let reached: Double
  /// Customers of the whole market, each as far as they are as active as can be.
  let engaged: Double
  /// What something outside multiplies the price of a contact by.
  let prices: Double

  var isOn: Bool { days.contains(day) }

  /// The number of something done every so many days from the first on, 0 for the first; `nil` on other days.
  func turn(every gap: Int?) -> Int? {
    guard let gap, isOn, (day - days.lowerBound) % gap == 0 else { return nil }
    return (day - days.lowerBound) / gap
  }
}

/// What a day of a channel brings and costs.
struct ChannelDay: Sendable {
  var contacts = 0.0
  /// θ_c·C/N_c, what its contacts add to everybody's clock.
  var intensity = 0.0
  /// Minor units a contact; 0 where none has a price.
  var price = 0.0
  /// Minor units spent on contacts, not rounded.
  var spend = 0.0
  /// Minor units of what is paid besides.
  var fixedCost = 0.0
}

/// Plays channels of one kind: called once for each day, in their order.
///
/// The more it has reached, the less it may bring: people wait on clocks that are bounded by what it brings before it has
/// reached anybody.
protocol ChannelPlay: Sendable {
  associatedtype Terms: ChannelTerms

  /// The play of a channel of this name before the first day.
  init(_ name: String, _ draws: Draws)

  /// What a day brings and costs; what was done before lives on in it whatever the terms are now.
  mutating func open(_ morning: ChannelMorning, _ terms: Terms) -> ChannelDay
}

/// Terms that the engine can play.
protocol PlayedChannelTerms: ChannelTerms {
  associatedtype Played: ChannelPlay where Played.Terms == Self
}

/// A channel as it is played by the terms it has now.
///
/// Called every day: play and terms are held side by side, in their own types, and neither is copied for it.
protocol RunningChannel: Sendable {
  mutating func open(_ morning: ChannelMorning) -> ChannelDay

  /// Goes on by other terms; what was done before lives on where they are of the same kind.
  mutating func turn(to terms: any ChannelTerms) -> Bool
}

private struct Running<Play: ChannelPlay>: RunningChannel {
  var play: Play
  var terms: Play.Terms

  mutating func open(_ morning: ChannelMorning) -> ChannelDay { play.open(morning, terms) }

  mutating func turn(to terms: any ChannelTerms) -> Bool {
    guard let terms = terms as? Play.Terms else { return false }
    self.terms = terms
    return true
  }
}

extension PlayedChannelTerms {
  fileprivate func running(_ name: String, _ draws: Draws) -> any RunningChannel {
    Running(play: Played(name, draws), terms: self)
  }
}

extension Channel {
  /// What plays it from the first day on.
  func running(_ draws: Draws) -> any RunningChannel {
    guard let played = terms as? any PlayedChannelTerms else {
      preconditionFailure("nothing plays channels of the kind \(terms.kind)")
    }
    return played.running(name, draws)
  }
}
