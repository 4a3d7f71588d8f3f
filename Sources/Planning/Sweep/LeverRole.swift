import Documents
import Market
import Statistics

/// What a planner can do with the levers of a sweep, and so what its answer may say.
public enum LeverRole: Sendable, Equatable {
  /// A key holds an assumption, which nobody chooses: only where the plan turns can be said.
  case assumed
  /// People do the same at every value and only what is paid differs: the least is the best, which is no news.
  case price
  /// Nothing differs between the values, such as those of a budget that is never reached.
  case idle
  /// It is chosen, and more of it is more money spent.
  case spending
  /// It is chosen.
  case choice

  /// Whether one of the values can be recommended.
  public var isChosen: Bool { self == .spending || self == .choice }

  init(_ grid: LeverGrid, _ summary: ScenarioSummary, _ reader: MeasureReader) {
    let points = summary.plans.dropFirst().map(\.figures)
    func isTheSame(_ figure: Figure) -> Bool {
      let totals = points.map { reader.totals([figure], $0) }
      return totals.allSatisfy { $0 == totals[0] }
    }
    let spent = points.map { Moments(reader.totals(Measure.spending, $0)).mean }
    let rises =
      zip(spent, spent.dropFirst()).allSatisfy(<=) && (spent.first ?? 0) < (spent.last ?? 0)
    let unit = grid.levers[0].unit
    let isMoney = unit == "%" || unit.hasPrefix(summary.scenario.currency.code)
    self =
      if grid.assumed.contains(where: { $0 != nil }) {
        .assumed
      } else if Self.whatPeopleDo.allSatisfy(isTheSame) {
        Self.money.allSatisfy(isTheSame) ? .idle : .price
      } else {
        grid.levers.count == 1 && isMoney && rises ? .spending : .choice
      }
  }

  private static let money: [Figure] = [
    .revenue, .costOfGoods, .operations, .rewards, .firstOrderRewards, .acquisition, .messaging,
    .product, .fixedCosts, .pointsOwed, .afterwards,
  ]

  private static let whatPeopleDo: [Figure] = [
    .aware, .reached, .trials, .acquired, .wonAfterwards, .orders, .revenue, .tookPart,
    .redemptions,
    .retained,
  ]
}
