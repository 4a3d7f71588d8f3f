import Documents
import Market
import Planning
import Statistics
public import Takeaways

extension RunResult {
  /// A row for every plan and measure: its value, how the market may turn out, and how far off the
  /// computation may be.
  public var plansTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("measure"), Column("unit"), Column("value"), Column("low"),
        Column("high"), Column("monte carlo error"), Column("not computed"),
      ])
    for (place, plan) in comparison.plans.enumerated() {
      for measure in plan.measures.map(\.measure) {
        let estimated = printed(measure, plan: place, in: books)
        let decimals = decimals(measure, in: books)
        let estimate = estimated.estimate
        func cell(_ value: Double?) -> Cell {
          Cell(value, measure.unit, currency, decimals: decimals)
        }
        table.append([
          .text(plan.plan.name), .text(measure.title),
          .text(measure.unit.word(currency) ?? measure.unit.rawValue),
          cell(estimate?.value), cell(estimate?.prediction?.low), cell(estimate?.prediction?.high),
          Cell(error: estimate?.precision, measure.unit, currency),
          estimated.reason.map { .text($0) } ?? .empty,
        ])
      }
    }
    return table
  }
}

extension Cell {
  /// How far off a computed figure may be, to two digits: half of its 95 % Monte Carlo interval.
  init(error: Interval?, _ unit: Measure.Unit, _ currency: Currency) {
    guard let error, error.halfWidth.isFinite else {
      self = .empty
      return
    }
    let shown = unit == .money ? error.halfWidth / currency.scale : error.halfWidth
    self.init(significant: shown, digits: 2)
  }
}
