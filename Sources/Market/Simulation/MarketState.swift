import RealModule

/// What customers share, as it stands at the opening of a day.
struct MarketState: Sendable {
  private let setting: PlanSetting
  private(set) var channels: [ChannelMarket]
  /// Channels' clocks, then one organic clock per segment.
  private(set) var contactClocks: [CommonClock]
  /// One per segment.
  private(set) var trialClocks: [CommonClock]
  private var adstock: [Double]
  private(set) var quality: Double
  private var feedbacks: Int64 = 0
  private(set) var path: MarketPath
  private var spendCarry: [Carry]

  init(_ setting: PlanSetting) {
    self.setting = setting
    let (scenario, plan) = (setting.scenario, setting.plan)
    let market = scenario.market
    channels = plan.channels.map { channel in
      ChannelMarket(
        channel: channel,
        audience: channel.audience.reduce(0) { $0 + market.segments[$1].people },
        prospects: channel.audience.reduce(0) { $0 + market.segments[$1].prospects })
    }
    let days = 0..<scenario.horizon
    contactClocks =
      channels.map { channel in
        CommonClock(
          atMost: days.map { channel.intensity(of: channel.mostContacts(on: $0)) })
      }
      + market.segments.map { segment in
        CommonClock(exactly: days.map { _ in segment.awareness.organic })
      }
    adstock = Array(repeating: 0, count: market.segments.count)
    var bound = adstock
    var trialBounds = [[Double]](repeating: [], count: market.segments.count)
    for day in days {
      for (index, segment) in market.segments.enumerated() {
        let contacts = channels.filter { $0.channel.audience.contains(index) }
          .reduce(0) { $0 + $1.mostContacts(on: day) / Double(max(1, $1.audience)) }
        bound[index] = segment.awareness.decayed(bound[index]) + contacts
        trialBounds[index].append(
          segment.trial.hazard * segment.awareness.salience(adstock: bound[index]))
      }
    }
    trialClocks = trialBounds.map { CommonClock(atMost: $0) }
    quality = market.product.quality
    spendCarry = Array(repeating: Carry(), count: channels.count)
    path = MarketPath(channels: channels.count, horizon: scenario.horizon)
  }

  /// Fixes the day's prices, contacts, salience and costs from yesterday's state.
  mutating func open(_ day: Int) {
    let market = setting.scenario.market
    var perHead = Array(repeating: 0.0, count: market.segments.count)
    for index in channels.indices {
      let channel = channels[index]
      let bought = channel.buy(on: day)
      contactClocks[index].open(day, increment: channel.intensity(of: bought.contacts))
      path.contacts[index][day] = bought.contacts
      path.prices[index][day] = bought.price
      path.spend[index][day] = spendCarry[index].post(
        bought.spend + channel.fixedCost(on: day))
      for segment in channel.channel.audience where channel.audience > 0 {
        perHead[segment] += bought.contacts / Double(channel.audience)
      }
    }
    for (index, segment) in market.segments.enumerated() {
      adstock[index] = segment.awareness.decayed(adstock[index]) + perHead[index]
      trialClocks[index].open(
        day,
        increment: segment.trial.hazard * segment.awareness.salience(adstock: adstock[index]))
    }
    for offer in setting.plan.coupons where offer.window.lowerBound == day {
      path.messaging[day] += offer.fixedCost
    }
    path.quality[day] = quality
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
    guard let iteration = setting.scenario.market.product.iteration,
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
    let days = 0..<setting.scenario.horizon
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
