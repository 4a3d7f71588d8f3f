import Statistics

/// Events at which people meet us, such as fairs, talks or tastings; a share of the visits are trials at once.
public struct Meetings: ChannelTerms {
  /// Days from one event to the next, the first on the first day; `nil` where they are on dates, or where there is none.
  public var every: Int?
  /// Days on which there is one.
  public var dates: [Range<Int>]
  /// Minor units an event.
  public var cost: Double
  /// Visitors of an event, drawn from the audience at random.
  public var visitors: Double
  /// The share of visits that are trials.
  public var leads: Double

  public init(
    every: Int? = nil, dates: [Range<Int>] = [], cost: Double, visitors: Double, leads: Double = 0
  ) {
    self.every = every
    self.dates = dates
    self.cost = cost
    self.visitors = visitors
    self.leads = leads
  }

  public var kind: String { "meetings" }
  public var isUsed: Bool { every != nil || !dates.isEmpty }

  public func mostContacts(among people: Double, in days: Int) -> Double {
    isUsed ? visitors : 0
  }

  public func spending(in days: Int) -> Double {
    let held = every.map { (days + $0 - 1) / $0 } ?? Set(dates.joined()).count
    return cost * Double(held)
  }

  /// Events that cost and draw a multiple, on the same days.
  public func scaled(by factor: Double) -> any ChannelTerms {
    var terms = self
    if factor == 0 { (terms.every, terms.dates) = (nil, []) }
    (terms.cost, terms.visitors) = (cost * factor, visitors * factor)
    return terms
  }

  /// Whether there is one on a day.
  func areHeld(_ morning: ChannelMorning) -> Bool {
    if every != nil { return morning.turn(every: every) != nil }
    return morning.isOn && dates.contains { $0.contains(morning.day) }
  }
}

extension Meetings: PlayedChannelTerms {
  struct Played: ChannelPlay {
    init(_ name: String, _ draws: Draws) {}

    mutating func open(_ morning: ChannelMorning, _ terms: Meetings) -> ChannelDay {
      guard terms.areHeld(morning) else { return ChannelDay() }
      return ChannelDay(
        contacts: morning.audience > 0 ? terms.visitors : 0, fixedCost: terms.cost)
    }
  }
}
