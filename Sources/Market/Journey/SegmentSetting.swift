import RealModule
import Statistics

/// Everything about one segment under one plan that no customer changes.
struct SegmentSetting: Sendable {
  let index: Int
  let segment: Segment
  let traits: Traits
  /// Gamma(p, rate 1), divided by ν to make a basket.
  let basketLaw: Gamma
  /// Season × outside events × multipliers that offers give outright to everybody in the segment.
  let purchaseClock: CommonClock
  let sources: Sources
  /// Positions of the clocks by which people here hear of us, with their source and purpose.
  let contacts: [ContactClock]
  let product: Product
  let discountRate: Double
  let residualDays: Double?
  let horizon: Int
  /// Whether an experience has to be drawn after an order.
  let ordersAreExperiences: Bool

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

  init(
    index: Int, scenario: Scenario, plan: Plan, purchaseIncrements: [Double]
  ) {
    let market = scenario.market
    let segment = market.segments[index]
    self.index = index
    self.segment = segment
    traits = Traits(segment)
    basketLaw = Gamma(uncheckedShape: segment.baskets.p, rate: 1)
    purchaseClock = CommonClock(exactly: purchaseIncrements)
    let sources = Sources(channels: plan.channels.count)
    self.sources = sources
    var contacts: [ContactClock] = []
    for (source, channel) in plan.channels.enumerated() where channel.audience.contains(index) {
      contacts.append(
        ContactClock(
          source: source, clock: source, purpose: Purpose("reach.\(channel.name)")))
    }
    if segment.awareness.organic > 0 {
      contacts.append(
        ContactClock(
          source: sources.organic, clock: plan.channels.count + index,
          purpose: Purpose("reach of their own accord")))
    }
    self.contacts = contacts
    product = market.product
    discountRate = market.discountRate
    residualDays = market.residualDays
    horizon = scenario.horizon
    let habits = segment.purchases
    ordersAreExperiences =
      segment.feedback.probability > 0 || habits.lapseSensitivity != 0
      || habits.rateSensitivity != 0
  }

  /// What a day after the horizon is worth less than day 0.
  var discount: Double { Double.exp(-discountRate * Double(horizon)) }

  /// The customer's contribution per order at their mean basket, before rewards.
  func marginPerOrder(meanBasket: Double) -> Double {
    meanBasket * (1 - segment.baskets.costShare) - Double(segment.baskets.costPerOrder)
  }

  /// Expected discounted orders of an alive customer from the end of the horizon on, at multiplier 1.
  ///
  /// λ/(δ + πλ), within a further time τ times 1 − e^{−(δ+πλ)τ}.
  func residualOrders(rate: Double, lapse: Double) -> Double {
    // Rates of very uneven markets underflow to 0: such customers never order.
    guard rate > 0 else { return 0 }
    let decay = discountRate + lapse * rate
    guard let residualDays else { return rate / decay }
    guard decay > 0 else { return rate * residualDays }
    return rate / decay * -Double.expMinusOne(-decay * residualDays)
  }
}
