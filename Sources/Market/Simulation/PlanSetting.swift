import Statistics

/// Everything fixed for one plan before the first day.
struct PlanSetting: Sendable {
  let scenario: Scenario
  let plan: Plan
  let segments: [SegmentSetting]
  let sources: Sources
  let timeline: Timeline
  let people: Int
  /// Whether what one customer does reaches another: then the market is played as one, day by day.
  let isCoupled: Bool

  /// Everything fixed for a plan that is everybody's, or the offers of several arms.
  ///
  /// Where people are in arms nothing is given outright to a whole segment: each is followed.
  init(_ scenario: Scenario, _ plan: Plan, inArms: Bool = false) {
    self.scenario = scenario
    self.plan = plan
    let timeline = Timeline(start: scenario.start, horizon: scenario.horizon)
    self.timeline = timeline
    sources = Sources(channels: plan.channels.count)
    let market = scenario.market
    let season = market.season.factors(timeline, horizon: scenario.horizon)
    segments = market.segments.indices.map { index in
      let increments = season.enumerated().map { day, factor in
        inArms
          ? factor
          : mechanisms.reduce(factor) {
            $0 * $1.outright(in: plan, for: market.segments[index], index: index, day: day)
          }
      }
      return SegmentSetting(
        index: index, scenario: scenario, plan: plan, purchaseIncrements: increments)
    }
    people = market.segments.reduce(0) { $0 + $1.people }
    isCoupled =
      market.product.iteration != nil
      || market.segments.contains { $0.feedback.tellsOthers }
      || plan.channels.contains { $0.scarcity != 0 }
      || plan.coupons.contains { $0.budget != nil }
  }
}

extension Segment {
  /// Everybody simulated, today's customers included.
  var people: Int { size + base.count }

  /// Those who have not bought before day 0.
  var prospects: Int { begins == .customers ? 0 : size }
}

extension Feedback {
  var tellsOthers: Bool { probability > 0 && (influence > 0 || leaders * leaderInfluence > 0) }
}

extension Season {
  /// Season × outside events for every day; the season itself averages 1 over a year.
  func factors(_ timeline: Timeline, horizon: Int) -> [Double] {
    func scaled(_ profile: [Double], weights: [Double]) -> [Double] {
      let mean = zip(profile, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
      return profile.map { $0 / mean }
    }
    let week = weekdays.isEmpty ? [] : scaled(weekdays, weights: Array(repeating: 1, count: 7))
    let year =
      months.isEmpty
      ? [] : scaled(months, weights: [31, 28.2425, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    return (0..<horizon).map { day in
      let date = timeline.start + day
      var factor = week.isEmpty ? 1 : week[date.weekday]
      if !year.isEmpty { factor *= year[date.parts.month - 1] }
      for event in events where event.days.contains(day) { factor *= event.factor }
      return factor
    }
  }
}

extension Tally {
  /// An empty tally of a plan.
  init(_ setting: PlanSetting) {
    self.init(
      days: setting.scenario.horizon, segments: setting.segments.count,
      sources: setting.sources.count, months: setting.timeline.months.count)
  }
}
