import Statistics

/// How engaged people are, and what it makes of their purchases.
extension Crowd {
  /// Everybody's engagement of a morning moves their purchases of the day; its visits are then added, each decayed from
  /// its moment on.
  mutating func beEngaged(_ today: Today) {
    guard let engagement = setting.segment.engagement, var stocks = engagements else { return }
    // Two owners would copy it at the first change.
    engagements = nil
    for told in day.announcements {
      if case .offer = told.by { stocks.values[told.to] += engagement.opened }
    }
    let kept = engagement.left(after: 1)
    for index in customers.indices {
      let stage = customers[index].stage
      guard stage != .unaware, stage != .lapsed else { continue }
      setFactor(
        Float(engagement.factor(of: stocks.values[index])), slot: stocks.slot, index,
        from: today.day)
      stocks.values[index] =
        stocks.values[index] * kept + visited(engagement, individual(index), on: today.day)
    }
    engagements = stocks
  }

  /// Something adds to somebody's engagement at an opening: the next, or that of today before anybody lives through it.
  mutating func engage(_ index: Int, by amount: Double) {
    engagements?.values[index] += amount
  }

  /// How active somebody is, from 0 to 1, by what they had this morning.
  func activity(of index: Int) -> Double {
    guard let engagement = setting.segment.engagement, let engagements,
      customers[index].stage != .lapsed
    else { return 0 }
    return engagement.activity(of: engagements.values[index])
  }

  /// What is left in the evening of a day's visits, which come at random.
  private func visited(_ engagement: Engagement, _ who: Individual, on day: Int) -> Double {
    var stream = draws.stream(who, JourneyPurpose.visits, index: day)
    return engagement.left(fromVisitsWithin: 1, &stream)
  }

  /// What people bring with them who know us already: as in the long run.
  mutating func beginEngaged() {
    guard let engagement = setting.segment.engagement, let slot = engagements?.slot else { return }
    for index in customers.indices
    where customers[index].stage != .unaware && customers[index].stage != .lapsed {
      var stream = draws.stream(individual(index), JourneyPurpose.visitsBefore)
      let stock = engagement.left(
        fromVisitsWithin: EngagementStocks.halfLivesBefore * engagement.halfLife, &stream)
      engagements?.values[index] = stock
      setFactor(Float(engagement.factor(of: stock)), slot: slot, index, from: 0)
    }
  }
}

extension Engagement {
  /// What is left of the visits of some days at their end, Poisson many at random times.
  fileprivate func left(fromVisitsWithin days: Double, _ stream: inout DrawStream) -> Double {
    let mean = visits * days
    guard mean > 0 else { return 0 }
    // One stream's draws end beyond some 4,000; of so many visits the stock is nearly their mean.
    guard mean <= 3_000 else { return usual * (1 - left(after: days)) }
    let count = Poisson(uncheckedMean: mean).sample(&stream)
    return (0..<count).reduce(0) { stock, _ in stock + left(after: stream.uniform() * days) }
  }
}

/// How engaged the people of a crowd are at an opening.
struct EngagementStocks: Sendable {
  /// What was visited longer ago has faded to a millionth.
  static let halfLivesBefore = 20.0

  /// The column of its own among the offers'.
  let slot: Int
  var values: [Double]

  init(slot: Int, people: Int) {
    self.slot = slot
    values = Array(repeating: 0, count: people)
  }
}
