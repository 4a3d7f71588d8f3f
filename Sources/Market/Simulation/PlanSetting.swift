import Documents
import Statistics

/// Everything fixed for one plan before the first day.
struct PlanSetting: Sendable {
  let scenario: Scenario
  /// With the offers of the baseline that go on after the horizon, if only from then on.
  let plan: Plan
  /// Its own offers among these.
  let ownOffers: Range<Int>
  /// The baseline as it goes on after the horizon, whatever the plan.
  let later: Plan
  /// By offer: the baseline's of the same name, where such offers go on after the horizon as the baseline has them.
  let offersAfter: [Offer?]
  let segments: [SegmentSetting]
  /// The same after the horizon.
  let segmentsAfter: [SegmentSetting]
  let lines: ContactLines
  let sources: Sources
  let timeline: Timeline
  let people: Int
  /// Days played, the run-off included.
  let days: Int
  /// Whether what one customer does reaches another: then the market is played as one, day by day.
  let isCoupled: Bool
  /// What outside events make of each day besides purchases; empty where they make nothing of it.
  private let outside: [OutsideDay]
  /// Whether luck has a part in what channels bring: then the market's days differ between replications.
  let isDrawn: Bool

  /// Everything fixed for a plan that is everybody's, or the offers of several arms.
  ///
  /// Outside events answer the plan, or one that is `answered` in its place.
  ///
  /// Where people are in arms nothing is given outright to a whole segment: each is followed; contacts are `felt` as
  /// those of these channels, where other arms use more of them. Unless it `playsOn` the run-off is not played.
  init(
    _ scenario: Scenario, _ plan: Plan, answered: Plan? = nil, inArms: Bool = false,
    felt: [Channel]? = nil, playsOn: Bool = true
  ) {
    self.scenario = scenario
    ownOffers = plan.offers.indices
    let baseline = scenario.baselineAfterwards ?? scenario.plans.first ?? plan
    let plan = playsOn ? plan.goingOn(as: baseline, after: scenario.horizon) : plan
    self.plan = plan
    let market = scenario.market
    let days = playsOn ? scenario.daysPlayed : scenario.horizon
    self.days = days
    let later = scenario.baselineAfter(plan)
    self.later = later
    offersAfter = plan.offers.map { $0.goesOn ? $0.namesake(among: baseline.offers) : nil }
    let timeline = Timeline(start: scenario.start, horizon: scenario.horizon)
    self.timeline = timeline
    let sources = scenario.sources
    self.sources = sources
    let lines = ContactLines(
      plan.channels, after: later.channels, segments: market.segments.count)
    self.lines = lines
    let season = market.season.under(answered ?? plan)
    let seasons = season.factors(from: scenario.start, days: days)
    let outside = season.outside(days: days)
    self.outside = outside
    let elsewhere = OffersElsewhere(outside)
    let felt = felt ?? plan.channels
    let (announcers, easings) = (plan.announcers, felt.easings)
    func settings(_ operations: Operations, _ channels: [Channel]) -> [SegmentSetting] {
      market.segments.indices.map { index in
        SegmentSetting(
          index: index, scenario: scenario, operations: operations, days: days, sources: sources,
          contacts: lines.contacts(of: index, plan, market.segments[index], sources),
          seasons: seasons,
          movements: (0..<days).map { day in
            day < scenario.horizon
              ? plan.outright(market.segments[index], index: index, day: day, inArms: inArms)
              : 1 + later.operations.prices.purchases
          }.unlessAllAreOne, announcers: announcers, easings: easings, channels: channels,
          offers: plan.offers, lapses: outside.map(\.lapse).unlessAllAreOne,
          elsewhere: elsewhere)
      }
    }
    segments = settings(plan.operations, felt)
    // What a plan alone uses is as the plan left it.
    segmentsAfter = settings(
      later.operations, zip(plan.channels, later.channels).map { $1.isUsed ? $1 : $0 })
    people = market.segments.reduce(0) { $0 + $1.people }
    isCoupled = !Coupling.all(scenario, plan).isEmpty
    isDrawn = (plan.channels + later.channels).contains { $0.isUsed && $0.terms.isDrawn }
  }

  func outside(on day: Int) -> OutsideDay { outside.isEmpty ? .usual : outside[day] }

  /// How people are served on a day.
  func operations(on day: Int) -> Operations {
    day < scenario.horizon ? plan.operations : later.operations
  }

  func product(on day: Int) -> Product { operations(on: day).product ?? scenario.market.product }
}

extension Scenario {
  /// The baseline as it goes on after the horizon beside a plan's channels: without offers, and with those of its
  /// channels that no end was stated for.
  func baselineAfter(_ plan: Plan) -> Plan {
    let baseline = baselineAfterwards ?? plans.first ?? plan
    var later = Plan(name: baseline.name, operations: baseline.operations)
    later.channels = plan.channels.map { channel in
      var channel = baseline.channels.first { $0.name == channel.name } ?? channel
      if channel.isOpenEnded, market.runOff.keepsChannels, channel.isUsed {
        channel.days = channel.days.lowerBound..<max(channel.days.upperBound, daysPlayed)
      } else {
        channel.days = 0..<0
      }
      return channel
    }
    return later
  }
}

extension Offer {
  /// The offer of the same kind and name.
  fileprivate func namesake(among offers: [Offer]) -> Offer? {
    offers.first { $0.name == name && type(of: $0.terms) == type(of: terms) }
  }
}

extension Plan {
  /// The same with what goes on after the horizon as the baseline has it and the plan has not: until then there is nothing
  /// of it.
  fileprivate func goingOn(as baseline: Plan, after horizon: Int) -> Plan {
    var plan = self
    for var offer in baseline.offers
    where offer.goesOn && offer.namesake(among: offers) == nil {
      (offer.window, offer.isOpenEnded, offer.fixedCost) = (horizon..<horizon, false, 0)
      plan.offers.append(offer)
    }
    return plan
  }

  /// What it multiplies the purchase intensity of everybody in a segment by on a day.
  fileprivate func outright(_ segment: Segment, index: Int, day: Int, inArms: Bool) -> Double {
    let prices = 1 + operations.prices.purchases
    guard !inArms else { return prices }
    return prices
      * offers.reduce(1) { product, offer in
        offer.segments.contains(index)
          ? product * offer.outright(for: segment, on: day) : product
      }
  }
}

extension [Channel] {
  /// By channel: what its contacts make easier; empty where none does.
  fileprivate var easings: [Easing] {
    let all = map { $0.isUsed ? $0.easing : Easing() }
    return all.contains { $0 != Easing() } ? all : []
  }
}

extension Plan {
  /// By offer: what tells people of it; empty where people notice all on their own.
  fileprivate var announcers: [Announcer?] {
    guard offers.contains(where: { $0.announcer != nil }) else { return [] }
    return offers.map { offer in
      if let source = channels.firstIndex(where: { $0.name == offer.announcer }) {
        return .source(source)
      }
      return offers.firstIndex { $0.name == offer.announcer }.map { .offer($0) }
    }
  }
}

extension [Double] {
  fileprivate var unlessAllAreOne: Self { allSatisfy { $0 == 1 } ? [] : self }
}

extension ContactLines {
  /// The clocks by which the people of a segment hear of us, with what a contact by each draws.
  fileprivate func contacts(
    of index: Int, _ plan: Plan, _ segment: Segment, _ sources: Sources
  ) -> [SegmentSetting.ContactClock] {
    var contacts: [SegmentSetting.ContactClock] = []
    for (source, channel) in plan.channels.enumerated() {
      guard let clock = clock(of: source, reaching: index) else { continue }
      contacts.append(
        SegmentSetting.ContactClock(
          source: source, clock: clock, purpose: Purpose("reach.\(channel.name)")))
    }
    if segment.awareness.organic > 0 {
      contacts.append(
        SegmentSetting.ContactClock(
          source: sources.organic, clock: organic(of: index),
          purpose: Purpose("reach of their own accord")))
    }
    return contacts
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
  func factors(from start: CalendarDate, days: Int) -> [Double] {
    func scaled(_ profile: [Double], weights: [Double]) -> [Double] {
      let mean = zip(profile, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
      return profile.map { $0 / mean }
    }
    let week = weekdays.isEmpty ? [] : scaled(weekdays, weights: Array(repeating: 1, count: 7))
    let year =
      months.isEmpty
      ? [] : scaled(months, weights: [31, 28.2425, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    return (0..<days).map { day in
      let date = start + day
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
      days: setting.scenario.horizon, runOff: setting.days - setting.scenario.horizon,
      segments: setting.segments.count,
      sources: setting.sources.count, months: setting.timeline.months.count,
      offers: setting.plan.offers.count,
      roles: setting.segments.map { $0.committee?.roles.count ?? 0 })
  }
}
