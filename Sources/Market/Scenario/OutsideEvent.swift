/// Something outside the planner's control that moves what people do for some days.
public struct OutsideEvent: Sendable, Equatable {
  public var name: String
  /// Days of the game; of one that answers a plan, none but those it has under that plan.
  public var days: Range<Int>
  /// What purchases are multiplied by.
  public var factor: Double
  public var effects: Effects
  /// What it answers; `nil` where it happens whatever the plan.
  public var answer: Answer?

  public init(
    name: String, days: Range<Int> = 0..<0, factor: Double = 1, effects: Effects = Effects(),
    answer: Answer? = nil
  ) {
    self.name = name
    self.days = days
    self.factor = factor
    self.effects = effects
    self.answer = answer
  }

  /// What it does besides, each a factor, 1 for nothing.
  public struct Effects: Sendable, Equatable {
    /// On the hazard to try.
    public var trials = 1.0
    /// On the odds that a trial becomes a first purchase.
    public var firstPurchases = 1.0
    /// On what contacts and one's own accord bring: people who become aware.
    public var awareness = 1.0
    /// On the amounts of orders.
    public var baskets = 1.0
    /// On what a bought contact costs.
    public var contactPrices = 1.0
    /// On the odds to lapse after an order, or on the rate of leaving in time.
    public var lapse = 1.0
    /// What others offer; `nil` for nothing.
    public var elsewhere: Elsewhere?

    public init() {}
  }

  /// An offer of others, which ours are weighed against.
  public struct Elsewhere: Sendable, Equatable {
    public var worth: Worth
    /// w_e: how much of it people hold against an offer of ours.
    public var weight: Double

    public enum Worth: Sendable, Equatable {
      /// Of the mean basket.
      case share(Double)
      /// Minor units.
      case amount(Double)
    }

    public init(_ worth: Worth, weight: Double = 1) {
      self.worth = worth
      self.weight = weight
    }
  }

  /// An event that some days after an offer or a channel of ours begins for some days.
  public struct Answer: Sendable, Equatable {
    /// The name of the offer or channel.
    public var to: String
    public var after: Int
    public var lasts: Int

    public init(to name: String, after days: Int, lasts: Int) {
      to = name
      after = days
      self.lasts = lasts
    }
  }
}

extension Season {
  /// The season as it is under a plan: events that answer something happen where the plan has it.
  func under(_ plan: Plan) -> Season {
    guard events.contains(where: { $0.answer != nil }) else { return self }
    var season = self
    season.events = events.compactMap { event in
      guard let answer = event.answer else { return event }
      guard let first = plan.firstDay(of: answer.to) else { return nil }
      var event = event
      event.days = first + answer.after..<first + answer.after + answer.lasts
      return event
    }
    return season
  }
}

extension Plan {
  /// The day on which an offer or a channel of this name begins; `nil` where the plan does not use it.
  func firstDay(of name: String) -> Int? {
    let begun =
      offers.filter { $0.name == name }.map(\.window.lowerBound)
      + channels.filter { $0.name == name && $0.isUsed }.map(\.days.lowerBound)
    return begun.min()
  }
}
