import Statistics

/// Some crowds of one market under one plan: all of them where customers are coupled.
struct MarketRun {
  private let setting: PlanSetting
  private let draws: Draws
  private let partition: Partition
  private let parts: Range<Int>
  private let twins: TwinDesign?
  /// The days as they will be, where nobody changes them; `nil` where customers are coupled.
  private let course: MarketCourse?
  private var state: MarketState
  /// By arm, where arms buy contacts of their own; else empty.
  private var ofArms: [MarketState]
  private var crowds: [Crowd] = []
  /// By crowd: those of the plan's offers that are for its segment.
  private var mechanisms: [[any Mechanism]] = []
  private(set) var records: [TwinRecord] = []
  private(set) var tally: Tally
  /// What is written down per person, where people are in the arms of an experiment.
  private(set) var outcomes: OutcomeBook?
  /// What is left of each offer's budget.
  private var budgets: [Int64?]
  private var tellings: [[Telling]]
  private var due = DueCustomers()

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
    state = course?.state ?? MarketState(setting)
    ofArms = course?.ofArms ?? arms.map { MarketState($0) }
    tally = Tally(setting)
    budgets = setting.plan.offers.map(\.budget)
    tellings = Array(repeating: [], count: course == nil ? setting.days : 0)
  }

  /// Plays the horizon and the run-off, or no more than so many days of them.
  mutating func play(days: Int? = nil) {
    let days = min(setting.days, days ?? setting.days)
    if let course {
      playApart(course, days)
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
      slots: setting.plan.offers.count, today: state.today(0, segment: part.segment))
    outcomes?.gather(&crowd)
    if !ofArms.isEmpty {
      crowd.beginInArms(state.today(0, segment: part.segment, ofArms: ofArms))
    }
    mechanisms.append(
      setting.plan.offers.enumerated()
        .filter { $0.element.segments.contains(part.segment) }
        .map { $0.element.mechanism(slot: $0.offset, for: crowd) })
    crowds.append(crowd)
    if let twins {
      records.append(TwinRecord(people: part.indices.count, probes: twins.probes.count))
    }
  }

  var path: MarketPath { state.path }

  /// By arm where arms buy contacts of their own, else one.
  var paths: [MarketPath] { ofArms.isEmpty ? [state.path] : ofArms.map(\.path) }

  /// Redemptions by crowd and customer of one offer; empty where there were none.
  func redemptions(crowd: Int, slot: Int) -> [UInt16] {
    mechanisms[crowd].first { $0.slot == slot }?.redemptions ?? []
  }

  /// Nobody touches anybody else: crowd by crowd, each through all days while it is in the cache.
  private mutating func playApart(_ course: MarketCourse, _ days: Int) {
    // Once somebody has ordered more often than is counted there is nothing to be found out.
    for place in parts where !tally.isOverrun {
      gather(place)
      let crowd = crowds.count - 1
      for view in course.views[crowds[crowd].setting.index].prefix(days) {
        if view.day == setting.scenario.horizon { turnToRunOff(crowd) }
        for claims in live(crowd, view) { grantAll(claims, crowd, view) }
        finish(crowd, view.day)
      }
      settle(crowd)
      crowds[crowd].dismiss()
    }
  }

  /// Day by day, with the market's state between.
  private mutating func playTogether(_ days: Int) {
    for place in parts { gather(place) }
    for day in 0..<days where !tally.isOverrun {
      if day == setting.scenario.horizon { crowds.indices.forEach { turnToRunOff($0) } }
      state.open(day)
      for arm in ofArms.indices { ofArms[arm].open(day) }
      let views = setting.segments.indices.map {
        state.today(day, segment: $0, ofArms: ofArms)
      }
      deliver(day, views)
      let before = tally.feedbacksGiven
      var claims = [[CrowdClaim]](repeating: [], count: budgets.count)
      for crowd in crowds.indices {
        for made in live(crowd, views[crowds[crowd].setting.index]) {
          claims[made.slot] += made.claims.map {
            CrowdClaim(claim: $0, crowd: crowd, mechanism: made.mechanism)
          }
        }
      }
      // Offers are settled in the plan's order, whether or not they have a budget.
      for slot in claims.indices { settle(&claims[slot], slot: slot, views) }
      for crowd in crowds.indices { finish(crowd, day) }
      let feedbacks = tally.feedbacksGiven - before
      state.close(day, newlyReached: tally.newlyReached, feedbacks: feedbacks)
      // All arms share the product, and contacts are as scarce for each.
      for arm in ofArms.indices {
        ofArms[arm].close(day, newlyReached: tally.newlyReached, feedbacks: feedbacks)
      }
      for source in tally.newlyReached.indices { tally.newlyReached[source] = 0 }
      for telling in tally.outbox { tellings[telling.day].append(telling) }
      tally.outbox.removeAll(keepingCapacity: true)
    }
    for crowd in crowds.indices { settle(crowd) }
  }

  /// The horizon ends for a crowd: nobody newly notices an offer, and settings become the baseline's.
  private mutating func turnToRunOff(_ crowd: Int) {
    let day = setting.scenario.horizon
    for place in mechanisms[crowd].indices {
      mechanisms[crowd][place].endOffering(day, &crowds[crowd])
    }
    crowds[crowd].playOn(setting.segmentsAfter[crowds[crowd].setting.index])
  }

  /// What a crowd came to.
  private mutating func settle(_ crowd: Int) {
    if setting.days == setting.scenario.horizon { turnToRunOff(crowd) }
    let tails = crowds[crowd].tails(quality: state.quality)
    crowds[crowd].settle(tails: tails, into: &tally)
    outcomes?.settle(crowds[crowd], crowd, tails: tails)
  }

  private struct DayClaims {
    let slot: Int
    let mechanism: Int
    let claims: [Claim]
  }

  private struct CrowdClaim {
    let claim: Claim
    let crowd: Int
    let mechanism: Int
  }

  /// One crowd's day, up to the claims its orders make.
  private mutating func live(_ crowd: Int, _ today: Today) -> [DayClaims] {
    for place in mechanisms[crowd].indices {
      mechanisms[crowd][place].open(today, &crowds[crowd], &tally)
    }
    crowds[crowd].play(today, &due, &tally)
    // Twins are compared within the horizon only.
    if let twins, today.day < setting.scenario.horizon {
      records[crowd].note(crowds[crowd].orders, day: today.day, twins)
    }
    var all: [DayClaims] = []
    for place in mechanisms[crowd].indices {
      let claims = mechanisms[crowd][place].close(
        today, &crowds[crowd], &tally)
      guard !claims.isEmpty else { continue }
      all.append(
        DayClaims(
          slot: mechanisms[crowd][place].slot, mechanism: place, claims: claims))
    }
    return all
  }

  private mutating func grantAll(_ claims: DayClaims, _ crowd: Int, _ today: Today) {
    for claim in claims.claims {
      mechanisms[crowd][claims.mechanism].grant(
        claim, crowds[crowd].payable(claim.amount, on: claim.order), today, &crowds[crowd],
        &tally)
    }
  }

  /// Pays claims; on a hard budget by their time of day, and the first that does not fit ends the offer.
  ///
  /// A budget is charged what is paid: with another offer on the same order that may be less than was claimed.
  private mutating func settle(_ claims: inout [CrowdClaim], slot: Int, _ views: [Today]) {
    guard !claims.isEmpty else { return }
    var left = budgets[slot]
    if left != nil {
      claims.sort { first, second in
        (first.claim.order.time, first.crowd, first.claim.order.customer)
          < (second.claim.order.time, second.crowd, second.claim.order.customer)
      }
    }
    var isExhausted = false
    for claim in claims {
      let amount = crowds[claim.crowd].payable(claim.claim.amount, on: claim.claim.order)
      if let budget = left {
        guard amount <= budget else {
          isExhausted = true
          break
        }
        left = budget - amount
      }
      mechanisms[claim.crowd][claim.mechanism].grant(
        claim.claim, amount, views[crowds[claim.crowd].setting.index], &crowds[claim.crowd],
        &tally)
    }
    budgets[slot] = left
    guard isExhausted else { return }
    for crowd in crowds.indices {
      let view = views[crowds[crowd].setting.index]
      for place in mechanisms[crowd].indices
      where mechanisms[crowd][place].slot == slot {
        mechanisms[crowd][place].exhaust(view, &crowds[crowd])
      }
    }
  }

  private mutating func finish(_ crowd: Int, _ day: Int) {
    outcomes?.note(crowds[crowd], crowd, day: day)
    crowds[crowd].orders.removeAll(keepingCapacity: true)
    crowds[crowd].rewarded.removeAll(keepingCapacity: true)
    crowds[crowd].takings.removeAll(keepingCapacity: true)
    crowds[crowd].newlyAware.removeAll(keepingCapacity: true)
  }

  private mutating func deliver(_ day: Int, _ views: [Today]) {
    for telling in tellings[day] {
      let (part, index) = partition.locate(telling.person)
      let crowd = part - parts.lowerBound
      let segment = partition.parts[part].segment
      crowds[crowd].hear(telling.isPositive, index, views[segment], &tally)
    }
    tellings[day] = []
  }
}
