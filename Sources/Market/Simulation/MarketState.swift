import RealModule
import Statistics

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
  /// Room for what a day's contacts come to, by segment and by channel, kept from day to day.
  private var perHead: [Double]
  private var intensities: [Double]

  init(_ setting: PlanSetting, _ draws: Draws) {
    self.setting = setting
    let market = setting.scenario.market
    let horizon = setting.scenario.horizon
    channels = setting.plan.channels.map { ChannelMarket($0, market.segments, draws) }
    adstock = Array(repeating: 0, count: market.segments.count)
    perHead = adstock
    intensities = Array(repeating: 0, count: channels.count)
    // The most that days can bring: before anybody is reached.
    var untouched = channels
    var most = channels.map { _ in [Double]() }
    var bound = adstock
    var trialBounds = [[Double]](repeating: [], count: market.segments.count)
    for day in 0..<setting.days {
      if day == horizon { Self.turn(&untouched, setting) }
      let outside = setting.outside(on: day)
      perHead.clear()
      for index in untouched.indices {
        // At the most everybody is a customer, as active as can be.
        let bought = untouched[index].open(
          day, prices: outside.contactPrices, engaged: Double(setting.people), among: &perHead)
        most[index].append(bought.intensity * outside.awareness)
      }
      for (index, segment) in market.segments.enumerated() {
        bound[index] = segment.awareness.decayed(bound[index]) + perHead[index]
        trialBounds[index].append(
          setting.trialHazard(of: index, on: day)
            * segment.awareness.salience(adstock: bound[index]))
      }
    }
    trialClocks = trialBounds.map { CommonClock(atMost: $0) }
    contactClocks =
      most.map { CommonClock(atMost: $0) }
      + market.segments.map { segment in
        CommonClock(
          exactly: (0..<setting.days).map {
            segment.awareness.organic * setting.outside(on: $0).awareness
          })
      }
      + setting.lines.extras.map { extra in
        CommonClock(
          atMost: most[extra.channel].enumerated().map { day, intensity in
            (day >= horizon) == extra.isAfter ? intensity : 0
          })
      }
    quality = setting.product(on: 0).quality
    spendCarry = Array(repeating: Carry(), count: channels.count)
    path = MarketPath(channels: channels.count, days: setting.days)
  }

  /// Fixes the day's prices, contacts, salience and costs from yesterday's state, and from how many customers are engaged.
  mutating func open(_ day: Int, engaged: Double = 0) {
    if day == setting.scenario.horizon { Self.turn(&channels, setting) }
    let outside = setting.outside(on: day)
    perHead.clear()
    for index in channels.indices {
      let bought = channels[index].open(
        day, prices: outside.contactPrices, engaged: engaged, among: &perHead)
      intensities[index] = bought.intensity * outside.awareness
      contactClocks[index].open(day, increment: intensities[index])
      path.contacts[index][day] = bought.contacts
      path.prices[index][day] = bought.price
      path.spend[index][day] = spendCarry[index].post(bought.spend + bought.fixedCost)
    }
    for (place, extra) in setting.lines.extras.enumerated() {
      let runs = (day >= setting.scenario.horizon) == extra.isAfter
      contactClocks[setting.lines.extra(place)].open(
        day, increment: runs ? intensities[extra.channel] : 0)
    }
    for index in adstock.indices {
      let awareness = setting.scenario.market.segments[index].awareness
      adstock[index] = awareness.decayed(adstock[index]) + perHead[index]
      trialClocks[index].open(
        day,
        increment: setting.trialHazard(of: index, on: day)
          * awareness.salience(adstock: adstock[index]))
    }
    for slot in setting.plan.offers.indices
    where setting.plan.offers[slot].window.lowerBound == day {
      path.messaging[day] += setting.plan.offers[slot].fixedCost
    }
    path.fixedCosts[day] = fixedCarry.post(
      setting.operations(on: day).fixedCosts.reduce(0) { $0 + $1.perDay })
    path.quality[day] = quality
  }

  /// From here on channels are as the baseline's go on.
  private static func turn(_ channels: inout [ChannelMarket], _ setting: PlanSetting) {
    for index in channels.indices {
      channels[index].turn(
        to: setting.later.channels[index], setting.scenario.market.segments)
    }
  }

  /// A segment's view of the day, and that of its people in each arm where they differ.
  func today(
    _ day: Int, segment: Int, takers: [Int64] = [], cases: Double = 0, ofArms: [MarketState] = [],
    served: SegmentSetting? = nil
  ) -> Today {
    let own = day < setting.scenario.horizon ? setting.segments : setting.segmentsAfter
    // Arms differ in what is bought for them; whoever lives there is served as all are.
    let served = served ?? own[segment]
    return Today(
      served,
      Morning(
        day: day, quality: quality, contactClocks: contactClocks, trials: trialClocks[segment],
        takers: takers, cases: cases, outside: setting.outside(on: day),
        ofArms: ofArms.map { $0.today(day, segment: segment, cases: cases, served: served) }))
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
///
/// A class: all runs of the market look into it every day.
final class MarketCourse: Sendable {
  let state: MarketState
  /// The same by arm, where arms buy contacts of their own; else empty.
  let ofArms: [MarketState]
  /// By day and segment.
  let views: [[Today]]

  /// `nil` where customers are coupled.
  ///
  /// Only where luck has a part in what channels bring does it depend on the draws.
  init?(_ setting: PlanSetting, arms: [PlanSetting] = [], _ draws: Draws) {
    guard !setting.isCoupled, !arms.contains(where: { $0.isCoupled }) else { return nil }
    let days = 0..<setting.days
    func played(_ setting: PlanSetting) -> MarketState {
      var state = MarketState(setting, draws)
      for day in days { state.open(day) }
      return state
    }
    let (state, ofArms) = (played(setting), arms.map { played($0) })
    self.state = state
    self.ofArms = ofArms
    views = days.map { day in
      setting.segments.indices.map { state.today(day, segment: $0, ofArms: ofArms) }
    }
  }
}

extension [Double] {
  fileprivate mutating func clear() { for index in indices { self[index] = 0 } }
}

extension PlanSetting {
  fileprivate func trialHazard(of segment: Int, on day: Int) -> Double {
    (day < scenario.horizon ? segments : segmentsAfter)[segment].segment.trial.hazard
      * outside(on: day).trials
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
