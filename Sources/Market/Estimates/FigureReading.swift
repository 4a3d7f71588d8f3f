import RealModule
import Statistics

extension PlanOutcome {
  /// The figures of this replication, read off its ledger, counts and customers.
  public var figures: FigureTable {
    let segments = setting.segments.indices
    let reader = FigureReader(tally, twins, setting)
    let slices: [Slice] =
      [.whole] + segments.map { .segment($0) } + (0..<setting.sources.count).map { .source($0) }
      + setting.timeline.months.indices.map { .month($0) }
      + setting.ownOffers.map { .offer($0) }
    return FigureTable(slices: slices, values: slices.map { reader.figures(of: $0) })
  }
}

private struct FigureReader {
  private let tally: Tally
  private let ledger: Ledger
  private let events: EventCounts
  private let twins: TwinComparison
  private let setting: PlanSetting
  /// By acquired customer: the day since acquisition on which they had brought back the average CPA.
  private let payback: [UInt16?]
  /// The run-off.
  private let after: Ledger
  private let eventsAfter: EventCounts
  /// By offer: how often customers redeemed it.
  private let redeemed: [Int64]
  /// By day of the run-off: what money of that day is worth at the horizon's end.
  private let discounts: [Double]

  init(_ tally: Tally, _ twins: TwinComparison, _ setting: PlanSetting) {
    self.tally = tally
    ledger = tally.ledger.overDays()
    events = tally.events.overDays()
    self.twins = twins
    self.setting = setting
    let cost = -Double(
      ledger.total(.acquisition) + ledger.total(.firstOrderReward))
    payback = tally.paybackDays(cost: cost / Double(max(1, tally.acquired.count)))
    after = tally.after.overDays()
    eventsAfter = tally.eventsAfter.overDays()
    let discountRate = setting.scenario.market.discountRate
    let customers = setting.scenario.market.segments.indices.filter {
      setting.scenario.market.segments[$0].hunters == nil
    }
    redeemed = (0..<tally.offers.slots).map { slot in
      customers.reduce(0) { $0 + tally.offers.total(.redeemed, slot: slot, segment: $1) }
    }
    discounts = (0..<tally.after.days).map { Double.exp(-discountRate * (Double($0) + 0.5)) }
  }

  func figures(of slice: Slice) -> [Double] {
    var values = Array(repeating: 0.0, count: Figure.allCases.count)
    func set(_ figure: Figure, _ value: Double) { values[figure.rawValue] = value }

    switch slice {
    case .whole: addTotals(segment: nil, source: nil, set)
    case .segment(let index): addTotals(segment: index, source: nil, set)
    case .source(let index): addTotals(segment: nil, source: index, set)
    case .month: break
    case .offer(let slot):
      addOffer(slot, set)
      return values
    }
    addValues(of: slice, set)
    addTwins(of: slice, set)
    if case .whole = slice { addRetention(set) }
    return values
  }

  /// Figures with the accounts they are made of.
  private static let shown: [(Figure, [Account])] =
    Dictionary(grouping: Account.allCases.filter { $0.figure != nil }, by: \.figure)
    .compactMap { figure, accounts in figure.map { ($0, accounts) } }

  private func addTotals(segment: Int?, source: Int?, _ set: (Figure, Double) -> Void) {
    for (figure, accounts) in Self.shown {
      set(
        figure,
        accounts.reduce(0) {
          $0 + $1.sign * Double(ledger.total($1, segment: segment, source: source))
        })
    }
    set(.contribution, Double(ledger.net(segment: segment, source: source)))
    func count(_ event: JourneyEvent) -> Double {
      Double(events.total(event, segment: segment, source: source))
    }
    for event in JourneyEvent.allCases { set(event.figure, count(event)) }
    set(.orders, count(.firstOrder) + count(.repeatOrder))
    if source == nil {
      for count in [OfferCount.turnedAway, .paidToHunters] {
        let offers = 0..<tally.offers.slots
        set(
          count.figure,
          Double(offers.reduce(0) { $0 + tally.offers.total(count, slot: $1, segment: segment) }))
      }
    }
    addAfterwards(segment: segment, source: source, set)
  }

  /// The run-off, and what is expected beyond it, as of the end of the horizon.
  private func addAfterwards(segment: Int?, source: Int?, _ set: (Figure, Double) -> Void) {
    func cost(_ account: Account) -> Double {
      -Double(after.total(account, segment: segment, source: source))
    }
    set(.wonAfterwards, Double(eventsAfter.total(.firstOrder, segment: segment, source: source)))
    set(.winningCostAfterwards, cost(.acquisition) + cost(.firstOrderReward))
    let played = zip(tally.after.dailyNet(segment: segment, source: source), discounts)
      .reduce(0.0) { $0 + Double($1.0) * $1.1 }
    guard source == nil else {
      set(.afterwards, played)
      return
    }
    set(
      .afterwards,
      tally.tails.filter { segment == nil || segment == $0.segment }
        .reduce(played) { $0 + $1.value })
  }

  private func addOffer(_ slot: Int, _ set: (Figure, Double) -> Void) {
    for count in OfferCount.allCases {
      set(count.figure, Double(tally.offers.total(count, slot: slot)))
    }
    let (judged, anyway) = twins.redemptions(of: slot, redeemed: redeemed)
    set(.judged, judged)
    set(.deadWeight, anyway)
    let offer = setting.plan.offers[slot]
    if offer.window.lowerBound < setting.scenario.horizon {
      set(.messaging, Double(offer.fixedCost))
    }
  }

  private func addValues(of slice: Slice, _ set: (Figure, Double) -> Void) {
    var values: [Double] = []
    var days: [Double] = []
    var realised = 0.0
    for (customer, payback) in zip(tally.acquired, payback) where slice.contains(customer) {
      values.append(customer.value)
      realised += customer.realised
      if let payback { days.append(Double(payback)) }
    }
    set(.acquired, Double(values.count))
    set(.customerValue, values.reduce(0, +))
    set(.realisedValue, realised)
    set(.paidBack, Double(days.count))
    let sorted = SortedSample(values)
    set(.valueLow, sorted?.quantile(0.1) ?? .nan)
    set(.valueMedian, sorted?.quantile(0.5) ?? .nan)
    set(.valueHigh, sorted?.quantile(0.9) ?? .nan)
    // The median of all acquired, those who have not paid back yet being later than everybody else.
    days.sort()
    let middle = (values.count + 1) / 2
    set(.paybackDay, middle >= 1 && middle <= days.count ? days[middle - 1] : .nan)
  }

  private func addTwins(of slice: Slice, _ set: (Figure, Double) -> Void) {
    let segments: [Int]
    switch slice {
    case .whole: segments = Array(twins.flips.indices)
    case .segment(let index): segments = [index]
    case .source, .month, .offer: return
    }
    func sum(_ count: (Int) -> Int64) -> Double { Double(segments.reduce(0) { $0 + count($1) }) }
    let orders = segments.map { twins.redemptions(in: $0, redeemed: redeemed) }
    set(.judged, orders.reduce(0) { $0 + $1.judged })
    set(.deadWeight, orders.reduce(0) { $0 + $1.anyway })
    set(.persuaded, sum { twins.flips[$0].persuaded })
    set(.anyway, sum { twins.flips[$0].anyway })
    set(.putOff, sum { twins.flips[$0].putOff })
    set(.untouched, sum { twins.flips[$0].untouched })
  }

  private func addRetention(_ set: (Figure, Double) -> Void) {
    let observed: [Figure] = [.observed1, .observed7, .observed30, .observed90]
    let returned: [Figure] = [.returned1, .returned7, .returned30, .returned90]
    for place in RetentionCounts.days.indices {
      set(observed[place], Double(tally.retention.observed[place]))
      set(returned[place], Double(tally.retention.returned[place]))
    }
  }
}

extension Slice {
  fileprivate func contains(_ customer: AcquiredCustomer) -> Bool {
    switch self {
    case .whole: true
    case .segment(let index): index == Int(customer.segment)
    case .source(let index): index == Int(customer.source)
    case .month(let index): index == Int(customer.month)
    case .offer: false
    }
  }
}
