import RealModule
import Statistics

/// Everything about one segment under one plan that no customer changes.
///
/// A class: it is looked into at every order, and a value of its size would be copied each time.
final class SegmentSetting: Sendable {
  let index: Int
  let segment: Segment
  let traits: Traits
  /// Gamma(p, rate 1), divided by ν to make a basket.
  let basketLaw: Gamma
  /// Season × outside events × what the plan gives outright to everybody in the segment; the baseline's after
  /// the horizon.
  let purchaseClock: CommonClock
  /// By day: what of the clock is the plan's doing; empty where nothing is.
  private let movements: [Double]
  let sources: Sources
  /// Positions of the clocks by which people here hear of us, with their source and purpose.
  let contacts: [ContactClock]
  /// σ_S, how satisfaction scatters around quality.
  let satisfactionSpread: Double
  /// Q₀, what satisfaction is measured from: the market's quality on day 0 whatever the plan makes of it.
  let startQuality: Double
  /// Baskets are multiplied by this.
  let prices: Double
  let discountRate: Double
  /// People each simulated customer stands for.
  let standsFor: Double
  /// Days after all that is played in which customers still have a value; `nil` for no end.
  let tailDays: Double?
  /// Days whose figures count as those of the horizon.
  let horizon: Int
  /// Days played, the run-off included.
  let days: Int
  /// By offer of the plan: what tells people of it, where they do not notice it on their own; empty where none.
  let announcers: [Announcer?]
  /// By offer of the plan: the offer whose members alone it is for; `nil` where it is for others too, or there is none.
  let groups: [Int?]
  /// By offer of the plan: when its rewards are paid, and whether for good; empty where there are none.
  let payouts: [Payout]
  /// By source, whether its contacts tell of an offer; empty where none.
  let announcing: [Bool]
  /// By source: what its contacts make easier for a week; empty where none.
  let easings: [Easing]
  /// Who decides after a trial, where not one alone does.
  let committee: CommitteeSetting?
  /// By channel: what it takes of the orders it brings; empty where none does.
  let commissions: [Commission?]
  /// By channel: which of its contacts are trials; empty where none are.
  let leads: [Leads?]
  /// Days as they use up stays of those who leave in time; `nil` where all days are alike.
  private let lapseClock: CommonClock?
  /// What others offer from day to day.
  let elsewhere: OffersElsewhere
  /// ρ·w: what is taken off purchases at an expectation of the mean basket.
  let waiting: Double
  /// Whether an experience has to be drawn after an order.
  let ordersAreExperiences: Bool

  /// When rewards on orders are paid, and whether they go back with them.
  struct Payout: Sendable {
    let holding: Holding?
    let takesBack: Bool
    /// Whether what is redeemed counts among orders with a reward.
    let isRedeemed: Bool
    /// Whether on a first order it belongs to the cost of winning the customer.
    let wins: Bool
    /// Whether it is taken off the order.
    let isTakenOff: Bool

    /// Whether a reward on an order is never paid, since what it was given for goes back before it is due.
    func isWithheld(orderedAt time: Double, goingBackAt back: Double) -> Bool {
      holding.map { back <= time + $0.days } ?? false
    }

    /// Whether a reward is none of the customer's once what it was given for has gone back: never paid, or taken back.
    func isLost(orderedAt time: Double, goingBackAt back: Double) -> Bool {
      takesBack || isWithheld(orderedAt: time, goingBackAt: back)
    }
  }

  struct ContactClock: Sendable {
    let source: Int
    /// Position among the market's contact clocks: channels', then one organic per segment.
    let clock: Int
    let purpose: Purpose

    /// Where somebody's next contact waits after `count` of them.
    ///
    /// Never at or before the last one, however single precision rounds.
    @inline(__always)
    func next(after target: Float, count: Int, _ draws: Draws, _ who: Individual) -> Float {
      var stream = draws.stream(who, purpose, index: count)
      return max(target.nextUp, target + Float(stream.exponential()))
    }
  }

  /// A segment as operations serve it, with the season × outside events of each day.
  ///
  /// Movements are what the plan multiplies everybody's purchase intensity by, by day; empty for nothing.
  init(
    index: Int, scenario: Scenario, operations: Operations, days: Int, sources: Sources,
    contacts: [ContactClock], seasons: [Double], movements: [Double],
    announcers: [Announcer?] = [], easings: [Easing] = [], channels: [Channel] = [],
    offers: [Offer] = [], lapses: [Double] = [],
    elsewhere: OffersElsewhere = OffersElsewhere([])
  ) {
    self.elsewhere = elsewhere
    lapseClock = lapses.isEmpty ? nil : CommonClock(exactly: lapses)
    groups = offers.map { offer in
      offer.members.flatMap { name in offers.firstIndex { $0.name == name } }
    }
    payouts = offers.map {
      Payout(
        holding: $0.holding, takesBack: $0.takesBack,
        isRedeemed: type(of: $0.terms).isRedeemed, wins: type(of: $0.terms).winsFirstOrders,
        isTakenOff: type(of: $0.terms).isTakenOff)
    }
    self.easings = easings
    commissions = channels.map(\.terms.commission).unlessAllAreNone()
    leads = channels.map { Leads($0) }.unlessAllAreNone()
    self.announcers = announcers
    announcing =
      announcers.isEmpty
      ? [] : (0..<sources.count).map { announcers.contains(.source($0)) }
    let market = scenario.market
    let segment = market.segments[index].served(by: operations, index: index)
    self.index = index
    self.segment = segment
    committee = segment.committee.map { CommitteeSetting($0, channels) }
    traits = Traits(segment)
    basketLaw = Gamma(uncheckedShape: segment.baskets.p, rate: 1)
    purchaseClock = CommonClock(
      exactly: movements.isEmpty ? seasons : zip(seasons, movements).map { $0 * $1 })
    self.movements = movements
    self.sources = sources
    self.contacts = contacts
    satisfactionSpread = (operations.product ?? market.product).satisfactionSpread
    startQuality = market.product.quality
    prices = 1 + operations.prices.change
    discountRate = market.discountRate
    standsFor = Double(market.standsFor)
    tailDays = market.residualDays.map { max(0, $0 - Double(days - scenario.horizon)) }
    horizon = scenario.horizon
    self.days = days
    waiting = segment.habit.waiting * segment.habit.weight
    let habits = segment.purchases
    ordersAreExperiences =
      segment.feedback.probability > 0 || habits.lapseSensitivity != 0
      || habits.rateSensitivity != 0
  }

  /// What of the purchase intensity on a day is given outright by the plan to everybody.
  @inline(__always)
  func movement(on day: Int) -> Double { movements.isEmpty ? 1 : movements[day] }

  /// Days from a time to another as they use up stays: longer while something outside drives people away.
  func daysOfStay(from start: Double, to end: Double) -> Double {
    guard let lapseClock else { return end - start }
    func reading(_ time: Double) -> Double {
      let day = min(max(0, Int(time)), days - 1)
      return lapseClock.reading(at: time, on: day)
    }
    return reading(end) - reading(start)
  }

  /// What an amount is worth so many days before.
  @inline(__always)
  func discount(over days: Double) -> Double {
    // Where nothing is discounted e⁰ is not worked out with every payment.
    discountRate == 0 ? 1 : Double.exp(-discountRate * days)
  }

  /// What an amount at a time is worth at the end of the horizon.
  func discount(atDay time: Double) -> Double {
    discount(over: time - Double(horizon))
  }

  /// What the goods of a basket cost us, minor units.
  @inline(__always)
  func costOfGoods(_ basket: Int64) -> Int64 {
    wholeUnits(Double(basket) * segment.baskets.costShare / prices)
  }

  /// The contribution per order of a customer at their mean basket, before rewards and less what goes back; of what a
  /// source brought it may take a share.
  func marginPerOrder(meanBasket: Double, source: Int) -> Double {
    let kept = 1 - (segment.baskets.returns?.discountedShare(at: discountRate) ?? 0)
    let margin =
      meanBasket * (1 - segment.baskets.costShare / prices) * kept
      - Double(segment.baskets.costPerOrder)
    guard source < commissions.count, let commission = commissions[source] else { return margin }
    return margin - meanBasket * commission.share(ofOrder: 2)
  }

  /// Expected discounted orders of somebody still here from the end of all that is played, at multiplier 1, or at the
  /// usual engagement.
  func ordersToCome(rate: Double, lapse: Double) -> Double {
    var (rate, lapse) = (rate, lapse)
    if let engagement = segment.engagement {
      let usual = engagement.factor(of: engagement.usual)
      rate *= usual
      // As for any multiplier, the hazard of leaving in time stays.
      if case .afterOrders = segment.purchases.lapse, usual > 0 { lapse = min(1, lapse / usual) }
    }
    return segment.purchases.lapse.expectedOrders(
      lapse: lapse, rate: rate, discountRate: discountRate, within: tailDays)
  }
}

extension Array {
  /// The array, or an empty one where there is nothing in it.
  fileprivate func unlessAllAreNone<Wrapped>() -> Self where Element == Wrapped? {
    allSatisfy { $0 == nil } ? [] : self
  }
}
