public import Statistics
import RealModule

/// An estimate with its two uncertainties, which are different things.
public struct Estimate: Sendable, Equatable {
  public var value: Double
  /// How well this was computed: the 95 % Monte Carlo interval; it shrinks with replications.
  public var precision: Interval?
  /// How the market may turn out: 2.5–97.5 % of replications.
  public var spread: Interval?

  public init(value: Double, precision: Interval?, spread: Interval?) {
    self.value = value
    self.precision = precision
    self.spread = spread
  }
}

/// An estimate, or why there is none.
public enum Estimated: Sendable, Equatable {
  case estimate(Estimate)
  case none(String)

  public var estimate: Estimate? {
    if case .estimate(let estimate) = self { estimate } else { nil }
  }
}

/// Reads measures off the replications of a plan.
public struct MeasureReader: Sendable {
  /// People each simulated customer stands for.
  private let standsFor: Double

  public init(_ scenario: Scenario) { standsFor = Double(scenario.market.standsFor) }

  /// One value per replication of a sum of figures, for the real market.
  public func totals(_ figures: [Figure], _ tables: [FigureTable], slice: Int = 0) -> [Double] {
    tables.map { table in
      standsFor * figures.reduce(0) { $0 + table[$1, slice] }
    }
  }

  public func read(_ measure: Measure, _ tables: [FigureTable], slice: Int = 0) -> Estimated {
    switch measure.definition {
    case .total(let figures):
      return .estimate(mean(totals(figures, tables, slice: slice)))
    case .ratio(let figures, let per):
      return ratio(
        totals(figures, tables, slice: slice), per: totals(per, tables, slice: slice),
        none: per.first?.absence ?? "nothing to divide by")
    case .average(let figure):
      let values = tables.map { $0[figure, slice] }.filter { !$0.isNaN }
      guard values.count * 2 > tables.count else {
        return .none("not reached in most replications")
      }
      return .estimate(mean(values))
    }
  }

  /// The mean over replications of independent values.
  public func mean(_ values: [Double]) -> Estimate {
    let moments = Moments(values)
    return Estimate(
      value: moments.mean, precision: moments.interval(confidence: 0.95),
      spread: spread(values, around: moments.mean))
  }

  /// A ratio of totals, with Fieller's interval where that is bounded.
  public func ratio(
    _ values: [Double], per: [Double], none: String = "nothing to divide by"
  ) -> Estimated {
    guard per.contains(where: { $0 != 0 }), per.reduce(0, +) != 0 else {
      return .none(none)
    }
    var sums = CoMoments(variables: 2)
    for (value, divisor) in zip(values, per) { sums.add([value, divisor]) }
    let value = values.reduce(0, +) / per.reduce(0, +)
    var precision: Interval?
    if let ratio = RatioOfMeans(sums, numerator: 0, denominator: 1),
      case .bounded(let interval) = ratio.fiellerSet(confidence: 0.95)
    {
      precision = interval
    }
    let each = zip(values, per).compactMap { $1 != 0 ? $0 / $1 : nil }
    return .estimate(
      Estimate(value: value, precision: precision, spread: spread(each, around: value)))
  }

  /// Values as a market k times as large would scatter: √k times less around their mean.
  public func scattered(_ values: [Double]) -> [Double] {
    let mean = Moments(values).mean
    let shrink = 1 / standsFor.squareRoot()
    return shrink == 1 ? values : values.map { mean + shrink * ($0 - mean) }
  }

  /// 2.5–97.5 % of replications; luck in a market k times as large spreads √k times less.
  private func spread(_ values: [Double], around center: Double) -> Interval? {
    guard values.count >= 2, let middle = SortedSample(values)?.spread(coverage: 0.95) else {
      return nil
    }
    let shrink = 1 / standsFor.squareRoot()
    return Interval(
      low: center + shrink * (middle.low - center),
      high: center + shrink * (middle.high - center))
  }
}
