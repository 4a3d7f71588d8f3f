import RealModule

/// What customers share, as it stands at the opening of a day.
struct MarketState: Sendable {
  private let setting: PlanSetting
  private(set) var channels: [ChannelMarket]
  /// Channels' clocks, one organic clock per segment, then those of the extra lines.
  private(set) var contactClocks: [CommonClock]
  /// One per segment.
  private(set) var trialClocks: [CommonClock]
  private var adstock: [Double]
  private(set) var quality: Double
  private var feedbacks: Int64 = 0
  private(set) var path: MarketPath
  private var spendCarry: [Carry]
  private var fixedCarry = Carry()

  init(_ setting: PlanSetting) {
    self.setting = setting
    let market = setting.scenario.market
    let horizon = setting.scenario.horizon
    channels = setting.plan.channels.map { ChannelMarket($0, market.segments) }
    let later = setting.later.channels.map { ChannelMarket($0, market.segments) }
    let most = zip(channels, later).map { channel, later in
      (0..<setting.days).map {
        $0 < horizon ? channel.mostIntensity(on: $0) : later.mostIntensity(on: $0)
      }
    }
    contactClocks =
      most.map { CommonClock(atMost: $0) }
      + market.segments.map { segment in
        CommonClock(
          exactly: Array(repeating: segment.awareness.organic, count: setting.days))
      }
      + setting.lines.extras.map { extra in
        CommonClock(
          atMost: most[extra.channel].enumerated().map { day, intensity in
            (day >= horizon) == extra.isAfter ? intensity : 0
          })
      }
    adstock = Array(repeating: 0, count: market.segments.count)
    var bound = adstock
    var trialBounds = [[Double]](repeating: [], count: market.segments.count)
    for day in 0..<setting.days {
      let open = day < horizon ? channels : later
      for (index, segment) in market.segments.enumerated() {
        let contacts = open.filter { $0.channel.audience.contains(index) }
          .reduce(0) { $0 + $1.mostContacts(on: day) / Double(max(1, $1.audience)) }
        bound[index] = segment.awareness.decayed(bound[index]) + contacts
        trialBounds[index].append(
          setting.trialHazard(of: index, on: day)
            * segment.awareness.salience(adstock: bound[index]))
      }
    }
    trialClocks = trialBounds.map { CommonClock(atMost: $0) }
    quality = setting.product(on: 0).quality
    spendCarry = Array(repeating: Carry(), count: channels.count)
    path = MarketPath(channels: channels.count, days: setting.days)
  }

  /// Fixes the day's prices, contacts, salience and costs from yesterday's state.
  mutating func open(_ day: Int) {
    let market = setting.scenario.market
    if day == setting.scenario.horizon { turnToRunOff() }
    var perHead = Array(repeating: 0.0, count: market.segments.count)
    var intensities = Array(repeating: 0.0, count: channels.count)
    for index in channels.indices {
      let channel = channels[index]
      let bought = channel.buy(on: day)
      intensities[index] = channel.intensity(of: bought.contacts)
      contactClocks[index].open(day, increment: intensities[index])
      path.contacts[index][day] = bought.contacts
      path.prices[index][day] = bought.price
      path.spend[index][day] = spendCarry[index].post(
        bought.spend + channel.fixedCost(on: day))
      for segment in channel.channel.audience where channel.audience > 0 {
        perHead[segment] += bought.contacts / Double(channel.audience)
      }
    }
    for (place, extra) in setting.lines.extras.enumerated() {
      let runs = (day >= setting.scenario.horizon) == extra.isAfter
      contactClocks[setting.lines.extra(place)].open(
        day, increment: runs ? intensities[extra.channel] : 0)
    }
    for (index, segment) in market.segments.enumerated() {
      adstock[index] = segment.awareness.decayed(adstock[index]) + perHead[index]
      trialClocks[index].open(
        day,
        increment: setting.trialHazard(of: index, on: day)
          * segment.awareness.salience(adstock: adstock[index]))
    }
    for offer in setting.plan.offers where offer.window.lowerBound == day {
      path.messaging[day] += offer.fixedCost
    }
    path.fixedCosts[day] = fixedCarry.post(
      setting.operations(on: day).fixedCosts.reduce(0) { $0 + $1.perDay })
    path.quality[day] = quality
  }

  /// From here on contacts are those the baseline goes on to buy; whom a channel has reached it has reached.
  private mutating func turnToRunOff() {
    let segments = setting.scenario.market.segments
    for index in channels.indices {
      let reached = channels[index].reached
      channels[index] = ChannelMarket(setting.later.channels[index], segments)
      channels[index].reached = reached
    }
  }

  /// A segment's view of the day, and that of its people in each arm where they differ.
  func today(_ day: Int, segment: Int, ofArms: [MarketState] = []) -> Today {
    Today(
      day: day, quality: quality, contactClocks: contactClocks, trials: trialClocks[segment],
      ofArms: ofArms.map { $0.today(day, segment: segment) })
  }

  /// Takes in what customers did today.
  mutating func close(_ day: Int, newlyReached: [Int], feedbacks given: Int64) {
    for index in channels.indices { channels[index].reached += newlyReached[index] }
    feedbacks += given
    guard let iteration = setting.product(on: day).iteration,
      (day + 1) % iteration.every == 0
    else { return }
    let step = iteration.gain * -Double.expMinusOne(-Double(feedbacks) / iteration.saturation)
    quality += step * (iteration.best - quality)
    feedbacks = 0
    path.product[day] += iteration.cost
  }
}

/// A market that nobody in it changes: its state after all days, and every day as each segment sees it.
struct MarketCourse: Sendable {
  let state: MarketState
  /// The same by arm, where arms buy contacts of their own; else empty.
  let ofArms: [MarketState]
  /// By segment and day.
  let views: [[Today]]

  /// `nil` where customers are coupled.
  init?(_ setting: PlanSetting, arms: [PlanSetting] = []) {
    guard !setting.isCoupled, !arms.contains(where: { $0.isCoupled }) else { return nil }
    let days = 0..<setting.days
    func played(_ setting: PlanSetting) -> MarketState {
      var state = MarketState(setting)
      for day in days { state.open(day) }
      return state
    }
    let (state, ofArms) = (played(setting), arms.map { played($0) })
    self.state = state
    self.ofArms = ofArms
    views = setting.segments.indices.map { segment in
      days.map { state.today($0, segment: segment, ofArms: ofArms) }
    }
  }
}

extension PlanSetting {
  fileprivate func trialHazard(of segment: Int, on day: Int) -> Double {
    (day < scenario.horizon ? segments : segmentsAfter)[segment].segment.trial.hazard
  }
}

extension Awareness {
  func decayed(_ adstock: Double) -> Double {
    adstockHalfLife > 0 ? adstock * Double.exp2(-1 / adstockHalfLife) : 0
  }

  /// Floor + (1 − floor)·A/(A + half-saturation).
  func salience(adstock: Double) -> Double {
    guard adstock > 0 else { return salienceFloor }
    return salienceFloor + (1 - salienceFloor) * adstock / (adstock + halfSaturation)
  }
}
