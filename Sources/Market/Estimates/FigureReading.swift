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

  init(_ tally: Tally, _ twins: TwinComparison, _ setting: PlanSetting) {
    self.tally = tally
    ledger = tally.ledger.overDays()
    events = tally.events.overDays()
    self.twins = twins
    self.setting = setting
    let cost = -Double(
      ledger.total(.acquisition) + ledger.total(.firstOrderReward))
    payback = tally.paybackDays(cost: cost / Double(max(1, tally.acquired.count)))
  }

  func figures(of slice: Slice) -> [Double] {
    var values = Array(repeating: 0.0, count: Figure.allCases.count)
    func set(_ figure: Figure, _ value: Double) { values[figure.rawValue] = value }

    switch slice {
    case .whole: addTotals(segment: nil, source: nil, set)
    case .segment(let index): addTotals(segment: index, source: nil, set)
    case .source(let index): addTotals(segment: nil, source: index, set)
    case .month: break
    }
    addValues(of: slice, set)
    addTwins(of: slice, set)
    if case .whole = slice { addRetention(set) }
    return values
  }

  private func addTotals(segment: Int?, source: Int?, _ set: (Figure, Double) -> Void) {
    let money: [(Figure, Account, Double)] = [
      (.revenue, .revenue, 1), (.costOfGoods, .costOfGoods, -1), (.operations, .operations, -1),
      (.rewards, .reward, -1), (.firstOrderRewards, .firstOrderReward, -1),
      (.acquisition, .acquisition, -1), (.messaging, .messaging, -1), (.product, .product, -1),
    ]
    for (figure, account, sign) in money {
      set(figure, sign * Double(ledger.total(account, segment: segment, source: source)))
    }
    set(.contribution, Double(ledger.net(segment: segment, source: source)))
    func count(_ event: JourneyEvent) -> Double {
      Double(events.total(event, segment: segment, source: source))
    }
    set(.firstOrders, count(.firstOrder))
    set(.repeatOrders, count(.repeatOrder))
    set(.orders, count(.firstOrder) + count(.repeatOrder))
    set(.secondOrders, count(.secondOrder))
    let counted: [(Figure, JourneyEvent)] = [
      (.reached, .reached), (.aware, .aware), (.trials, .trial), (.feedbacks, .feedback),
      (.told, .told), (.noticed, .noticed), (.tookPart, .tookPart), (.redemptions, .redemption),
    ]
    for (figure, event) in counted { set(figure, count(event)) }
    guard source == nil else { return }
    let later = Double.exp(-setting.scenario.market.discountRate * Double(setting.scenario.horizon))
    let change = tally.residuals.filter { segment == nil || segment == $0.segment }
      .reduce(0.0) { $0 + $1.final * later - $1.initial }
    set(.residualChange, change)
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
    case .source, .month: return
    }
    func sum(_ count: (Int) -> Int64) -> Double { Double(segments.reduce(0) { $0 + count($1) }) }
    set(.deadWeight, sum { twins.deadWeight[$0] })
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
    }
  }
}
