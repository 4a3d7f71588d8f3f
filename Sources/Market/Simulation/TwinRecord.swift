/// What has to be remembered of each customer of a crowd to compare them with their twin under another plan.
struct TwinRecord: Sendable {
  /// Bit p: at least one paid order in the campaign of plan p.
  private(set) var bought: [UInt64]
  /// Per probe and customer: orders of the probe's kind in its window.
  private(set) var counts: [[UInt16]]

  init(people: Int, probes: Int) {
    bought = Array(repeating: 0, count: people)
    counts = Array(repeating: Array(repeating: 0, count: people), count: probes)
  }

  mutating func note(_ orders: [Order], day: Int, _ twins: TwinDesign) {
    guard !orders.isEmpty else { return }
    let campaigns = twins.campaignsOn(day)
    for order in orders { bought[order.customer] |= campaigns }
    for place in twins.probes.indices where twins.probes[place].window.contains(day) {
      for order in orders where twins.probes[place].orders.cover(order.number) {
        counts[place][order.customer] &+= 1
      }
    }
  }
}

/// Which plans are played, and what is compared between them.
struct TwinDesign: Sendable {
  /// Orders an offer would cover, counted whether or not the offer is there.
  struct Probe: Sendable {
    let window: Range<Int>
    let orders: Offer.Orders
  }

  /// The scenario's plans, then plans played only as twins: the same without one of its offers.
  let plans: [Plan]
  let shown: Int
  let isComparing: Bool
  let probes: [Probe]
  /// By plan and offer: the plan without it, and the probe of its window.
  let without: [[(plan: Int, probe: Int)]]
  private let campaigns: [Range<Int>]

  /// Unless `comparing`, customers are not compared with their twins at all.
  init(_ scenario: Scenario, comparing: Bool) {
    var plans = scenario.plans
    var probes: [Probe] = []
    var without: [[(plan: Int, probe: Int)]] = []
    for (shown, plan) in scenario.plans.enumerated() where comparing {
      var pairs: [(plan: Int, probe: Int)] = []
      for place in plan.offers.indices {
        let probe = probes.count
        let offer = plan.offers[place]
        probes.append(
          Probe(window: offer.window, orders: type(of: offer.terms).judged(by: offer.orders)))
        guard type(of: offer.terms).isJudged else {
          // Nothing of it is compared: no market is played without it.
          pairs.append((shown, probe))
          continue
        }
        var twin = plan
        twin.offers.remove(at: place)
        let known = plans.firstIndex { $0.doesTheSame(as: twin) }
        if known == nil {
          twin.name = "\(plan.name) without \(plan.offers[place].name)"
          plans.append(twin)
        }
        pairs.append((known ?? plans.count - 1, probe))
      }
      without.append(pairs)
    }
    self.plans = plans
    shown = scenario.plans.count
    isComparing = comparing && plans.count > 1
    self.probes = probes
    self.without = without
    campaigns = scenario.plans.map { $0.campaign(horizon: scenario.horizon) }
  }

  /// Bits of the plans whose campaign a day belongs to.
  func campaignsOn(_ day: Int) -> UInt64 {
    var bits: UInt64 = 0
    for (place, days) in campaigns.enumerated() where days.contains(day) { bits |= 1 << place }
    return bits
  }
}

extension Plan {
  /// From the first day of the first offer to 30 days after the last; the horizon without offers.
  func campaign(horizon: Int) -> Range<Int> {
    guard let first = offers.map(\.window.lowerBound).min(),
      let last = offers.map(\.window.upperBound).max()
    else { return 0..<horizon }
    return first..<min(horizon, last + 30)
  }
}
