import Statistics

/// Some crowds of one market under one plan: all of them where customers are coupled.
struct MarketRun {
  let setting: PlanSetting
  private let draws: Draws
  let partition: Partition
  let parts: Range<Int>
  private let twins: TwinDesign?
  /// The days as they will be, where nobody changes them; `nil` where customers are coupled.
  private let course: MarketCourse?
  private var state: MarketState
  /// By arm, where arms buy contacts of their own; else empty.
  private var ofArms: [MarketState]
  var crowds: [Crowd] = []
  /// By crowd and offer: what plays it among those it is for.
  var mechanisms: [[(any Mechanism)?]] = []
  /// By offer: what judges the claims of all; `nil` where each is paid.
  var clearings: [(any Clearing)?]
  /// By offer: whether something judges the claims of all; to ask what does would copy it.
  let isJudged: [Bool]
  /// Room for a day's claims on an offer.
  var claims: [MarketClaim] = []
  /// Room for what becomes of them.
  var verdicts = Verdicts()
  private(set) var records: [TwinRecord] = []
  var tally: Tally
  /// What is written down per person, where people are in the arms of an experiment.
  private(set) var outcomes: OutcomeBook?
  /// By offer: what checks the claims on it; `nil` where nothing does.
  var checks: [ClaimCheck?]
  var post: Post
  /// By segment: today, where customers are coupled.
  private var views: [Today] = []
  /// By crowd: its segment.
  private var segments: [Int] = []
  private var due = DueCustomers()
  /// Whether customers make something of ours that others see.
  private let countsEngaged: Bool
  /// By crowd: what all plans share of it.
  private var beginnings: [Beginnings] = []

  init(
    _ setting: PlanSetting, _ draws: Draws, _ partition: Partition, parts: Range<Int>,
    twins: TwinDesign?, course: MarketCourse?, outcomes: OutcomeBook? = nil,
    arms: [PlanSetting] = []
  ) {
    self.setting = setting
    self.draws = draws
    self.partition = partition
    self.parts = parts
    self.twins = twins
    self.course = course
    self.outcomes = outcomes
    state = course?.state ?? MarketState(setting, draws)
    ofArms = course?.ofArms ?? arms.map { MarketState($0, draws) }
    tally = Tally(setting)
    clearings = setting.plan.offers.map(\.clearing)
    isJudged = clearings.map { $0 != nil }
    checks = setting.plan.offers.enumerated().map { slot, offer in
      offer.screening.map { ClaimCheck($0, of: offer, slot: slot) }
    }
    countsEngaged = (setting.plan.channels + setting.later.channels + arms.flatMap(\.plan.channels))
      .contains { $0.terms.isMadeByCustomers }
    post = Post(days: course == nil ? setting.days : 0)
  }

  /// Plays the horizon and the run-off, or no more than so many days of them.
  mutating func play(days: Int? = nil) {
    var alone = [Beginnings](repeating: Beginnings(isShared: false), count: parts.count)
    play(days: days, sharing: &alone)
  }

  /// The same with what plans share, by part.
  mutating func play(days: Int? = nil, sharing shared: inout [Beginnings]) {
    let days = min(setting.days, days ?? setting.days)
    beginnings = shared
    // Held twice they would be copied to be added to.
    shared = []
    defer { swap(&shared, &beginnings) }
    if course != nil {
      playApart(days)
    } else {
      playTogether(days)
    }
  }

  /// Brings a part of the market to life.
  private mutating func gather(_ place: Int) {
    let part = partition.parts[place]
    let segment = setting.segments[part.segment]
    var crowd = Crowd(
      setting: segment, draws: draws, family: part.family, indices: part.indices,
      firstPerson: part.firstPerson, people: setting.people,
      months: setting.timeline.monthOfDay,
      base: part.isBase ? segment.segment.base[part.indices] : [],
      slots: setting.plan.offers.count, today: state.today(0, segment: part.segment),
      sharing: &beginnings[place - parts.lowerBound])
    tally.count(
      Int64(crowd.day.newlyAware.count), .knewBefore, day: 0, segment: part.segment,
      source: segment.sources.before)
    outcomes?.gather(&crowd)
    if !ofArms.isEmpty {
      crowd.beginInArms(state.today(0, segment: part.segment, ofArms: ofArms))
    }
    segments.append(part.segment)
    mechanisms.append(
      zip(setting.plan.offers, setting.offersAfter).enumerated().map { slot, offer in
        offer.0.mechanism(slot: slot, for: crowd, goingOnAs: offer.1)
      })
    crowds.append(crowd)
    if let twins {
      records.append(TwinRecord(people: part.indices.count, probes: twins.probes.count))
    }
  }

  var path: MarketPath { state.path }

  /// By arm where arms buy contacts of their own, else one.
  var paths: [MarketPath] { ofArms.isEmpty ? [state.path] : ofArms.map(\.path) }

  /// Redemptions by crowd and customer of one offer; empty where there were none.
  func redemptions(crowd: Int, slot: Int) -> [UInt16] { mechanisms[crowd][slot]?.redemptions ?? [] }

  /// Nobody touches anybody else: crowd by crowd, each through all days while it is in the cache.
  private mutating func playApart(_ days: Int) {
    // Once somebody has ordered more often than is counted there is nothing to be found out.
    for place in parts where !tally.isOverrun {
      gather(place)
      let crowd = crowds.count - 1
      for day in 0..<days { play(day, crowd..<crowd + 1) }
      settle(crowd)
      crowds[crowd].dismiss()
    }
    // What the market costs is the same for every shard, and the first one's to enter.
    if parts.lowerBound == 0 { for day in 0..<days { enterCosts(day) } }
  }

  /// Day by day, with the market's state between.
  private mutating func playTogether(_ days: Int) {
    for place in parts { gather(place) }
    for day in 0..<days where !tally.isOverrun {
      // Yesterday's views hold the clocks, which would be copied to be moved on.
      views = []
      let engaged = engaged(on: day)
      state.open(day, engaged: engaged)
      for arm in ofArms.indices { ofArms[arm].open(day, engaged: engaged) }
      let cases = Double(tally.cases * Int64(setting.scenario.market.standsFor))
      let takers =
        setting.plan.offers.contains { $0.socialProof != nil }
        ? setting.plan.offers.indices.map { tally.offers.total(.taken, slot: $0) } : []
      views = setting.segments.indices.map {
        state.today(day, segment: $0, takers: takers, cases: cases, ofArms: ofArms)
      }
      let before = tally.feedbacksGiven
      play(day, crowds.indices)
      let feedbacks = tally.feedbacksGiven - before
      state.close(day, newlyReached: tally.newlyReached, feedbacks: feedbacks)
      // All arms share the product, and contacts are as scarce for each.
      for arm in ofArms.indices {
        ofArms[arm].close(day, newlyReached: tally.newlyReached, feedbacks: feedbacks)
      }
      enterCosts(day)
      for source in tally.newlyReached.indices { tally.newlyReached[source] = 0 }
      post.send(&tally.outbox)
    }
    for crowd in crowds.indices { settle(crowd) }
  }

  /// Customers by how active they are on a morning; 0 where nothing hangs on it.
  private mutating func engaged(on day: Int) -> Double {
    guard countsEngaged else { return 0 }
    var sum = 0.0
    for crowd in crowds.indices { sum += crowds[crowd].engaged(on: day) }
    return sum
  }

  /// A day of some crowds: letters are read, everybody lives, and offers are settled in the plan's order, so that
  /// later ones see what earlier ones made of an order.
  private mutating func play(_ day: Int, _ range: Range<Int>) {
    if day == setting.scenario.horizon {
      for slot in clearings.indices where setting.plan.offers[slot].goesOn {
        clearings[slot] = setting.offersAfter[slot]?.clearing
      }
      for crowd in range { turnToRunOff(crowd, day) }
    }
    let today = views(on: day)
    var mail = deliver(today, day)
    for crowd in range {
      let seen = today[crowd]
      for slot in mechanisms[crowd].indices {
        let own = mail.isEmpty ? [] : mail.removeValue(forKey: Box(crowd: crowd, slot: slot)) ?? []
        mechanisms[crowd][slot]?.open(own, seen, &crowds[crowd], &tally)
      }
      crowds[crowd].beEngaged(seen)
      crowds[crowd].play(seen, &due, &tally)
    }
    settleOffers(today, day, range, of: range)
    while true {
      var goingOn: [Int] = []
      for crowd in range where !crowds[crowd].stops.goingOn.isEmpty {
        if crowds[crowd].finishDays(today[crowd], &tally) { goingOn.append(crowd) }
      }
      if goingOn.isEmpty { break }
      settleOffers(today, day, goingOn, of: range)
    }
    for crowd in range { finish(crowd, today[crowd]) }
  }

  /// Enters what contacts, offers, the product and the rest cost on a day, where they are one plan's.
  private mutating func enterCosts(_ day: Int) {
    guard ofArms.isEmpty else { return }
    state.path.enter(day, into: &tally, sources: setting.sources)
  }

  /// A day as each crowd sees it.
  private func views(on day: Int) -> DayViews {
    DayViews(bySegment: course?.views[day] ?? views, segments: segments)
  }

  /// The horizon ends for a crowd: nobody newly notices an offer, and settings become the baseline's.
  private mutating func turnToRunOff(_ crowd: Int, _ day: Int) {
    for slot in mechanisms[crowd].indices {
      mechanisms[crowd][slot]?.endOffering(day, &crowds[crowd])
      mechanisms[crowd][slot]?.goOn(as: setting.offersAfter[slot], day, &crowds[crowd])
    }
    beginnings[crowd].learn(
      from: crowds[crowd].customers, Beginnings.Kind(crowds[crowd].setting),
      ratesAreTraits: setting.plan.offers.isEmpty)
    crowds[crowd].countRetained(&tally)
    crowds[crowd].playOn(setting.segmentsAfter[crowds[crowd].setting.index])
  }

  /// What a crowd came to.
  private mutating func settle(_ crowd: Int) {
    if setting.days == setting.scenario.horizon { turnToRunOff(crowd, setting.days) }
    let tails = crowds[crowd].tails(quality: state.quality)
    crowds[crowd].settle(tails: tails, into: &tally)
    outcomes?.settle(crowds[crowd], crowd, tails: tails)
  }

  private mutating func finish(_ crowd: Int, _ today: Today) {
    let day = today.day
    crowds[crowd].endStops(today)
    crowds[crowd].payCommissions(today, &tally)
    // Twins are compared within the horizon only.
    if let twins, day < setting.scenario.horizon {
      records[crowd].note(crowds[crowd].day.ordersKept, day: day, twins)
    }
    for slot in setting.plan.offers.indices where setting.plan.offers[slot].regret != nil {
      mechanisms[crowd][slot]?.notePrices(day, crowds[crowd])
    }
    crowds[crowd].settleAfterOrders(today, &tally)
    outcomes?.note(crowds[crowd], crowd, day: day)
    crowds[crowd].getToKnowUs(day)
    crowds[crowd].day.end()
  }
}
